import type { Geodetic } from "#science/earth/index.ts";
import type { ElementSet } from "../elements/element-set.ts";
import { initialise } from "../sgp4/initialise.ts";
import { findPasses, type Lost } from "./find-passes.ts";
import type { Span } from "./search/knots.ts";
import { viewAt } from "./view.ts";

/** A camera or radar in orbit, and how far from straight down it looks. */
export interface Sensor {
  readonly kind: "optical" | "radar";
  readonly minOffNadirDeg: number;
  readonly maxOffNadirDeg: number;
}

/** A time during which a site could have its picture taken. */
export interface Look extends Span {
  /** Place in the list of satellites. */
  readonly object: number;
  readonly peakMs: number;
  readonly elevationDeg: number;
  readonly offNadirDeg: number;
}

const EARTH_RADIUS_KM = 6371;
const GRAVITY = 398_600.4418;

/**
 * When a site could be imaged by each of the satellites, in the order of time: while it is no farther from straight
 * down than the sensor looks (told by the elevation that goes with it in a circular orbit about a round Earth), by day
 * for an optical sensor, and for a radar, which looks to the side, only where the site is far enough from below at the
 * highest. Clouds, tasking and memory are not considered: these are chances, not pictures.
 */
export function findLooks(
  satellites: readonly { readonly elements: ElementSet; readonly sensor: Sensor }[],
  site: Geodetic,
  span: Span,
): { readonly looks: readonly Look[]; readonly lost: readonly Lost[] } {
  const looks: Look[] = [];
  const lost: Lost[] = [];
  const orbits = initialise(satellites.map(({ elements }) => elements));
  satellites.forEach(({ elements, sensor }, object) => {
    const minElevationDeg = leastElevationDeg(elements, sensor);
    if (minElevationDeg === null) return;
    const question = { ...span, sites: [site], minElevationDeg };
    const gone = findPasses(
      orbits,
      { first: object, end: object + 1 },
      question,
      ({ riseMs, peakMs, setMs }) => {
        const view = viewAt(orbits, object, site, peakMs);
        const isLit = view !== null && (sensor.kind === "radar" || view.isDay);
        if (!isLit || view.offNadirDeg < sensor.minOffNadirDeg) return;
        const { elevationDeg, offNadirDeg } = view;
        looks.push({ object, fromMs: riseMs, toMs: setMs, peakMs, elevationDeg, offNadirDeg });
      },
    );
    lost.push(...gone);
  });
  return { looks: looks.toSorted((a, b) => a.fromMs - b.fromMs), lost };
}

/** The elevation at which a site is as far from straight down as the sensor looks; null beyond the Earth's edge. */
function leastElevationDeg({ meanMotionRevPerDay }: ElementSet, { maxOffNadirDeg }: Sensor): number | null {
  const rate = (meanMotionRevPerDay * 2 * Math.PI) / 86_400;
  const radiusKm = Math.cbrt(GRAVITY / (rate * rate));
  const cosine = (radiusKm / EARTH_RADIUS_KM) * Math.sin((maxOffNadirDeg * Math.PI) / 180);
  if (cosine >= 1) return 0;
  return maxOffNadirDeg <= 0 ? null : (Math.acos(cosine) * 180) / Math.PI;
}

/** The parts of a span that none of the others cover, in order; those may overlap and are in the order of their start. */
export function uncovered({ fromMs, toMs }: Span, covering: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let at = fromMs;
  for (const span of covering) {
    if (span.fromMs > at) gaps.push({ fromMs: at, toMs: Math.min(span.fromMs, toMs) });
    at = Math.max(at, span.toMs);
    if (at >= toMs) return gaps;
  }
  return [...gaps, { fromMs: at, toMs }];
}
