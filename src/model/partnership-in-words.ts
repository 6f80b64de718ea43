import type { Day } from "./day.ts";
import type { PartnershipOnDay } from "./partnership.ts";
import { interval, points, share } from "./percent.ts";

/** How a day is written where the sentences are read. */
type Dated = (day: Day) => string;

/** The verdict in plain sentences: the share now, whether it moved, and how much of an alliance has been seen. */
export function partnershipInWords(
  { path, shift, rungs, windowYears, covers }: PartnershipOnDay,
  dated: Dated,
): string[] {
  const now = path.at(-1);
  const seen = rungs.filter((rung) => rung.seen.length > 0).length;
  const last = rungs.at(-1);
  return [
    now
      ? `Of ${now.cooperation + now.divergence} events in the ${windowYears} years to ${dated(now.on)}, ${now.cooperation} were cooperation: ${share(now.share)} (${interval(now.low, now.high)}).`
      : covers
        ? "The record does not vouch for a whole window by this day, so no share is told."
        : "The record vouches for no day by then, so no share is told.",
    now ? moved(shift, windowYears) : "",
    last
      ? `Of ${rungs.length} things that an alliance would show, the more binding the later, ${seen} ${seen === 1 ? "has" : "have"} been seen${last.seen.length === 0 ? "; the last has not" : ", the last among them"}.`
      : "",
  ].filter((sentence) => sentence !== "");
}

function moved(shift: PartnershipOnDay["shift"], years: number): string {
  if (shift === null)
    return "Whether that is more or less than before cannot be said, the record being too short or too thin.";
  const { low, high } = shift;
  const range = `(${points(low)} to ${points(high)})`;
  if (low > 0)
    return `That is more than in the ${years} years before, by ${points(shift.shift)} points ${range}.`;
  if (high < 0)
    return `That is less than in the ${years} years before, by ${points(-shift.shift)} points ${range}.`;
  return `That is not shown to differ from the ${years} years before; the difference is ${points(shift.shift)} points ${range}.`;
}
