import { assertionsOf } from '../claims/assertions.ts';
import type { Finding } from '../claims/finding.ts';
import { byClaim, findingsChecks, findingsNotes, findingsTitle, isBorneOut } from '../claims/findings-summary.ts';
import { findingsGlance, findingsTable, findingText } from '../claims/findings-table.ts';
import { finding } from '../claims/verdict.ts';
import type { Command, Context } from '../cli/command.ts';
import { UserError } from '../errors.ts';
import type { Annotated } from '../report/report.ts';
import { claimReader, type FileFor } from './claim-evidence.ts';
import { type ClaimsInput, claimsInputs } from './claims-input.ts';
import { notesOf, provenanceOf } from './editions.ts';
import { knownEdition } from './known-edition.ts';

interface Options {
  readonly asKnown?: string;
  readonly allow?: 'supported-if';
}

const command: Command<Options> = {
  name: 'verify',
  summary: 'are published claims supported by the data, and under which reading?',
  operands: '[files...]',
  operandMeaning: 'claims in YAML, or articles with claims in Markdown; - is standard input',
  examples: [
    ['border-stats verify claims.yaml', 'the verdict on each claim; exit 1 when one is not supported'],
    ['border-stats verify article.md -o checked.md', 'a copy of the article with a footnote at each claim'],
    ['border-stats verify claims.yaml -f junit -o claims.xml', 'for a CI system'],
    ['border-stats verify claims.yaml --as-known editions/', 'would they have held on the data of their day?'],
  ],
  options: [
    {
      flags: '--allow <verdict>',
      description: 'what is no finding: claims that one reading supports',
      choices: ['supported-if'],
    },
    { flags: '--as-known <place>', description: 'a folder of dated editions, or one: the newest not after each claim' },
  ],
  formats: ['junit'],
  async run(operands, options, context) {
    const paths = pathsOf(operands, context);
    const inputs = await claimsInputs(paths, context);
    const fileFor: FileFor =
      options.asKnown === undefined ? async (path) => ({ path }) : await knownEdition(options.asKnown);
    const reader = claimReader(fileFor, context);
    const findings: Finding[] = [];
    for (const { claims, folder } of inputs) {
      for (const claim of claims) {
        const evidence = await reader.evidence(claim, folder);
        findings.push(...assertionsOf(claim).map((one) => finding(one, evidence)));
      }
    }
    const article = articleOf(inputs, findings);
    return {
      title: findingsTitle(
        findings,
        inputs.map(({ name }) => name),
      ),
      table: findingsTable(findings),
      glance: () => findingsGlance(findings),
      notes: [...notesOf(reader.read), ...findingsNotes(findings)],
      provenance: { command: 'verify', ...provenanceOf(reader.read) },
      finding: findings.some((one) => !isBorneOut(one, options.allow === 'supported-if')),
      checks: findingsChecks(findings, options.allow === 'supported-if'),
      ...(article && { annotated: article }),
    };
  },
};

export default command;

function pathsOf(operands: readonly string[], { stdinIsTerminal }: Context): readonly string[] {
  if (operands.length > 0) return operands;
  if (!stdinIsTerminal) return ['-'];
  throw new UserError('no file is named, and standard input is a terminal', {
    hint: 'name a file of claims, or an article',
  });
}

/** The one article that was read, with a note at each claim. */
function articleOf([input, ...others]: readonly ClaimsInput[], findings: readonly Finding[]): Annotated | null {
  if (!input?.article || others.length > 0) return null;
  const { text, placed } = input.article;
  const known = byClaim(findings);
  const notes = placed.map(({ claim, ends }) => {
    const texts = (known.get(claim.id) ?? []).map(findingText);
    return { at: ends, label: `verify-${claim.id.replace(/[^\p{L}\p{N}-]/gu, '-')}`, text: texts.join(' / ') };
  });
  return { text, notes };
}
