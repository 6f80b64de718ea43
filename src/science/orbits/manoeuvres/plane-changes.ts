import { MU_KM3_PER_S2 } from "../sgp4/earth-model.ts";
import { meanOrbit, secularRates } from "../sgp4/mean-orbit.ts";
import type { AlongTrack } from "./along-track.ts";
import { runningMedian, runningScale } from "./running-median.ts";

/** For each gap between element sets, how far the plane of the orbit turned beside its usual course. */
export interface PlaneChanges {
  /** The change of velocity across the track that this takes, m/s. */
  readonly acrossMs: Float64Array;
  /** In scales of what the plane turns by from one set to the next. */
  readonly scales: Float64Array;
  /** What it turned by from this set to the next alone, in the same scales. */
  readonly atOnce: Float64Array;
}

const RAD = Math.PI / 180;
const MINUTES_A_DAY = 1440;
/** μ of the Earth, m³/s². */
const MU = MU_KM3_PER_S2 * 1e9;
const SIDE = 3;
const [TREND_WIDTH, SCALE_WIDTH] = [31, 121];
/** Angles are told to a ten-thousandth of a degree, in radians. */
const LEAST_SCALE = 1e-6;

/**
 * The orbit's normal over three sets after each gap against that over three before, by their medians, less how it
 * usually turns: so neither a bad set nor the slow pull of Moon and Sun is a change.
 */
export function planeChanges(track: AlongTrack): PlaneChanges {
  const { sets, days } = track;
  const gaps = Math.max(sets.length - 1, 0);
  const [turned, usual] = [new Float64Array(gaps), new Float64Array(gaps)];
  const step = (values: Float64Array, gap: number) => values[gap + 1]! - values[gap]!;
  for (const normal of normalsOf(track)) {
    const rates = turned.map((_, gap) => step(normal, gap) / step(days, gap));
    const drift = runningMedian(rates, TREND_WIDTH);
    for (let gap = 0; gap < gaps; gap++) {
      turned[gap]! += (across(normal, gap) - drift[gap]! * across(days, gap)) ** 2;
      usual[gap]! += (step(normal, gap) - drift[gap]! * step(days, gap)) ** 2;
    }
  }
  const scale = runningScale(usual.map(Math.sqrt), SCALE_WIDTH, LEAST_SCALE);
  const speed = (gap: number) => Math.cbrt((MU * sets[gap]!.meanMotionRevPerDay * 2 * Math.PI) / 86_400);
  return {
    acrossMs: turned.map((square, gap) => Math.sqrt(square) * speed(gap)),
    scales: turned.map((square, gap) => Math.sqrt(square) / scale[gap]!),
    atOnce: usual.map((square, gap) => Math.sqrt(square) / scale[gap]!),
  };
}

/** Components of the unit normal of each set's orbit, against a node that turns as SGP4 says. */
function normalsOf({ sets, days }: AlongTrack): Float64Array[] {
  const rates = sets.map((set) => secularRates(meanOrbit(set)).nodedot * MINUTES_A_DAY);
  let turned = 0;
  const nodes = Float64Array.from(rates, (rate, i) => {
    if (i > 0) turned += 0.5 * (rate + rates[i - 1]!) * (days[i]! - days[i - 1]!);
    return sets[i]!.raanDeg * RAD - turned;
  });
  const tilts = Float64Array.from(sets, ({ inclinationDeg }) => inclinationDeg * RAD);
  return [
    tilts.map((tilt, i) => Math.sin(tilt) * Math.sin(nodes[i]!)),
    tilts.map((tilt, i) => -Math.sin(tilt) * Math.cos(nodes[i]!)),
    tilts.map(Math.cos),
  ];
}

/** The median of three values after a gap less that of three before. */
function across(values: Float64Array, gap: number): number {
  const before = values.slice(Math.max(0, gap - SIDE + 1), gap + 1).sort();
  const after = values.slice(gap + 1, gap + 1 + SIDE).sort();
  return after[after.length >> 1]! - before[before.length >> 1]!;
}
