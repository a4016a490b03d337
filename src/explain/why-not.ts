import type { ChangeStatus } from '../analyses/change-between.ts';

/** Why a change or its ratio is not given, in words; null where it is. */
export function whyNot(status: ChangeStatus): string | null {
  return WORDS[status];
}

const WORDS: Readonly<Record<ChangeStatus, string | null>> = {
  ok: null,
  'no-earlier-period': 'the series has no earlier period to compare with',
  'no-counterpart': 'the year before has no such period',
  missing: 'there is no value',
  'base-missing': 'there is no value to compare with',
  part: 'the value stands for a part of its period only',
  'base-part': 'the value that it is compared with stands for a part of its period only',
  'base-zero': 'from zero there is no ratio',
  'base-negative': 'from below zero there is no ratio',
  points: 'the measure is a share, whose change is in points',
  balance: 'a balance is the difference of two flows, of either sign: its change has no ratio',
  break: 'the figures before and after a break are not comparable',
  'unequal-periods': 'one period is far longer than the other (--per day compares)',
};
