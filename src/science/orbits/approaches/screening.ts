import { ARC_SECONDS } from "./search/search-plan.ts";

/** What is screened: from a moment (UTC, ms since 1970) for so many seconds, for pairs within a distance. */
export interface Screening {
  readonly originMs: number;
  readonly seconds: number;
  readonly withinKm: number;
}

/** The arcs of one window, from the origin. */
export interface Window {
  readonly firstArc: number;
  readonly endArc: number;
}

const ARCS_PER_WINDOW = 48;
/** What is propagated at once. */
export const ARCS_PER_BLOCK = 8;

/** Windows of half a day, whoever screens them: so the findings do not depend on how the work was shared. */
export function windowsOf({ seconds }: Screening): Window[] {
  const arcs = Math.ceil(seconds / ARC_SECONDS);
  return Array.from({ length: Math.ceil(arcs / ARCS_PER_WINDOW) }, (_, i) => ({
    firstArc: i * ARCS_PER_WINDOW,
    endArc: Math.min(arcs, (i + 1) * ARCS_PER_WINDOW),
  }));
}
