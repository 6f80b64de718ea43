import type { Bearing } from "#model/indicator.ts";
import type { Evidence } from "#science/belief/index.ts";
import { DAYS_PER_MONTH, monthIndex, monthlyExposure } from "../reading/calendar.ts";
import type { Known } from "../reading/known.ts";
import { absence, presence, type LikelihoodRow } from "./likelihood-rows.ts";
import type { Measured } from "../reading/measured.ts";
import { heard } from "./monthly-stories.ts";

/**
 * A tier speaks when it is reached: its likelihood ratio, less what was already credited within the window, so that
 * five reports of one tier are not five findings. While nothing is in force, covered months speak of absence.
 */
export function tierEvidence(
  { indicator, tiers, streams }: Measured,
  { present, absent }: Bearing,
  scenario: number,
  known: Known,
): Evidence {
  const exposure = monthlyExposure(known, streams);
  const logLikelihood = new Float64Array(known.months.length * 3);
  const reached = creditedTiers(tiers, present, indicator.windowDays);
  for (const { day, log } of reached) {
    const month = monthIndex(known, day);
    if (month >= 0) speak(logLikelihood, month, presence(log));
  }
  const quietMonth = (Math.log(absent) * DAYS_PER_MONTH) / indicator.windowDays;
  known.monthEnds.forEach((end, t) => {
    const inForce = tiers.some(({ day }) => day <= end && end - day < indicator.windowDays);
    if (!inForce) speak(logLikelihood, t, absence(quietMonth * exposure[t]!));
  });
  return {
    type: "table",
    scenario,
    group: indicator.group,
    exposure: heard(known, streams, exposure, (t) => logLikelihood[t * 3 + 2] !== 0),
    logLikelihood,
  };
}

/** What each tier event adds in log-likelihood to what its window already credits. */
function creditedTiers(
  tiers: Measured["tiers"],
  present: number,
  windowDays: number,
): { day: number; log: number }[] {
  const credited: { day: number; log: number }[] = [];
  for (const { day, tier, truth } of tiers) {
    const log = Math.log(truth * present ** Math.min(1, tier / 3) + 1 - truth);
    const already = credited.filter((c) => day - c.day < windowDays).reduce((sum, c) => sum + c.log, 0);
    if (Math.abs(log) > Math.abs(already)) credited.push({ day, log: log - already });
  }
  return credited;
}

function speak(logLikelihood: Float64Array, month: number, added: LikelihoodRow): void {
  for (let s = 0; s < 3; s++) logLikelihood[month * 3 + s]! += added[s]!;
}
