/**
 * How element sets take up a step of the rate. They are fitted to the observations of some `days` before their epoch,
 * by a straight line or, where drag is solved for, by a parabola, so that sets shortly after a burn still
 * hold some of the time before it; a parabola even overshoots.
 */
export interface Response {
  readonly days: number;
  readonly order: 1 | 2;
}

/** From sets that forget at once to those fitted over ten days, as the catalogue had them before about 2013. */
export const RESPONSES: readonly Response[] = [
  { days: 0, order: 1 },
  { days: 2, order: 1 },
  { days: 4.5, order: 1 },
  { days: 7.5, order: 1 },
  { days: 5, order: 2 },
  { days: 10, order: 2 },
];

/**
 * Writes distance (days) and rate that a set says, so many days after a unit step: value and slope at its epoch of the
 * least-squares polynomial through the bent line, in Legendre polynomials over the fitted span.
 */
export function respond({ days, order }: Response, since: number, said: Float64Array): void {
  if (since <= 0 || since >= days) {
    said[0] = since <= 0 ? 0 : since;
    said[1] = since <= 0 ? 0 : 1;
    return;
  }
  const u = since / days;
  if (order === 1) {
    said[0] = days * u * u * (2 - u);
    said[1] = u * u * (3 - 2 * u);
    return;
  }
  const before = 1 - u;
  const i0 = (u * u) / 2;
  const i1 = u ** 3 / 3 + before * i0;
  const i2 = before * before * i0 + (2 * before * u ** 3) / 3 + u ** 4 / 4;
  const linear = 3 * (2 * i1 - i0);
  const quadratic = 5 * (6 * i2 - 6 * i1 + i0);
  said[0] = days * (i0 + linear + quadratic);
  said[1] = 2 * linear + 6 * quadratic;
}
