import type { Scene } from "../scene.ts";
import { sampleUsable, usableInBoth } from "../scene.ts";
import { disagreement } from "./disagreement.ts";
import { measureShift } from "./phase-correlation.ts";
import { resampleShifted } from "./resample.ts";

/** How the date after was laid over the date before. */
export interface Registration {
  readonly status: "aligned" | "shifted" | "rejected" | "unmeasured";
  readonly dx: number;
  readonly dy: number;
  readonly clarity: number;
  readonly reason: string;
}

const LEAST_CLARITY = 5;
/** Peaks less clear than this (small or much changed pictures) may be off by this much. */
const FULL_CLARITY = 9;
const DOUBT_PX = 0.5;
/** Pixels on which it is asked whether the dates agree better once the shift is undone. */
const SAMPLE = 12_000;

/** Shifts below `leastPx` are left alone, as resampling would blur more than it mends; those above `mostPx` too. */
export interface ShiftLimits {
  readonly leastPx: number;
  readonly mostPx: number;
}

/** The date after as it is to be compared, and the pixels where both dates may be. */
export interface Registered {
  readonly scene: Scene;
  readonly compared: Uint8Array;
  readonly registration: Registration;
}

/** Measures the shift of the date after and undoes it where it is clear and within the limits. */
export function register(before: Scene, after: Scene, { leastPx, mostPx }: ShiftLimits): Registered {
  const { width, height } = before;
  const compared = usableInBoth(before, after);
  const asItLies = (registration: Registration): Registered => ({ scene: after, compared, registration });
  const shift = measureShift(before.bands, after.bands, { width, height, usable: compared });
  if (shift === null) {
    const reason = "fewer than 32 x 32 usable pixels in one piece";
    return asItLies({ status: "unmeasured", dx: 0, dy: 0, clarity: 0, reason });
  }
  const length = Math.hypot(shift.dx, shift.dy);
  const told = (status: Registration["status"], reason: string) => ({ status, ...shift, reason });
  if (shift.clarity < LEAST_CLARITY) {
    return asItLies(told("unmeasured", "the dates share too little structure"));
  }
  const least = shift.clarity < FULL_CLARITY ? Math.max(leastPx, DOUBT_PX) : leastPx;
  if (length < least) {
    return asItLies(told("aligned", `below ${least} px, left alone`));
  }
  if (length > mostPx) {
    const reason = `${length.toFixed(2)} px is more than the limit of ${mostPx} px; compared as they lie`;
    return asItLies(told("rejected", reason));
  }
  // what may not be compared must not leak into its neighbours
  const bands = after.bands.map((band) => {
    const clean =
      after.usable === null ? band : band.map((value, i) => (after.usable![i] === 1 ? value : NaN));
    return resampleShifted(clean, width, height, shift);
  });
  const scene = { width, height, bands, usable: null };
  const common = usableInBoth(before, scene);
  const sample = sampleUsable(common, SAMPLE);
  if (disagreement(before, scene, sample) >= disagreement(before, after, sample)) {
    return asItLies(told("unmeasured", "the dates agree no better for it; compared as they lie"));
  }
  return { scene, compared: common, registration: told("shifted", "undone by cubic resampling") };
}
