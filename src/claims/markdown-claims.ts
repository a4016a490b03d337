import { yamlFile } from '../config/yaml-file.ts';
import type { Claim } from './claim.ts';
import { checkIds, claimFrom } from './claims-schema.ts';

/** A claim of an article, and where in its text the comment ends that holds it. */
export interface PlacedClaim {
  readonly claim: Claim;
  readonly ends: number;
}

const COMMENT = /<!--\s*claim:([\s\S]*?)-->/g;

export const hasClaims = (text: string): boolean => /<!--\s*claim:/.test(text);

/** The claims in the comments of an article, each beside its sentence. */
export function markdownClaims(name: string, text: string): PlacedClaim[] {
  const found = [...text.matchAll(COMMENT)].map((match, i): PlacedClaim => {
    const [comment, inside = ''] = match;
    const begins = match.index + comment.indexOf('claim:') + 'claim:'.length;
    const lines = text.slice(0, begins).split('\n').length - 1;
    const yaml = yamlFile(name, `${'\n'.repeat(lines)}${inside}`);
    const file = yaml.value === null ? { ...yaml, value: {} } : yaml;
    const claim = claimFrom(file, `claim-${i + 1}`, sentenceBeside(text, match.index, match.index + comment.length));
    const at = `${name}:${text.slice(0, match.index).split('\n').length}`;
    return { claim: { ...claim, at }, ends: match.index + comment.length };
  });
  checkIds(found.map(({ claim }) => claim));
  return found;
}

/** The sentence that a comment follows in its paragraph; where there is none, the one after it. */
function sentenceBeside(text: string, begins: number, ends: number): string | null {
  const [before = ''] = text
    .slice(0, begins)
    .split(/\n\s*\n/)
    .slice(-1);
  const last = sentencesOf(before).at(-1);
  if (last !== undefined) return last;
  const [after = ''] = text
    .slice(ends)
    .replace(/^\s+/, '')
    .split(/\n\s*\n/);
  return sentencesOf(after)[0] ?? null;
}

/** The sentences of a paragraph without its markup. A point between digits, or after one letter, ends none. */
function sentencesOf(paragraph: string): string[] {
  const plain = paragraph
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[\^[^\]]*\]/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/^\s*(?:#+|>|[-*+]|\d+\.)\s+/gm, '')
    .replace(/(\*\*|__|\*|`|~~)(?=\S)([^*`~]*?\S)\1/g, '$2')
    .replace(/\s+/g, ' ')
    .trim();
  return plain
    .split(/(?<=(?<![\s(.]\p{L}|\b(?:vs|No|ca|approx|Fig))[.!?]["')\]]*) (?=["'([]?[\p{Lu}\p{Lo}\d])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
