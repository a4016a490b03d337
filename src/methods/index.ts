import exactPoissonRatio from './exact-poisson-ratio.ts';
import fisher from './fisher.ts';
import hamedRao from './hamed-rao.ts';
import holm from './holm.ts';
import laspeyres from './laspeyres.ts';
import mannKendall from './mann-kendall.ts';
import type { Method } from './method.ts';
import negativeBinomialRatio from './negative-binomial-ratio.ts';
import numberAndSize from './number-and-size.ts';
import paasche from './paasche.ts';
import quasiPoissonRatio from './quasi-poisson-ratio.ts';
import seasonHeterogeneity from './season-heterogeneity.ts';
import seasonalMannKendall from './seasonal-mann-kendall.ts';
import seasonalSen from './seasonal-sen.ts';
import theilSen from './theil-sen.ts';
import tornqvist from './tornqvist.ts';

/** Every method, in the order in which it is listed. */
export const METHODS: readonly Method[] = [
  quasiPoissonRatio,
  exactPoissonRatio,
  negativeBinomialRatio,
  seasonalMannKendall,
  seasonalSen,
  seasonHeterogeneity,
  mannKendall,
  hamedRao,
  theilSen,
  holm,
  fisher,
  laspeyres,
  paasche,
  tornqvist,
  numberAndSize,
];
