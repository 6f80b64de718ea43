import type { Bearing, Indicator } from "#model/indicator.ts";
import { elicitedPowers, type CountPowers, type Evidence } from "#science/belief/index.ts";
import { coverageBegins, monthIndex, monthlyExposure } from "./calendar.ts";
import type { Known } from "./known.ts";
import type { Increment } from "./increments.ts";
import { absence, presence } from "./likelihood-rows.ts";
import type { Measured } from "./measure.ts";

const DAYS_PER_MONTH = 30.4375;

/** What an indicator says about one scenario, month by month; null when it carries no evidence of its own. */
export function evidenceOf(
  measured: Measured,
  bearing: Bearing,
  scenario: number,
  known: Known,
): Evidence | null {
  switch (measured.indicator.measure.type) {
    case "count":
      return countEvidence(measured, bearing, scenario, known);
    case "rate":
      return rateEvidence(measured, bearing, scenario, known);
    case "tier":
      return tierEvidence(measured, bearing, scenario, known);
    case "share":
      return shareEvidence(measured, bearing, scenario, known);
    case "lag":
      return null;
  }
}

/** Stories per month, and how far each month was covered. */
function monthlyStories(
  increments: readonly Increment[],
  known: Known,
  streams: readonly string[],
  scale: (amount: number) => number,
): { counts: Float64Array; exposure: Float64Array } {
  const counts = new Float64Array(known.months.length);
  for (const { day, amount } of increments) {
    const month = monthIndex(known, day);
    if (month >= 0) counts[month]! += scale(amount);
  }
  const exposure = monthlyExposure(known, streams);
  return { counts, exposure: heard(known, streams, exposure, (t) => counts[t]! > 0) };
}

/**
 * Exposure as it is heard. After a file's horizon silence says nothing, but what is seen all the same counts at full
 * exposure, the cautious reading. Before a file begins nothing counts: famous cases without the quiet between them mislead.
 */
function heard(
  known: Known,
  streams: readonly string[],
  exposure: Float64Array,
  isSeen: (month: number) => boolean,
): Float64Array {
  const begins = coverageBegins(known, streams);
  return exposure.map((covered, t) =>
    covered === 0 && known.monthEnds[t]! >= begins && isSeen(t) ? 1 : covered,
  );
}

/** Expected stories in a window for dormant, building and critical, from the bounds of the levels. */
function windowMeans(levels: readonly number[], { present }: Bearing): [number, number, number] {
  const [low, middle, high] = [levels[0]! / 2, levels[1]!, levels[2]!];
  return present >= 1 ? [low, middle, high] : [high, middle, low];
}

function powersFor(
  indicator: Indicator,
  bearing: Bearing,
  means: [number, number, number],
  presentCount: number,
): CountPowers {
  const { present, absent } = bearing;
  return elicitedPowers({
    windowMeans: means,
    windowMonths: indicator.windowDays / DAYS_PER_MONTH,
    dispersion: indicator.dispersion,
    present,
    presentCount,
    absent,
  });
}

/** A count without one story, where that story rests on one observation alone; null where it does not. */
export function countWithout(
  measured: Measured,
  evidence: Evidence,
  id: string,
  known: Known,
): Evidence | null {
  const { indicator, increments, streams } = measured;
  const gone = increments.find((increment) => increment.id === id);
  if (indicator.measure.type !== "count" || evidence.type !== "count" || gone === undefined) return null;
  if (increments.some(({ story, id: other }) => story === gone.story && other !== id)) return null;
  const month = monthIndex(known, gone.day);
  if (month < 0) return evidence;
  const rest = increments.filter(
    (increment) => increment.id !== id && monthIndex(known, increment.day) === month,
  );
  const count = rest.reduce((sum, { amount }) => sum + scaleOf(indicator)(amount), 0);
  const counts = evidence.counts.with(month, count);
  return {
    ...evidence,
    counts,
    exposure: heard(known, streams, monthlyExposure(known, streams), (t) => counts[t]! > 0),
  };
}

function scaleOf({ measure }: Indicator): (amount: number) => number {
  const log = measure.type === "count" && measure.scale === "log";
  return log ? (amount) => Math.log2(1 + amount) : (amount) => amount;
}

function countEvidence(
  { indicator, increments, streams }: Measured,
  bearing: Bearing,
  scenario: number,
  known: Known,
): Evidence {
  const scale = scaleOf(indicator);
  const levels = indicator.levels.map(scale);
  const means = windowMeans(levels, bearing);
  const perMonth = means.map((mean) => (mean * DAYS_PER_MONTH) / indicator.windowDays);
  return {
    type: "count",
    scenario,
    group: indicator.group,
    dispersion: indicator.dispersion,
    powers: powersFor(indicator, bearing, means, levels[2]!),
    ...monthlyStories(increments, known, streams, scale),
    means: Float64Array.from({ length: known.months.length * 3 }, (_, i) => perMonth[i % 3]!),
  };
}

/** Stories against the indicator's own past: the baseline rate before the window, times the multiple each state expects. */
function rateEvidence(
  { indicator, increments, streams }: Measured,
  bearing: Bearing,
  scenario: number,
  known: Known,
): Evidence {
  const baselineDays = indicator.measure.type === "rate" ? indicator.measure.baselineDays : 1;
  const multiples = windowMeans(indicator.levels, bearing);
  const typicalWindow = 5;
  const { counts, exposure } = monthlyStories(increments, known, streams, (amount) => amount);
  const means = new Float64Array(known.months.length * 3);
  known.monthEnds.forEach((day, t) => {
    const end = day - indicator.windowDays;
    const seen = increments.reduce(
      (sum, { day: on, amount }) => (on > end - baselineDays && on <= end ? sum + amount : sum),
      0,
    );
    multiples.forEach(
      (multiple, s) => (means[t * 3 + s] = ((seen * multiple) / baselineDays) * DAYS_PER_MONTH),
    );
    if (seen === 0) exposure[t] = 0;
  });
  const powers = powersFor(
    indicator,
    bearing,
    multiples.map((m) => m * typicalWindow) as [number, number, number],
    indicator.levels[2] * typicalWindow,
  );
  return {
    type: "count",
    scenario,
    group: indicator.group,
    dispersion: indicator.dispersion,
    powers,
    counts,
    exposure,
    means,
  };
}

/**
 * A tier speaks when it is reached: its likelihood ratio, less what was already credited within the window, so that
 * five reports of one tier are not five findings. While nothing is in force, covered months speak of absence.
 */
function tierEvidence(
  { indicator, tiers, streams }: Measured,
  { present, absent }: Bearing,
  scenario: number,
  known: Known,
): Evidence {
  const exposure = monthlyExposure(known, streams);
  const logLikelihood = new Float64Array(known.months.length * 3);
  const reached = creditedTiers(tiers, present, indicator.windowDays);
  for (const { day, log } of reached) {
    const month = known.monthEnds.findIndex((end) => day <= end);
    if (day >= known.monthStarts[0]! && month >= 0) speak(logLikelihood, month, presence(log));
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

function speak(logLikelihood: Float64Array, month: number, added: readonly [number, number, number]): void {
  for (let s = 0; s < 3; s++) logLikelihood[month * 3 + s]! += added[s]!;
}

/** Newly known cases, each in the share or not, against the share expected in each state. */
function shareEvidence(
  { indicator, increments, among, streams }: Measured,
  bearing: Bearing,
  scenario: number,
  known: Known,
): Evidence {
  const expected = windowMeans(indicator.levels, bearing).map((p) => Math.min(0.99, p));
  const part = monthlyStories(increments, known, streams, (amount) => amount).counts;
  const { counts: whole, exposure } = monthlyStories(among, known, streams, (amount) => amount);
  const ratio = (p: number, to: number, from: number): number =>
    p * Math.log(expected[to]! / expected[from]!) +
    (1 - p) * Math.log((1 - expected[to]!) / (1 - expected[from]!));
  const typicalCases = 6;
  const power = Math.min(
    1,
    Math.max(0, Math.log(bearing.present) / (typicalCases * ratio(indicator.levels[2], 2, 1))),
  );
  const logLikelihood = new Float64Array(known.months.length * 3);
  whole.forEach((n, t) => {
    const share = n > 0 ? Math.min(1, part[t]! / n) : 0;
    for (const s of [1, 2]) logLikelihood[t * 3 + s] = n > 0 ? power * n * ratio(share, s, 0) : 0;
  });
  return { type: "table", scenario, group: indicator.group, exposure, logLikelihood };
}
