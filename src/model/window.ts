import { addDays, monthsBefore, type Day } from "./day.ts";

/** The days after one and up to another. */
export interface Window {
  /** The day before it begins. */
  readonly after: Day;
  readonly to: Day;
}

/** The window of so many months that ends on a day. */
export const windowTo = (to: Day, months: number): Window => ({ after: monthsBefore(to, months), to });

export const isInside = ({ after, to }: Window, day: Day): boolean => after < day && day <= to;

/** Whether a record that begins on a day vouches for all days of a window up to its own end. */
export const isVouchedFor = ({ after }: Window, from: Day): boolean => addDays(after, 1) >= from;
