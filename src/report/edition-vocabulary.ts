import type { ColumnKind } from './report.ts';

/** The columns that compare editions of an export. */
export const EDITION_VOCABULARY = {
  old_value: ['old', 'quantity', 0, 'the value in the old edition'],
  new_value: ['new', 'quantity', 0, 'the value in the new edition'],
  revision: ['revision', 'difference', 0, 'new_value minus old_value'],
  relative_revision: ['%', 'ratio', 0, 'the revision divided by the old value; of several, sum by sum'],
  revision_status: [
    '',
    'text',
    0,
    'revised, added, removed, or completed: a period of which the old edition had only a part',
  ],
  period_age: ['age', 'text', 1, 'how many periods before the newest of the old edition'],
  shared_values: ['values', 'quantity', 0, 'how many values both editions have'],
  revised_values: ['revised', 'quantity', 0, 'how many of them are other values in the new edition'],
  mean_revision: ['mean', 'difference', 0, 'the mean of the revisions: away from zero where they lean one way'],
  mean_absolute_revision: ['size', 'quantity', 0, 'the mean of the revisions without their signs'],
  compared_with: ['on', 'text', 0, 'the period that a change compares with: the previous one, or the year before'],
  old_relative_change: ['old %', 'ratio', 0, 'the relative change by the old edition'],
  new_relative_change: ['new %', 'ratio', 0, 'the relative change by the new edition'],
  moved_by: [
    'moves',
    'list',
    0,
    'rounding: to another whole percent; sign: to the other side of zero; gone: there is none now',
  ],
  vintage: ['vintage', 'text', 0, 'the date of the edition'],
  release_number: ['release', 'quantity', 1, 'which edition with a value of the period this is: 1 is the first'],
} as const satisfies Record<string, readonly [string, ColumnKind, number, string]>;
