import type { ChangeStatus } from './change-between.ts';

/** What stands in place of a ratio that has no meaning: the reason in few words. */
export const REASONS: Readonly<Record<ChangeStatus, string>> = {
  ok: '',
  'no-earlier-period': '',
  'no-counterpart': '',
  missing: '',
  'base-missing': 'no base',
  part: 'part',
  'base-part': 'base part',
  'base-zero': 'from 0',
  'base-negative': 'base < 0',
  points: 'points',
  balance: '',
  break: 'break',
  'unequal-periods': 'unequal',
};
