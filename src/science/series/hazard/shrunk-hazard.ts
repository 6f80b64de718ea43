import { fitCloglog, hazardOf, type CloglogFit, type Spread, type Tally } from "./cloglog.ts";

/** Fits under several priors, the first of them a constant hazard, each weighted by how well it foretold the rows. */
export interface ShrunkHazard {
  readonly parts: readonly { readonly weight: number; readonly fit: CloglogFit }[];
}

/** Prior standard deviations of a covariate's effect on the log of the rate, from a weak effect to a strong one. */
const PRIOR_DEVIATIONS = [0.5, 1, 2];
/** What the constant hazard has before the rows are seen; the others share the rest. */
const PRIOR_OF_CONSTANT = 0.5;

/**
 * Hazards by covariates, averaged over how much these may matter: not at all, which is the constant hazard, or with
 * effects per unit that scatter by one of three deviations about 0, weighted by their marginal likelihoods (Laplace).
 * An average with weight 1/2 on the constant hazard loses at most ln 2 of log score to it over all rows. The first
 * `natural` covariates, which are shares, and marks of 0 and 1 count as they are, others in units of two standard
 * deviations (Gelman 2008).
 */
export function shrunkHazard(tallies: readonly Tally[], natural = 0): ShrunkHazard {
  const constant = fitCloglog(tallies.map((one) => ({ ...one, covariates: [] })));
  const units = ({ deviations, isMark }: Spread) =>
    deviations.map((deviation, k) => (k < natural || isMark[k] ? 1 : 2 * deviation));
  const deviations = tallies[0]!.covariates.length === 0 ? [] : PRIOR_DEVIATIONS;
  const fits = [constant, ...deviations.map((deviation) => fitCloglog(tallies, deviation ** -2, units))];
  const priors = fits.map((_, k) =>
    k === 0 ? PRIOR_OF_CONSTANT : (1 - PRIOR_OF_CONSTANT) / deviations.length,
  );
  const top = Math.max(...fits.map(({ logEvidence }) => logEvidence));
  const weights = fits.map(({ logEvidence }, k) => priors[k]! * Math.exp(logEvidence - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { parts: fits.map((fit, k) => ({ weight: weights[k]! / total, fit })) };
}

/** How probable it is that a constant hazard is all there is. */
export const weightOfConstant = ({ parts }: ShrunkHazard): number => parts[0]!.weight;

/** The chance of the event within so many periods of the same covariates. */
export const chanceWithin = (
  { parts }: ShrunkHazard,
  covariates: readonly number[],
  periods: number,
): number =>
  parts.reduce((sum, { weight, fit }) => {
    const h = hazardOf(fit, covariates);
    return sum - weight * Math.expm1(periods * Math.log1p(-h));
  }, 0);
