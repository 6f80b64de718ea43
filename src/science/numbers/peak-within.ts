/** A point of a function. */
export interface Point {
  readonly x: number;
  readonly value: number;
}

/** Of the wider side of a bracket: a step from its middle that is shorter tells next to nothing. */
const LEAST_STEP = 0.1;
const MOST_TURNS = 40;

/**
 * Where a smooth function has its peak, given three points of it of which none is higher than the middle one: by
 * parabolas through three points, until one foretells the next value to within `tolerance`. Brent 1973, ch. 5.
 */
export function peakWithin(
  f: (x: number) => number,
  [low, middle, high]: readonly [Point, Point, Point],
  tolerance: number,
): number {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const x = stepFrom(low, middle, high);
    const foretold = middle.value - lossAt(low, middle, high, x);
    const next = { x, value: f(x) };
    const isBelow = x < middle.x;
    const [left, right] = isBelow ? [next, middle] : [middle, next];
    [low, middle, high] = isBelow === next.value > middle.value ? [low, left, right] : [left, right, high];
    if (Math.abs(next.value - foretold) < tolerance) break;
  }
  return vertex(low, middle, high);
}

/** Where to look next: at the vertex, or a little off the middle on its wider side. */
function stepFrom(low: Point, middle: Point, high: Point): number {
  const wider = high.x - middle.x > middle.x - low.x ? high.x - middle.x : low.x - middle.x;
  const step = vertex(low, middle, high) - middle.x;
  const least = LEAST_STEP * Math.abs(wider);
  return middle.x + (Math.abs(step) > least ? step : LEAST_STEP * wider);
}

/** How far the parabola through three points lies below the middle one at x. */
function lossAt(low: Point, middle: Point, high: Point, x: number): number {
  const [a, c, u] = [low.x - middle.x, high.x - middle.x, x - middle.x];
  const [p, q] = [(middle.value - low.value) / a, (middle.value - high.value) / c];
  return u * (p + ((u - a) * (q - p)) / (c - a));
}

/** Where the parabola through three points has its top; the middle one where they are on a line. */
function vertex(low: Point, middle: Point, high: Point): number {
  const [a, c] = [low.x - middle.x, high.x - middle.x];
  const [p, q] = [(middle.value - low.value) / a, (middle.value - high.value) / c];
  const step = (a - (p * (c - a)) / (q - p)) / 2;
  return Number.isFinite(step) ? middle.x + Math.min(Math.max(step, a), c) : middle.x;
}
