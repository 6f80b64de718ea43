/** A tick of a time axis by the coarsest part of it that is new: year, month, day or minute, in UTC and ISO order. */
export function timeTick(time: Date): string {
  const [day, clock] = [time.toISOString().slice(0, 10), time.toISOString().slice(11, 16)];
  if (clock !== "00:00") return clock;
  if (!day.endsWith("-01")) return day.slice(5);
  return day.endsWith("-01-01") ? day.slice(0, 4) : day.slice(0, 7);
}

/**
 * A time axis with room for a year or a month at each tick, however narrow the drawing. Twice the room of a month is
 * asked for: there is no step between three months and a year, so that up to twice as many ticks are drawn.
 */
export const TIME_AXIS = {
  type: "utc",
  label: null,
  tickFormat: timeTick,
  tickSize: 0,
  tickSpacing: 96,
} as const;

const DAYS_OF_YEARS_ALONE = 12 * 365;
const YEAR_SPACING = 56;

/** The same from one time to another; a span that only years can part needs less room at each tick. */
export function timeAxis(from: Date, to: Date) {
  const days = (to.getTime() - from.getTime()) / 86_400_000;
  const tickSpacing = days < DAYS_OF_YEARS_ALONE ? TIME_AXIS.tickSpacing : YEAR_SPACING;
  return { ...TIME_AXIS, domain: [from, to], tickSpacing };
}
