import type { AlongTrack } from "./along-track.ts";
import { fitBentLine } from "./bent-line.ts";
import { withoutBurns, type Burn } from "./burn.ts";
import { RESPONSES, type Response } from "./response.ts";
import { runningMedian } from "./running-median.ts";
import { scatterOf, type Scatter } from "./scatter.ts";

/** Sets on either side of a bend; where the sets lag behind, those that lag come on top. */
const SIDE = 6;
/** Times within each gap at which a bend is tried. */
const TIMES = [0.1, 0.3, 0.5, 0.7, 0.9] as const;
const NORM_WIDTH = 121;
/** A bend counts from this many times the usual one on; one that leaves this many times the usual is none. */
const MIN_RATIO = 3.5;
const MAX_LEFT = 60;
/** What is left below this part of the usual is luck. */
const LEAST_LEFT = 0.7;
const ROUNDS = 3;
/** Bends closer than this, in days, are looked for one after the other; what is left within a day of one is its own. */
const APART_DAYS = 5;
const SAME_DAYS = 1;
/** How far around a burn that was taken out bends are tried again. */
const STALE_DAYS = 30;

interface Candidate extends Burn {
  readonly ratio: number;
}

/**
 * Burns that element sets take up slowly, or that are too weak to stand out in one gap: bends of the whole series
 * over some sets on both sides, for every way in which sets may lag, the clearest first; then, without those, again.
 */
export function laggingBurns(track: AlongTrack): Burn[] {
  const burns: Burn[] = [];
  let rest = track;
  let isStale = (_gap: number) => true;
  const scans = RESPONSES.map((response) => emptyScan(response, Math.max(track.days.length - 1, 0)));
  let usual: readonly Float64Array[] | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const scatter = scatterOf(rest);
    for (const each of scans) scan(rest, scatter, each, isStale);
    usual ??= scans.map(({ strengths }) => runningMedian(strengths, NORM_WIDTH, 8));
    const found = clearest(rest, scans, usual);
    if (found.length === 0) break;
    burns.push(...found.filter(({ day }) => burns.every((known) => Math.abs(known.day - day) >= SAME_DAYS)));
    rest = withoutBurns(rest, found);
    isStale = (gap) => found.some(({ day }) => Math.abs(day - rest.days[gap]!) < STALE_DAYS);
  }
  return burns;
}

/** For each gap, the strongest bend within it of one response. */
interface Scan {
  readonly response: Response;
  readonly strengths: Float64Array;
  readonly days: Float64Array;
  readonly steps: Float64Array;
  /** What a bend usually leaves. */
  readonly left: Float64Array;
}

function emptyScan(response: Response, gaps: number): Scan {
  const [strengths, days, steps, left] = Array.from({ length: 4 }, () => new Float64Array(gaps));
  return { response, strengths: strengths!, days: days!, steps: steps!, left: left! };
}

/** Tries bends in the gaps that are stale, and keeps the strongest of each. */
function scan(track: AlongTrack, scatter: Scatter, into: Scan, isStale: (gap: number) => boolean): void {
  const { response, strengths, left } = into;
  const gaps = Array.from(strengths.keys()).filter(isStale);
  const fits = gaps.map((gap) => {
    const range = rangeAround(track.days, gap, response);
    const at = { metres: scatter.metres[gap]!, metresPerDay: scatter.metresPerDay[gap]! };
    return TIMES.map((part) => {
      const day = track.days[gap]! + part * (track.days[gap + 1]! - track.days[gap]!);
      return { day, fit: fitBentLine(track, range, day, response, at) };
    });
  });
  for (const [k, gap] of gaps.entries()) left[gap] = fits[k]![TIMES.length >> 1]!.fit?.left ?? 0;
  const usualLeft = runningMedian(left, NORM_WIDTH, 8);
  for (const [k, gap] of gaps.entries()) {
    strengths[gap] = 0;
    for (const { day, fit } of fits[k]!) {
      if (fit === null) continue;
      const remains = fit.left / Math.max(usualLeft[gap]!, 1e-3);
      const strength = remains < MAX_LEFT ? Math.sqrt(fit.gain / Math.max(remains, LEAST_LEFT)) : 0;
      if (strength <= strengths[gap]!) continue;
      [strengths[gap], into.days[gap], into.steps[gap]] = [strength, day, fit.step];
    }
  }
}

/** The sets a bend in a gap is fitted to: some on either side, not from too far away, and those that lag. */
function rangeAround(days: Float64Array, gap: number, response: Response): { from: number; to: number } {
  const reach = 2.2 * (SIDE + response.days);
  let from = Math.max(0, gap - SIDE + 1);
  let to = Math.min(days.length, gap + SIDE + Math.ceil(response.days) + 1);
  while (days[gap]! - days[from]! > reach) from++;
  while (days[to - 1]! - days[gap]! > reach) to--;
  return { from, to };
}

function clearest(track: AlongTrack, scans: readonly Scan[], usual: readonly Float64Array[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (let gap = 0; gap + 1 < track.days.length; gap++) {
    let best: Candidate | null = null;
    for (const [k, { response, strengths, days, steps }] of scans.entries()) {
      const ratio = strengths[gap]! / Math.max(usual[k]![gap]!, 1e-6);
      if (ratio < MIN_RATIO || ratio <= (best?.ratio ?? 0)) continue;
      best = { day: days[gap]!, step: steps[gap]!, response, ratio };
    }
    if (best) candidates.push(best);
  }
  const chosen: Candidate[] = [];
  for (const candidate of candidates.sort((a, b) => b.ratio - a.ratio)) {
    const apart = APART_DAYS + candidate.response.days;
    if (chosen.every(({ day }) => Math.abs(day - candidate.day) >= apart)) chosen.push(candidate);
  }
  return chosen;
}
