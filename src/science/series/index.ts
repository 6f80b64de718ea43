/** Counts, events and spells over time. Times in whatever unit they are given; pure. */
export { accessionHazard } from "./hazard/accession.ts";
export { allowingForUnnamed, type HazardWithUnnamed } from "./hazard/unnamed.ts";
export type {
  AccessionHazard,
  AccessionRecord,
  Candidate,
  Coefficient,
  NextMember,
} from "./hazard/accession.ts";
export { fitCloglog, hazardOf, tally } from "./hazard/cloglog.ts";
export type { CloglogFit, PersonPeriod } from "./hazard/cloglog.ts";
export { rollingOrigin } from "./hazard/rolling-origin.ts";
export type { DatedPeriod, OutOfSample } from "./hazard/rolling-origin.ts";
export { shrunkHazard, weightOfConstant } from "./hazard/shrunk-hazard.ts";
export { beyondSquares } from "./check-values.ts";
export { collinearCovariate } from "./collinear.ts";
export type { Collinear } from "./collinear.ts";
export { SeriesRefused } from "./series-error.ts";
export type { SeriesFault } from "./series-error.ts";
export { analyseHawkes } from "./hawkes/analyse.ts";
export type { Direction, DirectionVerdict, HawkesAnalysis } from "./hawkes/analyse.ts";
export { countBaseline } from "./baseline/count-baseline.ts";
export type { CountReading, ExposedCount } from "./baseline/count-baseline.ts";
export { averageRunLength, cusum, cusumFor } from "./baseline/cusum.ts";
export type { Cusum } from "./baseline/cusum.ts";
export { medianBaseline } from "./baseline/median-baseline.ts";
export type { MedianReading } from "./baseline/median-baseline.ts";
export type { TrailingWindow } from "./baseline/trailing-window.ts";
export { changepoints } from "./change/changepoints.ts";
export type { ChangeAnswer, Changepoint } from "./change/changepoints.ts";
export { mixChangeP } from "./change/mix-change.ts";
export type { FiledCase } from "./change/mix-change.ts";
export { onlineChange } from "./change/online-change.ts";
export type { OnlineAnswer } from "./change/online-change.ts";
export type { ChangeIn } from "./change/location.ts";
export type { Baseline } from "./hawkes/baseline.ts";
export { checkHistory, countsByType } from "./hawkes/event-history.ts";
export type { EventHistory } from "./hawkes/event-history.ts";
export { fitHawkes } from "./hawkes/fit.ts";
export type { HawkesFit, HawkesModel } from "./hawkes/fit.ts";
export type { Held } from "./hawkes/held.ts";
export type { HawkesIntervals, ZeroTest } from "./hawkes/infer.ts";
export type { Interval } from "./hawkes/intervals.ts";
export { simulateHawkes } from "./hawkes/simulate.ts";
export { spectralRadius } from "./hawkes/spectral-radius.ts";
export { fitUntied } from "./hawkes/tied.ts";
export type { Untied } from "./hawkes/tied.ts";
export { lead } from "./lead/lead.ts";
export type { LeadAnswer } from "./lead/lead.ts";
export { leadShift } from "./lead/lead-shift.ts";
export { wilson } from "./lead/lead-index.ts";
export type { Achievement, LeadPoint } from "./lead/lead-index.ts";
export type { Band } from "./period/band.ts";
export { datingOf } from "./period/dating.ts";
export type { Dating } from "./period/dating.ts";
export { eventPeriod } from "./period/event-period.ts";
export { lombScarglePowers, periodicBasis } from "./period/lomb-scargle.ts";
export type { PeriodAnswer } from "./period/period-answer.ts";
export { seriesPeriod } from "./period/series-period.ts";
export { cox } from "./survival/cox.ts";
export type { CoxFit } from "./survival/cox.ts";
export { kaplanMeier } from "./survival/kaplan-meier.ts";
export type { SurvivalCurve, SurvivalStep } from "./survival/kaplan-meier.ts";
export { logRank } from "./survival/log-rank.ts";
export type { GroupedSpell, LogRank } from "./survival/log-rank.ts";
export type { CoxSpell, Ties } from "./survival/partial-likelihood.ts";
export type { Spell } from "./survival/spells.ts";
