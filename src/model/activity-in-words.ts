import type { ActivityOnDay, FaceOnDay, FaceValue } from "./activity.ts";
import type { Day } from "./day.ts";
import { points } from "./percent.ts";

/** A mix is said to have changed where chance would differ as much in fewer than one of twenty. */
const SHOWN = 0.05;

/** How many cases there were, now and before, in a sentence; `dated` writes a day. */
export function casesInWords(
  { now, before, windowYears, covers }: ActivityOnDay,
  dated: (day: Day) => string,
): string {
  if (covers === null) return "The record vouches for no day by then, so no case is counted.";
  if (now === null) return "The record does not vouch for a whole window by this day, so no case is counted.";
  const counted = `${now} ${now === 1 ? "case" : "cases"} in the ${windowYears} years to ${dated(covers.to)}`;
  const earlier =
    before === null ? "the years before are not vouched for" : `${before} in the ${windowYears} years before`;
  return `${counted}; ${earlier}.`;
}

/** Whether the mix of a face is shown to have changed. */
export const isChanged = ({ p }: FaceOnDay): boolean => p !== null && p < SHOWN;

/** Whether the mix of a face has changed; `named` writes a value. */
export function changeInWords(face: FaceOnDay, named: (value: string) => string): string {
  const { p, values } = face;
  if (p === null) return "Whether it has changed cannot be said.";
  if (!isChanged(face)) return `Not shown to have changed (p ${p.toFixed(2)}).`;
  const moved = values.filter(hasMoved).map((one) => `${named(one.value)} ${signed(one.shift!.shift)}`);
  const share = moved.length === 0 ? "no single share is shown to have" : `${moved.join(", ")} points`;
  return `Changed (p ${chanceInWords(p)}): ${share}.`;
}

/** A chance as small as that of a change that is shown: `0.012`, `<0.001`. */
export const chanceInWords = (p: number): string => (p < 0.001 ? "<0.001" : p.toFixed(3));

/** Whether the interval of the shift of its share leaves out none. */
export const hasMoved = ({ shift }: FaceValue): boolean =>
  shift !== null && (shift.low > 0 || shift.high < 0);

/** A shift of a share with its interval, in signed points. */
export const shiftInWords = ({ shift, low, high }: NonNullable<FaceValue["shift"]>): string =>
  `${signed(shift)} (${signed(low)} to ${signed(high)})`;

function signed(share: number): string {
  const told = points(share);
  return told.startsWith("−") ? told : `+${told}`;
}
