/** What one later clear date says: its own change mask against the same date before, and where it compared. */
export interface LaterLook {
  readonly date: string;
  readonly mask: Uint8Array;
  readonly compared: Uint8Array;
}

/** Whether an object seen on one date was there on later ones. */
export interface Standing {
  /** A candidate rests on one clear date, a confirmed object on two; one that two later dates do not show is gone. */
  readonly status: "candidate" | "confirmed" | "gone";
  readonly seenOn: readonly string[];
  readonly missedOn: readonly string[];
}

/** A look counts where it compared at least this share of the object, and sees it where it marks half of that. */
const LEAST_COVER = 0.7;
const LEAST_SEEN = 0.5;

/** The standing of an object (its pixels by index) found on one date, by the later looks in order of their dates. */
export function standingOf(members: Int32Array, later: readonly LaterLook[]): Standing {
  const [seenOn, missedOn]: [string[], string[]] = [[], []];
  for (const { date, mask, compared } of later) {
    let [clear, seen] = [0, 0];
    for (const i of members) {
      if (compared[i] !== 1) continue;
      clear++;
      seen += mask[i]!;
    }
    if (clear < LEAST_COVER * members.length) continue;
    (seen >= LEAST_SEEN * clear ? seenOn : missedOn).push(date);
  }
  const status = seenOn.length > 0 ? "confirmed" : missedOn.length >= 2 ? "gone" : "candidate";
  return { status, seenOn, missedOn };
}
