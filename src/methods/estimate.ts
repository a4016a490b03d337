/** Why a number of an estimate is missing, or what kept it from the usual calculation; `ok` when nothing did. */
export type Status =
  | 'ok'
  /** Fewer values than the method requires: every number is null. */
  | 'too-few-values'
  /** All values are equal: nothing to estimate. */
  | 'no-variation'
  /** Both windows count nothing. */
  | 'no-counts'
  /** The base counts nothing, so the ratio and its upper limit do not exist; the lower limit does. */
  | 'base-zero'
  /** A window counts nothing, so its logarithm does not exist. */
  | 'zero-window'
  /** Too few values for limits at this confidence; the estimate stands. */
  | 'no-interval'
  /** Too few values to correct for autocorrelation: the p-value is the uncorrected one. */
  | 'not-corrected'
  /** The correction would leave (almost) no variance: the p-value is the uncorrected one. */
  | 'correction-refused'
  /** The counts vary no more than Poisson counts: the Poisson limit of the method is given. */
  | 'no-overdispersion';

/** Further results of a method, each present only where the method makes it. */
interface Parameters {
  /** Variance of the counts over their mean, as estimated (Pearson). */
  readonly dispersion?: number;
  /** Size of the negative binomial distribution: variance = mean + mean^2 / theta. */
  readonly theta?: number;
  readonly degreesOfFreedom?: number;
  /** Kendall's score and its variance, before any correction. */
  readonly score?: number;
  readonly scoreVariance?: number;
  readonly tau?: number;
  readonly tauB?: number;
  /** What the variance of the score was multiplied by, for autocorrelation or correlated seasons. */
  readonly varianceFactor?: number;
  /** True where the p-value is exact and not the normal approximation. */
  readonly exact?: boolean;
}

/** What every method returns: raw numbers, null where there is none, never NaN; `status` says why. */
export interface Estimate {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly statistic: number | null;
  readonly pValue: number | null;
  readonly parameters: Parameters;
  /** How many values were used (missing ones are not). */
  readonly n: number;
  /** The method that made the numbers, as listed in the registry. */
  readonly method: string;
  readonly status: Status;
}

type Numbers = Partial<Omit<Estimate, 'n' | 'method' | 'status'>>;

/** An estimate with the given numbers; the others are null. */
export function estimateWith(method: string, status: Status, n: number, numbers: Numbers = {}): Estimate {
  const { estimate = null, low = null, high = null, statistic = null, pValue = null, parameters = {} } = numbers;
  return { estimate, low, high, statistic, pValue, parameters, n, method, status };
}
