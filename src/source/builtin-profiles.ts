import bts from '../../data/profiles/bts.yaml';
import bts2019 from '../../data/profiles/bts-2019.yaml';
import cbpDrugs from '../../data/profiles/cbp-drugs.yaml';
import cbpEncounters from '../../data/profiles/cbp-encounters.yaml';
import comtrade from '../../data/profiles/comtrade.yaml';
import comtradeLegacy from '../../data/profiles/comtrade-legacy.yaml';
import ecbRates from '../../data/profiles/ecb-rates.yaml';
import frontex from '../../data/profiles/frontex.yaml';
import hkPassengers from '../../data/profiles/hk-passengers.yaml';
import tNatN from '../../data/profiles/t-nat-n.yaml';
import thaiTourism from '../../data/profiles/thai-tourism.yaml';
import tidy from '../../data/profiles/tidy.yaml';
import ucdpGed from '../../data/profiles/ucdp-ged.yaml';
import ukSmallBoatsDaily from '../../data/profiles/uk-small-boats-daily.yaml';
import ukSmallBoatsMonthly from '../../data/profiles/uk-small-boats-monthly.yaml';
import ukSmallBoatsYearly from '../../data/profiles/uk-small-boats-yearly.yaml';
import unodcIds from '../../data/profiles/unodc-ids.yaml';
import usCensusTrade from '../../data/profiles/us-census-trade.yaml';
import usCpi from '../../data/profiles/us-cpi.yaml';

/** The profiles that ship with the program, as their files hold them. */
export const BUILTIN_PROFILES: readonly unknown[] = [
  bts,
  bts2019,
  cbpDrugs,
  cbpEncounters,
  comtrade,
  comtradeLegacy,
  ecbRates,
  frontex,
  hkPassengers,
  tNatN,
  thaiTourism,
  tidy,
  ucdpGed,
  ukSmallBoatsDaily,
  ukSmallBoatsMonthly,
  ukSmallBoatsYearly,
  unodcIds,
  usCensusTrade,
  usCpi,
];
