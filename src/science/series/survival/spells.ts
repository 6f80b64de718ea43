import { SeriesRefused } from "../series-error.ts";

/** One spell under observation: at risk after `start` up to and including `stop`, ending in an event or not. */
export interface Spell {
  readonly start: number;
  readonly stop: number;
  readonly event: boolean;
}

/** Refuses spells that end before they begin or hold no number, and sets without any event. */
export function checkSpells(spells: readonly Spell[]): void {
  for (const [n, { start, stop }] of spells.entries()) {
    if (Number.isNaN(start) || !Number.isFinite(stop)) {
      const problem = `spell ${n + 1} runs from ${start} to ${stop}`;
      throw new SeriesRefused("not-finite", problem, "both ends must be numbers");
    }
    if (!(stop > start)) {
      const problem = `spell ${n + 1} runs from ${start} to ${stop}`;
      throw new SeriesRefused("not-ordered", problem, "a spell must end after it begins");
    }
  }
  if (!spells.some(({ event }) => event)) {
    throw new SeriesRefused(
      "too-few",
      `none of ${spells.length} spells ends in an event`,
      "at least one must",
    );
  }
}
