import bts from '../../data/profiles/bts.yaml';
import bts2019 from '../../data/profiles/bts-2019.yaml';
import cbpDrugs from '../../data/profiles/cbp-drugs.yaml';
import cbpEncounters from '../../data/profiles/cbp-encounters.yaml';
import frontex from '../../data/profiles/frontex.yaml';
import hkPassengers from '../../data/profiles/hk-passengers.yaml';
import tNatN from '../../data/profiles/t-nat-n.yaml';
import tidy from '../../data/profiles/tidy.yaml';
import ukSmallBoatsDaily from '../../data/profiles/uk-small-boats-daily.yaml';
import ukSmallBoatsMonthly from '../../data/profiles/uk-small-boats-monthly.yaml';
import ukSmallBoatsYearly from '../../data/profiles/uk-small-boats-yearly.yaml';

/** The profiles that ship with the program, as their files hold them. */
export const BUILTIN_PROFILES: readonly unknown[] = [
  bts,
  bts2019,
  cbpDrugs,
  cbpEncounters,
  frontex,
  hkPassengers,
  tNatN,
  tidy,
  ukSmallBoatsDaily,
  ukSmallBoatsMonthly,
  ukSmallBoatsYearly,
];
