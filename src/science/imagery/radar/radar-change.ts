import { above } from "../guarded-threshold.ts";
import { medianFilter } from "../median-filter.ts";
import { register } from "../optical/register.ts";
import type { MagnitudeScale, PairChange, SpeckleFilter } from "../pair-change.ts";
import { usableInBoth, type Scene } from "../scene.ts";
import { inLinear, inLogarithms, LEAST_SHIFT_PX } from "./backscatter.ts";
import { logRatio } from "./log-ratio.ts";
import { type PartedRatios, partedRatios } from "./parted-ratios.ts";
import { settledByNeighbours } from "./settled-by-neighbours.ts";
import { unstretched } from "./unstretched.ts";

export interface RadarQuestion {
  /** Share of unchanged pixels above the threshold; decided from the pair when null. */
  readonly alpha: number | null;
  /** The largest shift that is undone, in pixels. */
  readonly shiftLimitPx: number;
  /** As magnitudes of another pair are told; by whether there are two classes unless said. */
  readonly toldAs?: MagnitudeScale | null;
}

/** Radii over which looks are averaged, and of the median after that. */
const FILTERS = { fine: { looks: 1, median: 2 }, coarse: { looks: 2, median: 3 } } as const;

/**
 * Change between two radar dates of one relative orbit: log ratio of 3 × 3 multilooked backscatter without the
 * scene's bias, 5 × 5 median, the largest over polarisations in MAD units, parted in two classes inside a guard. Where
 * speckle hides the classes in each other, 5 × 5 looks and a 7 × 7 median are asked. What two classes part is settled
 * by neighbours over single pixels. RangeError when nothing can be compared.
 */
export function radarChange(before: Scene, after: Scene, question: RadarQuestion): PairChange {
  const { width, height } = before;
  const { dates, undone } = unstretched([before, after]);
  const [x, y] = dates.map(inLinear) as [Scene, Scene];
  const { scene: moved, registration } = register(inLogarithms(x), inLogarithms(y), {
    leastPx: LEAST_SHIFT_PX,
    mostPx: question.shiftLimitPx,
  });
  const isMoved = registration.status === "shifted";
  const compared = usableInBoth(x, moved);
  const count = compared.reduce((sum, one) => sum + one, 0);
  if (count < 50) throw new RangeError(`only ${count} pixels can be compared; at least 50 would do`);
  const linear = isMoved ? { ...moved, bands: moved.bands.map((band) => band.map(Math.exp)) } : y;
  const { alpha, toldAs = null } = question;
  const parted = (filter: SpeckleFilter): Parted => {
    const { looks, median } = FILTERS[filter];
    const apartPx = 2 * (looks + median) + 1;
    const ratios = x.bands.map((band, k) => {
      const ratio = logRatio(band, linear.bands[k]!, { width, height, usable: compared, radius: looks });
      return medianFilter(ratio, compared, { width, height, radius: median });
    });
    const asked = { width, apartPx, alpha, spread: toldAs?.spread ?? null };
    return { filter, ...partedRatios(ratios, compared, asked) };
  };
  const { filter, spread, magnitude, threshold } = clearestOf(
    parted,
    toldAs?.filter ?? (alpha === null ? null : "fine"),
  );
  const isSettled = alpha === null && toldAs === null && threshold.method !== "guard";
  const settled = isSettled ? settledFrom(x, linear, { compared, magnitude, threshold }) : null;
  const [wide, high] = [2 * FILTERS[filter].looks + 1, 2 * FILTERS[filter].median + 1];
  const smoothed = `log ratio of ${wide} x ${wide} looks, ${high} x ${high} median, in MAD units`;
  const of = undone === null ? smoothed : `${smoothed}, ${undone} undone`;
  const method = settled === null ? of : `${of}, settled by neighbours`;
  const scale = { spread, filter };
  return { method, magnitude, scale, compared, threshold, settled, registration, offset: null };
}

/** The mask of a threshold settled by neighbours, over the ratios of single pixels. */
function settledFrom(
  { width, height, bands }: Scene,
  after: Scene,
  { compared, magnitude, threshold }: Pick<PairChange, "compared" | "magnitude" | "threshold">,
): Uint8Array {
  const ratios = bands.map((band, k) => band.map((value, i) => Math.log(after.bands[k]![i]! / value)));
  return settledByNeighbours(ratios, above(magnitude, threshold.threshold), {
    width,
    height,
    usable: compared,
  });
}

interface Parted extends PartedRatios {
  readonly filter: SpeckleFilter;
}

/** From so much on the wrong side of the cut, over what changed, the coarse filter gains more than its rims lose. */
const MOST_WRONG = 0.12;

/** The fine filter where it sets the classes apart, else the coarse one where that parts them at all. */
function clearestOf(parted: (filter: SpeckleFilter) => Parted, asked: SpeckleFilter | null): Parted {
  if (asked !== null) return parted(asked);
  const fine = parted("fine");
  if (fine.threshold.method !== "guard" && fine.wrong <= MOST_WRONG) return fine;
  const coarse = parted("coarse");
  return coarse.threshold.method === "guard" ? fine : coarse;
}
