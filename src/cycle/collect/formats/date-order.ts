const NUMERIC = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?!\d)/;

/** Whether the dates of a column stand day first (`24/03/2026`); null where none tells, or they do not agree. */
export function isDayFirst(cells: readonly string[]): boolean | null {
  const read = cells.map((cell) => NUMERIC.exec(cell)).filter((found) => found !== null);
  const dayFirst = read.some(([, first]) => Number(first) > 12);
  const monthFirst = read.some(([, , second]) => Number(second) > 12);
  return dayFirst === monthFirst ? null : dayFirst;
}
