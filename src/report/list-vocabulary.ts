import type { ColumnKind } from './report.ts';

/** The columns of lists, which never stand beside columns of the user's own data. */
export const LIST_VOCABULARY = {
  method: ['method', 'text', 0, 'the name of the method'],
  answers: ['answers', 'text', 0, 'what it estimates or tests'],
  used_when: ['used when', 'text', 0, 'when it is used'],
  part: ['', 'text', 0, 'what the row tells: the figure, an input of its formula, a tally in it, what was left out …'],
  role: ['role', 'text', 0, 'what it is called in the formula'],
  of_period: ['period', 'text', 0, 'the window or the period that it is of'],
  result: ['result', 'quantity', 0, 'what it comes to'],
  in_records: ['records', 'quantity', 0, 'how many records it rests on'],
  in_values: ['values', 'quantity', 3, 'how many of their cells hold a number'],
  source_file: ['file', 'text', 1, 'the file in which the records lie'],
  source_lines: ['lines', 'text', 0, 'the lines on which they start, as the file was published'],
  record_status: ['', 'text', 0, 'removed: only the old edition has the record; added: only the new one'],
  alike_records: ['records', 'quantity', 1, 'how many records are alike'],
  record_place: ['place', 'text', 0, 'file and line of the first of them'],
  record_text: ['record', 'text', 1, 'the record as it stands in the file'],
  output_file: ['file', 'text', 0, 'a file that the project makes, or one of its claims'],
  output_status: [
    '',
    'text',
    0,
    'current: not made again; same: made again and unlike in nothing; changed, new, obsolete, failed; within-tolerance',
  ],
  figure_id: [
    'figure',
    'text',
    0,
    'the id of a figure that changes; the id of its row where all of that is new or gone',
  ],
  remark: ['', 'text', 1, 'why it failed, or what else is to be said'],
  topic: ['', 'text', 0, 'what the text is about'],
  text: ['', 'text', 0, 'what is to be known'],
} as const satisfies Record<string, readonly [string, ColumnKind, number, string]>;
