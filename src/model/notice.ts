/** One attempt to tell a client one thing; the last of an item says how it stands. */
export interface Notice {
  /** Of the client: no address is kept. */
  readonly client: string;
  /** What was told, by a name that stays the same from run to run. */
  readonly item: string;
  readonly title: string;
  readonly marking: string;
  /** ISO 8601 UTC with milliseconds. */
  readonly at: string;
  readonly outcome: "sending" | "told" | "failed";
  readonly fault: string | null;
  /** How often it was tried, this time included. */
  readonly tries: number;
  /** It is not tried again until then; null where it need not be. */
  readonly notBefore: string | null;
}

/** Whether it may be tried now: it was not told yet, and rests no more. */
export function isOpen(last: Notice | undefined, now: string): boolean {
  return last === undefined || (last.outcome !== "told" && (last.notBefore ?? "") <= now);
}
