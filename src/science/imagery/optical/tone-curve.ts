import { quantileInOrder } from "../order-statistics.ts";

/** Pictures drawn for the eye hold whole numbers up to this. */
const MOST = 255;
/** Powers that are tried: from a fourth root to a fourth power, by eighths of an octave. */
const POWERS = Array.from({ length: 33 }, (_, k) => 2 ** ((k - 16) / 8));
const CLASSES = 16;
/** A curve is believed that leaves less than this share of what a line leaves. */
const LEAST_GAIN = 0.5;

export interface DrawnAlike {
  /** The bands before, drawn by the curve of the date after. */
  readonly bands: readonly Float32Array[];
  readonly isCurved: boolean;
}

/**
 * Bands before as they would be had both dates been drawn alike: bands of 8 bits are exported with a curve of
 * brightness, a gamma or a root, which may differ by date. Bands of other numbers, and those that a line fits as well,
 * stay as they are. `sample` holds the pixels it is told from.
 */
export function drawnAlike(
  before: readonly Float32Array[],
  after: readonly Float32Array[],
  sample: Int32Array,
): DrawnAlike {
  const powers = before.map((band, k) => (after[k] === undefined ? 1 : tonePower(band, after[k], sample)));
  return {
    bands: before.map((band, k) => (powers[k] === 1 ? band : band.map((value) => curved(value, powers[k]!)))),
    isCurved: powers.some((power) => power !== 1),
  };
}

/**
 * The power of brightness before that brightness after follows in a line. It goes by the median after of sixteen
 * classes of brightness before, which what changed does not move where it is less than half of a class.
 */
function tonePower(before: Float32Array, after: Float32Array, sample: Int32Array): number {
  if (!isDrawn(before, sample) || !isDrawn(after, sample)) return 1;
  const classes = toneClasses(before, after, sample);
  const rests = POWERS.map((power) => restOfLine(classes, power));
  const best = rests.indexOf(Math.min(...rests));
  return rests[best]! < LEAST_GAIN * restOfLine(classes, 1) ? POWERS[best]! : 1;
}

function curved(value: number, power: number): number {
  return MOST * (Math.max(value + 1, 0) / (MOST + 1)) ** power;
}

function isDrawn(band: Float32Array, sample: Int32Array): boolean {
  return sample.every((i) => band[i]! >= 0 && band[i]! <= MOST && Number.isInteger(band[i]!));
}

interface ToneClass {
  readonly before: number;
  readonly after: number;
}

/** Classes of as many pixels each; those that a stretch has clipped say nothing. */
function toneClasses(before: Float32Array, after: Float32Array, sample: Int32Array): ToneClass[] {
  const [x, y] = [within(before, sample), within(after, sample)];
  const order = sample.filter((i) => x(i) && y(i)).sort((a, b) => before[a]! - before[b]!);
  const edge = (k: number) => Math.floor((k * order.length) / CLASSES);
  return Array.from({ length: CLASSES }, (_, k) => order.subarray(edge(k), edge(k + 1)))
    .filter(({ length }) => length > 0)
    .map((own) => ({ before: middleOf(before, own), after: middleOf(after, own) }));
}

function within(band: Float32Array, sample: Int32Array): (i: number) => boolean {
  let [least, largest] = [Infinity, -Infinity];
  for (const i of sample) [least, largest] = [Math.min(least, band[i]!), Math.max(largest, band[i]!)];
  return (i) => band[i]! > least && band[i]! < largest;
}

function middleOf(band: Float32Array, pixels: Int32Array): number {
  return quantileInOrder(Float32Array.from(pixels, (i) => band[i]!).sort(), 0.5);
}

/** What the rising line of least absolute deviations leaves of all classes; it runs through two of them. */
function restOfLine(classes: readonly ToneClass[], power: number): number {
  const at = classes.map(({ before }) => curved(before, power));
  let least = Infinity;
  for (const [j, to] of classes.entries()) {
    for (const [k, from] of classes.slice(0, j).entries()) {
      const slope = (to.after - from.after) / (at[j]! - at[k]!);
      if (!(slope > 0 && slope < Infinity)) continue;
      const rest = classes.reduce(
        (sum, { after }, i) => sum + Math.abs(after - from.after - slope * (at[i]! - at[k]!)),
        0,
      );
      least = Math.min(least, rest);
    }
  }
  return least;
}
