/** UTC days before which a leap second was put in (IERS, Bulletin C; none since 2017 by 2026). */
const INSERTED = [
  "1972-07-01",
  "1973-01-01",
  "1974-01-01",
  "1975-01-01",
  "1976-01-01",
  "1977-01-01",
  "1978-01-01",
  "1979-01-01",
  "1980-01-01",
  "1981-07-01",
  "1982-07-01",
  "1983-07-01",
  "1985-07-01",
  "1988-01-01",
  "1990-01-01",
  "1991-01-01",
  "1992-07-01",
  "1993-07-01",
  "1994-07-01",
  "1996-01-01",
  "1997-07-01",
  "1999-01-01",
  "2006-01-01",
  "2009-01-01",
  "2012-07-01",
  "2015-07-01",
  "2017-01-01",
].map((day) => Date.parse(day));

/** Leap seconds put into UTC since 1972 by a moment, UTC in milliseconds: so much more time has passed than it counts. */
export function leapSeconds(utcMs: number): number {
  const later = INSERTED.findIndex((day) => day > utcMs);
  return later < 0 ? INSERTED.length : later;
}
