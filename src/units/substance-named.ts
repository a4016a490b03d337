import file from '../../data/substances.yaml';
import { nameKey } from './name-key.ts';

/** A substance under its name in data/substances.yaml; a form such as tablets is `of` the substance. */
export interface Substance {
  readonly name: string;
  readonly of?: string;
}

export const SUBSTANCES_FILE = file as readonly (Substance & { readonly aliases: readonly string[] })[];

const SUBSTANCES: ReadonlyMap<string, Substance> = new Map(
  SUBSTANCES_FILE.flatMap((entry) => [entry.name, ...entry.aliases].map((name) => [nameKey(name), entry] as const)),
);

/** The substance that a text names, by any of its names; undefined where none is known. */
export const substanceNamed = (text: string): Substance | undefined => SUBSTANCES.get(nameKey(text));

/** Names that a slip of the hand may have meant. */
export const substanceNames = (): string[] => [...SUBSTANCES.keys()];
