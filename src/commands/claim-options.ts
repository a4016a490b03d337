import type { Claim, ClaimSource } from '../claims/claim.ts';
import { condition, type SeriesOptions } from './series-options.ts';

/** A claim's own words as the options that a command line would have; `part` tells whether its place is picked. */
export function claimOptions(claim: Claim, source: ClaimSource, part: boolean): SeriesOptions {
  const { options } = source;
  const one = (name: string) => options[name] as string | undefined;
  const many = (name: string) => (options[name] === undefined ? undefined : [options[name]].flat());
  const where = [...claim.where, ...(part ? claim.place : [])].map(condition);
  const given = {
    measure: claim.measure === null ? undefined : [claim.measure],
    stat: claim.stat ?? undefined,
    asOf: claim.asOf ?? undefined,
    where: where.length > 0 ? where : undefined,
    profile: one('profile'),
    date: many('date'),
    dateOrder: one('date_order'),
    era: one('era'),
    decimal: one('decimal') === undefined ? undefined : one('decimal') === 'comma' ? ',' : '.',
    null: many('null'),
    encoding: one('encoding'),
    sheet: one('sheet'),
    delimiter: one('delimiter'),
    fiscal: one('fiscal'),
    gaps: one('gaps'),
    sumOver: many('sum_over'),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as SeriesOptions;
}
