import type { BuiltFile } from '../build/build-table.ts';
import type { Program } from '../cli/command.ts';
import { UserError } from '../errors.ts';

/** A file of claims of a project, held to its data. */
export async function heldClaims(file: string, place: string, program: Program): Promise<BuiltFile> {
  try {
    const { report, sentences } = await program.produce(['verify', file], 'claims.json');
    if (!report.finding) return { file, status: 'claims-hold', changes: [], remark: null };
    return { file, status: 'claim-fails', changes: [], remark: (await sentences()).join('; ') };
  } catch (problem) {
    if (!(problem instanceof UserError)) throw problem;
    const isWhole = problem.message.startsWith(`${file}: `);
    const told = [isWhole ? place : null, problem.message, problem.hint].filter(Boolean);
    return { file, status: 'failed', changes: [], remark: told.join(': ') };
  }
}
