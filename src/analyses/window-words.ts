import { type Cadence, type CivilDate, firstDay, lastDay, type Window, windowDays } from '../period/index.ts';
import { monthName, thaiMonth } from '../period/month-names.ts';

/** The days of a window, and how many months it is of; null where it is not of whole months. */
function span(window: Window, at: Cadence): { from: CivilDate; to: CivilDate; months: number | null } {
  const [from, to] = [firstDay(window.first, at), lastDay(window.last, at)];
  const isDays = at.every === 'day' || at.every === 'week';
  const months = (to.year - from.year) * 12 + to.month - from.month + 1;
  return { from, to, months: isDays ? null : months };
}

const isYear = (from: CivilDate, months: number | null): boolean => months === 12 && from.month === 1;

/** `in January–June 2025`, `in 2024`, `in the 6 months to April 2025`, `in the 90 days to 30 June 2025`. */
export function englishWindow(window: Window, at: Cadence): string {
  const { from, to, months } = span(window, at);
  const end = `${monthName(to.month)} ${to.year}`;
  if (months === null) {
    const days = windowDays(window, at);
    return days === 1 ? `on ${to.day} ${end}` : `in the ${days} days to ${to.day} ${end}`;
  }
  if (months === 1) return `in ${end}`;
  if (isYear(from, months)) return `in ${to.year}`;
  return from.year === to.year ? `in ${monthName(from.month)}–${end}` : `in the ${months} months to ${end}`;
}

const BUDDHIST_OFFSET = 543;

/** `ในช่วง ม.ค.–มิ.ย. 2568`, `ในปี 2567`, `ในช่วง พ.ย. 2567 ถึง เม.ย. 2568`; years of the era of the source. */
export function thaiWindow(window: Window, at: Cadence, isBuddhist: boolean): string {
  const { from, to, months } = span(window, at);
  const year = (date: CivilDate) => date.year + (isBuddhist ? BUDDHIST_OFFSET : 0);
  const month = (date: CivilDate) => `${thaiMonth(date.month)} ${year(date)}`;
  if (months === null) {
    const [first, last] = [from, to].map((date) => `${date.day} ${month(date)}`);
    return first === last ? `ในวันที่ ${last}` : `ในช่วงวันที่ ${first} ถึงวันที่ ${last}`;
  }
  if (months === 1) return `ในเดือน ${month(to)}`;
  if (isYear(from, months)) return `ในปี ${year(to)}`;
  return from.year === to.year ? `ในช่วง ${thaiMonth(from.month)}–${month(to)}` : `ในช่วง ${month(from)} ถึง ${month(to)}`;
}
