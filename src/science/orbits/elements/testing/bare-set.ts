import type { ElementSet } from "../element-set.ts";

/** What an orbit needs at least; what else a set may say is given or left out. */
type Orbit = Partial<ElementSet> &
  Pick<
    ElementSet,
    | "id"
    | "epochMs"
    | "meanMotionRevPerDay"
    | "eccentricity"
    | "inclinationDeg"
    | "raanDeg"
    | "argumentOfPerigeeDeg"
    | "meanAnomalyDeg"
  >;

/** An element set without drag, name or bookkeeping, but for what is given. */
export const bareSet = (orbit: Orbit): ElementSet => ({
  name: null,
  designator: null,
  bstar: 0,
  meanMotionDot: 0,
  meanMotionDDot: 0,
  elementSetNo: null,
  revAtEpoch: null,
  classification: null,
  ephemerisType: 0,
  ...orbit,
});
