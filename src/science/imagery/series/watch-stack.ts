import { harmonicBasis } from "./harmonic-basis.ts";
import { firstAlarm, type AlarmRule } from "./monitor.ts";
import { baselineFitter } from "./robust-baseline.ts";

/** Dates of one index (NDVI, brightness) on one grid. */
export interface IndexStack {
  readonly width: number;
  readonly height: number;
  /** When each date was, in years, ascending. */
  readonly years: Float64Array;
  readonly values: readonly Float32Array[];
  /** 1 where the date saw the ground. */
  readonly clear: readonly Uint8Array[];
  /** The first date that is watched; those before are history. */
  readonly start: number;
}

/** What the watched dates of a stack say, pixel by pixel. */
export interface StackAlarms {
  /** The first date of the pixel's run of anomalies, −1 without an alarm. */
  readonly from: Int16Array;
  /** Spread of each pixel around its baseline; NaN where its history is too short. */
  readonly sigma: Float32Array;
  /** Pixels with a baseline. */
  readonly watched: number;
  /** Median step that would alarm, in the unit of the values: a wide baseline that never alarms shows here. */
  readonly detectableStep: number;
}

/** Six anomalies in a row of four sigmas: on farmland, the hard case, no object of nine pixels in five months. */
export const CONFIRMED_RULE: AlarmRule = { consecutive: 6, sigmas: 4, leastSigma: 0.02 };

/** Watches every pixel of a stack against its own level and season, robustly fitted to its clear history. */
export function watchStack(stack: IndexStack, rule: AlarmRule = CONFIRMED_RULE): StackAlarms {
  const { years, values, clear, start, width, height } = stack;
  const dates = years.length;
  const basis = harmonicBasis(years, { harmonics: 1, hasTrend: false });
  const fit = baselineFitter(basis);
  const [from, sigma] = [new Int16Array(width * height).fill(-1), new Float32Array(width * height).fill(NaN)];
  const pixels = width * height;
  const [series, seen] = [new Float64Array(BLOCK * dates), new Uint8Array(BLOCK * dates)];
  for (let first = 0; first < pixels; first += BLOCK) {
    const count = Math.min(BLOCK, pixels - first);
    gather(values, series, { first, count, dates });
    gather(clear, seen, { first, count, dates });
    for (let i = 0; i < count; i++) {
      const [own, ownClear] = [series.subarray(i * dates), seen.subarray(i * dates)];
      const baseline = fit(own, ownClear, { end: start });
      if (baseline === null) continue;
      sigma[first + i] = Math.max(baseline.sigma, rule.leastSigma);
      const alarm = firstAlarm(basis, baseline, { values: own, clear: ownClear, start }, rule);
      if (alarm !== null) from[first + i] = alarm.from;
    }
  }
  const known = sigma.filter((value) => !Number.isNaN(value)).sort();
  const detectableStep = rule.sigmas * (known[known.length >> 1] ?? NaN);
  return { from, sigma, watched: known.length, detectableStep };
}

/** Pixels are turned into series so many at once: memory is read in the order it lies in. */
const BLOCK = 256;

function gather(
  dates: readonly (Float32Array | Uint8Array)[],
  out: Float64Array | Uint8Array,
  { first, count, dates: length }: { readonly first: number; readonly count: number; readonly dates: number },
): void {
  for (let t = 0; t < length; t++) {
    const date = dates[t]!;
    for (let i = 0; i < count; i++) out[i * length + t] = date[first + i]!;
  }
}
