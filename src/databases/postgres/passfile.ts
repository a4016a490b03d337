/** Whom a password is for. */
export interface Login {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
}

/** The password for a login in a file of lines `host:port:database:user:password`, where `*` stands for any; the first that fits. */
export function passwordIn(text: string, { host, port, database, user }: Login): string | null {
  const wanted = [host, String(port), database, user];
  for (const line of text.split(/\r?\n/)) {
    if (line === '' || line.startsWith('#')) continue;
    const fields = [...line.matchAll(/(?:^|:)((?:\\.|[^:\\])*)/g)].map(([, field = '']) =>
      field.replace(/\\(.)/g, '$1'),
    );
    if (fields.length > 4 && wanted.every((part, i) => fields[i] === '*' || fields[i] === part))
      return fields[4] ?? null;
  }
  return null;
}
