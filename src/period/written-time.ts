/** A time of day behind a date, as `13:05`, `T13:05:06.250Z`, `1:05 PM` or `13.05 น.` with `13:05 +07:00`. */
const TIME =
  /^(?<date>.*?\d)(?:T|,? )(?<hour>\d{1,2}):(?<minute>\d{2})(?::\d{2}(?:[.,]\d+)?)?(?: ?(?<half>[ap])\.?m\.?)?(?: ?น\.)?(?<zone> ?(?:Z|UTC|GMT)| ?[+-]\d{2}:?\d{2})?$/iu;

/** A text cut into its date and, where it has one, the time behind it. */
export interface WrittenTime {
  readonly date: string;
  /** Minutes from the midnight before, by the clock of the text; null where there is no time. */
  readonly minutes: number | null;
  /** Minutes that the clock of the text is ahead of UTC; null where it does not say. */
  readonly zone: number | null;
}

export function writtenTime(text: string): WrittenTime {
  const { date, hour, minute, half, zone } = TIME.exec(text)?.groups ?? {};
  if (date === undefined) return { date: text, minutes: null, zone: null };
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return { date, minutes: hours * 60 + Number(minute), zone: zone === undefined ? null : zoneMinutes(zone.trim()) };
}

/** Zones that keep one distance from UTC all year; those with summer time cannot be told by a number. */
const FIXED_ZONES: Readonly<Record<string, string>> = {
  'asia/bangkok': '+07:00',
  'asia/dhaka': '+06:00',
  'asia/ho_chi_minh': '+07:00',
  'asia/hong_kong': '+08:00',
  'asia/jakarta': '+07:00',
  'asia/karachi': '+05:00',
  'asia/kathmandu': '+05:45',
  'asia/kolkata': '+05:30',
  'asia/kuala_lumpur': '+08:00',
  'asia/manila': '+08:00',
  'asia/phnom_penh': '+07:00',
  'asia/rangoon': '+06:30',
  'asia/seoul': '+09:00',
  'asia/shanghai': '+08:00',
  'asia/singapore': '+08:00',
  'asia/taipei': '+08:00',
  'asia/tokyo': '+09:00',
  'asia/vientiane': '+07:00',
  'asia/yangon': '+06:30',
  gmt: '+00:00',
  utc: '+00:00',
  z: '+00:00',
};

/** Minutes that a zone is ahead of UTC, for `+07:00`, `UTC` or the name of a zone without summer time; null otherwise. */
export function zoneMinutes(text: string): number | null {
  const [, sign, hours, minutes = '0'] =
    /^([+-])(\d{1,2}):?(\d{2})?$/.exec(FIXED_ZONES[text.toLowerCase()] ?? text) ?? [];
  if (sign === undefined || Number(hours) > 14 || Number(minutes) > 59) return null;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
