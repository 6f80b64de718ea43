import type { AlongTrack } from "./along-track.ts";
import { respond, type Response } from "./response.ts";

/** A change of the along-track rate found in a history. */
export interface Burn {
  readonly day: number;
  /** Metres per day. */
  readonly step: number;
  /** How the element sets took it up. */
  readonly response: Response;
}

/** Distance and rate without what the burns contributed. */
export function withoutBurns(track: AlongTrack, burns: readonly Burn[]): AlongTrack {
  const metres = track.metres.slice();
  const metresPerDay = track.metresPerDay.slice();
  const said = new Float64Array(2);
  for (const { day, step, response } of burns) {
    for (let i = track.days.length - 1; i >= 0 && track.days[i]! > day; i--) {
      respond(response, track.days[i]! - day, said);
      metres[i]! -= step * said[0]!;
      metresPerDay[i]! -= step * said[1]!;
    }
  }
  return { ...track, metres, metresPerDay };
}
