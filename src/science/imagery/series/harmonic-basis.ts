/** What each date contributes to a baseline: 1, the year's harmonics, and where wanted the time itself. */
export interface HarmonicBasis {
  readonly columns: number;
  /** Date by date, `columns` numbers each. */
  readonly rows: Float64Array;
}

export interface BasisQuestion {
  /** Harmonics of the year, from 0. */
  readonly harmonics: number;
  readonly hasTrend: boolean;
}

/** The basis of dates in years; the trend counts from the first of them. */
export function harmonicBasis(
  years: ArrayLike<number>,
  { harmonics, hasTrend }: BasisQuestion,
): HarmonicBasis {
  const columns = 1 + 2 * harmonics + (hasTrend ? 1 : 0);
  const rows = new Float64Array(years.length * columns);
  for (let t = 0; t < years.length; t++) {
    const at = t * columns;
    rows[at] = 1;
    for (let h = 1; h <= harmonics; h++) {
      const angle = 2 * Math.PI * h * years[t]!;
      rows[at + 2 * h - 1] = Math.cos(angle);
      rows[at + 2 * h] = Math.sin(angle);
    }
    if (hasTrend) rows[at + columns - 1] = years[t]! - years[0]!;
  }
  return { columns, rows };
}

/** The baseline of one date. */
export function baselineAt({ columns, rows }: HarmonicBasis, date: number, model: Float64Array): number {
  let value = 0;
  for (let k = 0; k < columns; k++) value += model[k]! * rows[date * columns + k]!;
  return value;
}
