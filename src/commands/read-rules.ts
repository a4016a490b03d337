import { isTableSchema, tableSchemaRules } from '../checks/table-schema.ts';
import { readYaml } from '../config/read-yaml.ts';
import type { Note } from '../note.ts';
import { NO_RULES, type Rules } from '../source/rules.ts';
import { rulesFrom } from '../source/rules-schema.ts';
import type { Source } from '../source/source.ts';

/** The rules of a file that the user names, a Table Schema among them; of the profile where none is named. */
export async function readRules(
  path: string | undefined,
): Promise<{ rules: (source: Source) => Rules; notes: readonly Note[] }> {
  if (path === undefined) return { rules: ({ profile }) => profile.rules ?? NO_RULES, notes: [] };
  const written = await readYaml(path);
  if (isTableSchema(written.value)) {
    const { rules, notes } = tableSchemaRules(written, path);
    return { rules: () => rules, notes };
  }
  const rules = rulesFrom(written, path);
  return { rules: () => rules, notes: [] };
}
