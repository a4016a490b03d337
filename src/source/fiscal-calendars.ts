import * as v from 'valibot';
import japan from '../../data/calendars/japan.yaml';
import laos from '../../data/calendars/laos.yaml';
import myanmar from '../../data/calendars/myanmar.yaml';
import thailand from '../../data/calendars/thailand.yaml';
import unitedKingdom from '../../data/calendars/united-kingdom.yaml';
import unitedStates from '../../data/calendars/united-states.yaml';
import { datedFiscal, type FiscalYear } from '../period/index.ts';

/** The fiscal calendars that ship with the program, as their files hold them. */
const CALENDARS: Readonly<Record<string, unknown>> = {
  japan,
  laos,
  myanmar,
  thailand,
  'united-kingdom': unitedKingdom,
  'united-states': unitedStates,
};

export const CALENDAR_NAMES: readonly string[] = Object.keys(CALENDARS);

const Calendar = v.strictObject({
  name: v.string(),
  title: v.string(),
  named_by: v.picklist(['end', 'start', 'both']),
  years: v.array(
    v.strictObject({ from: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)), months: v.picklist([3, 6, 12]) }),
  ),
});

/** The fiscal calendar of a country; a calendar that never changed needs no table. */
export function fiscalCalendar(name: string): FiscalYear {
  const { named_by: namedBy, years } = v.parse(Calendar, CALENDARS[name]);
  const runs = years.map(({ from, months }) => ({
    from: Number(from.slice(0, 4)) * 12 + Number(from.slice(5)) - 1,
    months,
  }));
  const startMonth = ((runs[runs.length - 1]?.from ?? 0) % 12) + 1;
  return { startMonth, namedBy, dated: runs.length > 1 ? datedFiscal(runs, namedBy) : undefined };
}
