import { didYouMean } from '../config/nearest.ts';
import { inputError, UserError } from '../errors.ts';
import { csvLine, linesOf } from './csv-line.ts';
import { LineMap } from './line-map.ts';
import { isTooMuch, MOST_IN_MEMORY, tooMuch } from './unpack-limit.ts';
import { type CellValue, cellText } from './workbook-cell.ts';
import type { ZipEntry } from './zip.ts';

export type WorkbookKind = 'xlsx' | 'ods';

/** A sheet as CSV, with the row of the sheet that each line comes from. */
export interface SheetText {
  readonly sheet: string;
  readonly others: readonly string[];
  readonly bytes: Buffer;
  readonly lines: LineMap;
}

interface Sheet {
  readonly name: string;
  readonly hidden?: boolean | undefined;
  readonly rows: (CellValue[] | undefined)[];
  readonly merges?: readonly Merge[] | undefined;
}

interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** What kind of workbook a zip archive is, if it is one. */
export function workbookKind(entries: readonly ZipEntry[]): WorkbookKind | null {
  const names = entries.map(({ name }) => name);
  if (names.includes('xl/workbook.xml')) return 'xlsx';
  return names.includes('content.xml') && names.includes('META-INF/manifest.xml') ? 'ods' : null;
}

/** The sheet of a workbook that is named, or its only one with a table in it. */
export async function sheetText(
  name: string,
  kind: WorkbookKind,
  bytes: Buffer,
  entries: readonly ZipEntry[],
  wanted: string | undefined,
): Promise<SheetText> {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > MOST_IN_MEMORY || isTooMuch(bytes.length, unpacked)) throw tooMuch(name);
  const sheets = await sheetsOf(name, kind, bytes);
  const chosen = chosenSheet(name, sheets, wanted);
  const others = sheets.filter((sheet) => sheet !== chosen).map((sheet) => sheet.name);
  return { sheet: chosen.name, others, ...csvOf(chosen) };
}

async function sheetsOf(name: string, kind: WorkbookKind, bytes: Buffer): Promise<Sheet[]> {
  try {
    const { sheets } =
      kind === 'xlsx'
        ? await (await import('hucre/xlsx')).readXlsx(bytes)
        : await (await import('hucre/ods')).readOds(bytes);
    return sheets as Sheet[];
  } catch (cause) {
    const why = (cause as Error).message.split('\n')[0];
    throw inputError(`${name}: the workbook cannot be read: ${why}`, 'save the sheet as CSV', cause);
  }
}

/** A sheet of fewer than two rows is no table; a hidden one is read only where it is named. */
function chosenSheet(name: string, sheets: readonly Sheet[], wanted: string | undefined): Sheet {
  const names = sheets.map((sheet) => sheet.name);
  if (wanted !== undefined) {
    const found = sheets.find((sheet) => sheet.name === wanted) ?? sheets[Number(/^[1-9]\d*$/.exec(wanted)?.[0]) - 1];
    if (found) return found;
    const hint = `the sheets are: ${names.join(', ')}`;
    throw new UserError(`${name}: there is no sheet "${wanted}"${didYouMean(wanted, names)}`, { hint });
  }
  const tables = sheets.filter(({ rows, hidden }) => hidden !== true && rows.filter(isFilled).length > 1);
  const [only, second] = tables;
  if (only && !second) return only;
  if (!only) throw inputError(`${name}: no sheet holds a table`, `the sheets are: ${names.join(', ')}`);
  const hint = `name one, such as --sheet ${JSON.stringify(only.name)}`;
  throw new UserError(`${name}: several sheets hold tables: ${tables.map((sheet) => sheet.name).join(', ')}`, { hint });
}

const isFilled = (row: readonly CellValue[] | undefined): boolean =>
  row?.some((cell) => cell != null && cell !== '') ?? false;

/** Rows to lines; what lies to the right of and below the last filled cell is no part of the table. */
function csvOf({ rows, merges }: Sheet): { bytes: Buffer; lines: LineMap } {
  filledDown(rows, merges ?? []);
  const width = rows.reduce((most, row) => Math.max(most, filledLength(row)), 0);
  const last = rows.findLastIndex(isFilled);
  const lines = new LineMap();
  let [text, line] = ['', 1];
  for (let i = 0; i <= last; i++) {
    lines.add(line, i + 1);
    const fields = Array.from({ length: width }, (_, column) => cellText(rows[i]?.[column]));
    const written = csvLine(fields);
    text += written;
    line += linesOf(written);
  }
  return { bytes: Buffer.from(text), lines };
}

const filledLength = (row: readonly CellValue[] | undefined): number =>
  (row?.findLastIndex((cell) => cell != null && cell !== '') ?? -1) + 1;

/** A cell merged over several rows of one column stands for each of them. */
function filledDown(rows: Sheet['rows'], merges: readonly Merge[]): void {
  for (const { startRow, startCol, endRow, endCol } of merges) {
    if (endCol !== startCol) continue;
    const value = rows[startRow]?.[startCol];
    for (let i = startRow + 1; i <= Math.min(endRow, rows.length - 1); i++) {
      const row = rows[i];
      if (row && value !== undefined) row[startCol] = value;
    }
  }
}
