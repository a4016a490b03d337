import { dirname, join } from 'node:path';
import type { Claim } from '../claims/claim.ts';
import { checkIds, claimsFrom } from '../claims/claims-schema.ts';
import { hasClaims, markdownClaims, type PlacedClaim } from '../claims/markdown-claims.ts';
import type { Context } from '../cli/command.ts';
import { readText } from '../config/read-text.ts';
import { yamlFile } from '../config/yaml-file.ts';
import { EXIT, UserError } from '../errors.ts';
import { isAddress } from '../source/openers.ts';

/** A file of claims: the claims, the folder to which its paths are relative, and the article that it is, if it is one. */
export interface ClaimsInput {
  readonly name: string;
  readonly folder: string;
  readonly claims: readonly Claim[];
  readonly article: { readonly text: string; readonly placed: readonly PlacedClaim[] } | null;
}

/** Reads the claims of YAML files and articles; `-` is standard input, of either kind. */
export async function claimsInputs(paths: readonly string[], context: Pick<Context, 'stdin'>): Promise<ClaimsInput[]> {
  const inputs: ClaimsInput[] = [];
  for (const path of paths) inputs.push(claimsInput(path, await textOf(path, context)));
  checkIds(inputs.flatMap(({ claims }) => claims));
  const empty = inputs.find(({ claims }) => claims.length === 0);
  if (!empty) return inputs;
  throw new UserError(`${empty.name}: holds no claim`, {
    exitCode: EXIT.tooLittleData,
    hint: 'in Markdown a claim stands beside its sentence: <!-- claim: {id: trade, source: trade.csv, window: 2024} -->',
  });
}

/** A file that a claim names, as it lies from here. */
export const claimedPath = (file: string, folder: string): string =>
  file.startsWith('/') || isAddress(file) ? file : join(folder, file);

function claimsInput(path: string, text: string): ClaimsInput {
  const name = path === '-' ? 'standard input' : path;
  const folder = path === '-' ? '' : dirname(path);
  if (/\.(?:md|markdown)$/i.test(path) || hasClaims(text)) {
    const placed = markdownClaims(name, text);
    return { name, folder, claims: placed.map(({ claim }) => claim), article: { text, placed } };
  }
  return { name, folder, claims: claimsFrom(yamlFile(name, text)), article: null };
}

async function textOf(path: string, { stdin }: Pick<Context, 'stdin'>): Promise<string> {
  if (path !== '-') return readText(path, EXIT.input);
  const pieces: Uint8Array[] = [];
  for await (const piece of stdin) pieces.push(piece);
  return new TextDecoder('utf-8').decode(Buffer.concat(pieces));
}
