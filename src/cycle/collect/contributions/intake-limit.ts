/** How many contributions are taken within a time, from one contributor and from all together. */
const LIMITS = [
  { within: "the hour", ms: 3_600_000, each: 10, all: 60 },
  { within: "the day", ms: 86_400_000, each: 40, all: 300 },
] as const;

/** What came longer ago than this no longer counts. */
export const LONGEST_LIMIT_MS = 86_400_000;

/** Something that was handed in, and when; ISO 8601 UTC with milliseconds. */
export interface Handed {
  readonly contributor: string;
  readonly at: string;
}

/**
 * Why nothing more is taken from a contributor now, given what was handed in before; null where it is taken. Names
 * that differ only in case or spaces are one contributor; the limit on all holds for whoever changes names.
 */
export function intakeLimit(contributor: string, now: string, before: readonly Handed[]): string | null {
  const own = before.filter((one) => nameOf(one.contributor) === nameOf(contributor));
  for (const { within, ms, each, all } of LIMITS) {
    const ownFrom = freeFrom(own, now, ms, each);
    if (ownFrom !== null) {
      return `"${contributor}" has handed in ${each} contributions within ${within}; the next is taken from ${ownFrom} on`;
    }
    const from = freeFrom(before, now, ms, all);
    if (from !== null) return `${all} contributions came within ${within}; the next is taken from ${from} on`;
  }
  return null;
}

function nameOf(contributor: string): string {
  return contributor.toLowerCase().replace(/\s+/g, " ").trim();
}

/** When there is room again; null where there is. */
function freeFrom(handed: readonly Handed[], now: string, ms: number, most: number): string | null {
  const since = Date.parse(now) - ms;
  const times = handed.map(({ at }) => Date.parse(at)).filter((time) => time > since);
  if (times.length < most) return null;
  const oldest = times.sort((a, b) => a - b)[times.length - most]!;
  return new Date(oldest + ms).toISOString();
}
