import { calibrate, type Calibration } from "../calibration/calibrate.ts";
import { above } from "../guarded-threshold.ts";
import { changedObjects } from "../objects/changed-objects.ts";
import { register } from "../optical/register.ts";
import type { PairChange } from "../pair-change.ts";
import { type Scene, usableInBoth } from "../scene.ts";
import { inLinear, inLogarithms, LEAST_SHIFT_PX } from "./backscatter.ts";
import { datedSplit, largestT, logStack, pixelwiseT } from "./stack-test.ts";

/** Radar dates of one relative orbit on one grid, in order of time; `at` is the first after the change. */
export interface DatedStack {
  readonly scenes: readonly Scene[];
  readonly at: number;
}

export interface StackChange {
  readonly found: PairChange;
  readonly calibration: Calibration;
  /** Objects of fewer pixels are what an unchanged site shows too often. */
  readonly leastPixels: number;
  /** Objects as large that an unchanged site is expected to show in one comparison. */
  readonly falseObjects: number;
  /** The logarithm of an object's backscatter, date by date, of the polarisation in which it changed more. */
  readonly courseOf: (members: Int32Array) => Float64Array;
}

/** So large a share of unchanged pixels is to lie above the threshold. */
const ALPHA = 0.0008;
/** A comparison in so many may show an object where nothing changed. */
const FALSE_OBJECTS = 1 / 50;
/** Past from which a threshold is learnt: stretches as long as that after, of dates that leave as many to compare with. */
const [LEAST_STRETCHES, MOST_STRETCHES, LEAST_PAST] = [3, 8, 8];

/** Whether there is past enough to learn from what a site shows when nothing changes. */
export function hasPast({ scenes, at }: DatedStack): boolean {
  return at >= LEAST_PAST && at >= LEAST_STRETCHES * (scenes.length - at);
}

/**
 * Change between all dates before and all after: the pixel-wise test over logarithms of 3 × 3 looks, its threshold from
 * stretches of the site's own past held against the rest of it, and so the least size of an object. RangeError when too
 * little can be compared.
 */
export function stackChange(stack: DatedStack, shiftLimitPx: number): StackChange {
  const { scenes, at } = stack;
  const last = inLinear(scenes[at - 1]!);
  const laid = scenes.map((scene) => laidOver(last, inLinear(scene), shiftLimitPx));
  const compared = laid
    .map((one) => one.compared)
    .reduce((all, one) => all.map((value, i) => value & one[i]!));
  const size = { width: last.width, height: last.height };
  const logs = last.bands.map((_, band) =>
    logStack({ ...size, dates: laid.map(({ bands }) => bands[band]!), usable: compared }),
  );
  const after = scenes.length - at;
  const past = stretchesOf(at, after).map((from) => testOf(logs, { from, to: from + after, end: at }));
  const values = past.length * compared.reduce((sum, one) => sum + one, 0);
  const calibration = calibrate(past, Math.max(ALPHA, 3 / Math.max(values, 1)));
  const magnitude = testOf(logs, { from: at, to: scenes.length, end: scenes.length });
  const { threshold } = calibration;
  return {
    calibration,
    ...leastObject(past.map((one) => sizesAbove(one, threshold, size))),
    courseOf: (members) => courseOf(logs, members),
    found: {
      method: `Student's t of ${after} radar dates against ${at}, in logarithms of 3 x 3 looks`,
      ...{
        magnitude,
        scale: { spread: "unchanged", filter: "fine" } as const,
        compared,
        settled: null,
        registration: laid[at]!.registration,
        offset: null,
      },
      threshold: { threshold, alpha: calibration.measured, method: "history", aboveMad: threshold },
    },
  };
}

/** The first of each stretch of the past that is held against the rest of it, spread evenly. */
function stretchesOf(past: number, length: number): number[] {
  const whole = Math.floor(past / length);
  const taken = Math.min(whole, MOST_STRETCHES);
  return Array.from({ length: taken }, (_, k) => Math.floor((k * whole) / taken) * length);
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** The dates from one to another against all others up to the end. */
function testOf(logs: readonly (readonly Float32Array[])[], { from, to, end }: Stretch): Float32Array {
  return largestT(
    logs.map((dates) => {
      const rest = dates.slice(0, end).filter((_, k) => k < from || k >= to);
      return pixelwiseT(rest, dates.slice(from, to), new Float32Array(dates[0]!.length));
    }),
  );
}

interface Laid {
  readonly bands: readonly Float32Array[];
  readonly compared: Uint8Array;
  readonly registration: PairChange["registration"];
}

function laidOver(before: Scene, after: Scene, mostPx: number): Laid {
  const moved = register(inLogarithms(before), inLogarithms(after), { leastPx: LEAST_SHIFT_PX, mostPx });
  const isMoved = moved.registration.status === "shifted";
  const bands = isMoved ? moved.scene.bands.map((band) => band.map(Math.exp)) : after.bands;
  return {
    bands,
    compared: usableInBoth(before, { ...moved.scene, bands }),
    registration: moved.registration,
  };
}

function sizesAbove(
  values: Float32Array,
  threshold: number,
  size: { readonly width: number; readonly height: number },
): number[] {
  return changedObjects(above(values, threshold), values, { ...size, leastPixels: 1 }).objects.map(
    ({ pixels }) => pixels,
  );
}

/** Looks of 3 × 3 make any one bright speckle so large. */
const LOOKS = 9;

/** Sizes of objects where nothing changed fall off geometrically: the least size that is rare enough. */
function leastObject(
  stretches: readonly (readonly number[])[],
): Pick<StackChange, "leastPixels" | "falseObjects"> {
  const sizes = stretches.flat();
  const each = sizes.length / stretches.length;
  const mean = sizes.length === 0 ? 1 : sizes.reduce((sum, one) => sum + one, 0) / sizes.length;
  const expected = (pixels: number) => each * (1 - 1 / mean) ** (pixels - 1);
  let leastPixels = LOOKS;
  while (expected(leastPixels) > FALSE_OBJECTS) leastPixels++;
  return { leastPixels, falseObjects: expected(leastPixels) };
}

function courseOf(logs: readonly (readonly Float32Array[])[], members: Int32Array): Float64Array {
  const courses = logs.map((dates) =>
    Float64Array.from(dates, (date) => members.reduce((sum, i) => sum + date[i]! / members.length, 0)),
  );
  const steps = courses.map((course) => Math.abs(datedSplit(course).t));
  return courses[steps.indexOf(Math.max(...steps))]!;
}
