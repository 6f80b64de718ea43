/** Counts, events and spells over time. Times in whatever unit they are given; pure. */
export { SeriesRefused } from "./series-error.ts";
export type { SeriesFault } from "./series-error.ts";
export type { Baseline } from "./hawkes/baseline.ts";
export { checkHistory } from "./hawkes/event-history.ts";
export type { EventHistory } from "./hawkes/event-history.ts";
export { fitHawkes } from "./hawkes/fit.ts";
export type { HawkesFit, HawkesModel, Held } from "./hawkes/fit.ts";
export { simulateHawkes } from "./hawkes/simulate.ts";
export { spectralRadius } from "./hawkes/spectral-radius.ts";
export { cox } from "./survival/cox.ts";
export type { CoxFit } from "./survival/cox.ts";
export { kaplanMeier } from "./survival/kaplan-meier.ts";
export type { SurvivalCurve, SurvivalStep } from "./survival/kaplan-meier.ts";
export { logRank } from "./survival/log-rank.ts";
export type { GroupedSpell, LogRank } from "./survival/log-rank.ts";
export type { CoxSpell, Ties } from "./survival/partial-likelihood.ts";
export type { Spell } from "./survival/spells.ts";
