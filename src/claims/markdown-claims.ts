import { yamlFile } from '../config/yaml-file.ts';
import { UserError } from '../errors.ts';
import type { Claim } from './claim.ts';
import { checkIds, claimFrom } from './claims-schema.ts';
import { sentenceBeside } from './sentence-beside.ts';

/** A claim of an article, and where in its text the comment ends that holds it. */
export interface PlacedClaim {
  readonly claim: Claim;
  readonly ends: number;
}

const COMMENT = /<!--\s*claim:([\s\S]*?)-->/g;

export const hasClaims = (text: string): boolean => /<!--\s*claim:/.test(text);

/** The claims in the comments of an article, each beside its sentence; what stands in code is an example. */
export function markdownClaims(name: string, text: string): PlacedClaim[] {
  const prose = withoutCode(text);
  const lineAt = (at: number) => text.slice(0, at).split('\n').length;
  const found = [...prose.matchAll(COMMENT)].map((match, i): PlacedClaim => {
    const [comment, inside = ''] = match;
    const begins = match.index + comment.indexOf('claim:') + 'claim:'.length;
    if (inside.includes('<!--')) throw unclosed(name, lineAt(match.index));
    const yaml = yamlFile(name, `${'\n'.repeat(lineAt(begins) - 1)}${inside}`);
    const file = yaml.value === null ? { ...yaml, value: {} } : yaml;
    const claim = claimFrom(file, `claim-${i + 1}`, sentenceBeside(prose, match.index, match.index + comment.length));
    return { claim: { ...claim, at: `${name}:${lineAt(match.index)}` }, ends: match.index + comment.length };
  });
  const open = /<!--\s*claim:/.exec(prose.replace(COMMENT, blank));
  if (open) throw unclosed(name, lineAt(open.index));
  checkIds(found.map(({ claim }) => claim));
  return found;
}

const unclosed = (name: string, line: number): UserError =>
  new UserError(`${name}:${line}: the comment of this claim is not closed`, { hint: 'a comment ends with -->' });

/** As long as before, so that places are the same. */
const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** Fenced blocks, and code within a line. */
function withoutCode(text: string): string {
  return text
    .replace(/^([ >]*)(```+|~~~+)[^\n]*\n[\s\S]*?(?:^[ >]*\2[^\n]*$|$(?![\s\S]))/gm, blank)
    .replace(/(?<!`)(`+)(?!`)[^`\n]*<!--[^`\n]*(?<!`)\1(?!`)/g, blank);
}
