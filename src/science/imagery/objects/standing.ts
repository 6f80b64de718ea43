/** What one more clear date says: its own change mask against one of the pair, and where it compared. */
export interface Look {
  readonly date: string;
  readonly mask: Uint8Array;
  readonly compared: Uint8Array;
}

/** Whether an object seen on one date was there on later ones. */
export interface Standing {
  /**
   * A candidate rests on one clear date, a confirmed object on two after it, and two before where earlier dates were
   * asked. One that two later dates do not show is gone, and so is one that lay in the picture before alone.
   */
  readonly status: "candidate" | "confirmed" | "gone";
  readonly seenOn: readonly string[];
  readonly missedOn: readonly string[];
  /** An earlier clear date looks like the date after: a cloud, say, hid the ground on the date before. */
  readonly isInBeforeAlone: boolean;
}

/** A look counts where it compared at least this share of the object, and sees it where it marks half of that. */
const LEAST_COVER = 0.7;
const LEAST_SEEN = 0.5;

/**
 * The standing of an object (its pixels by index) found on one date, by later looks against the date before, in order
 * of their dates, and by looks of the date after against earlier ones.
 */
export function standingOf(
  members: Int32Array,
  { later, earlier = [] }: { readonly later: readonly Look[]; readonly earlier?: readonly Look[] },
): Standing {
  const said = ({ mask, compared }: Look) => shownIn(members, mask, compared);
  const on = (shown: boolean) => later.filter((look) => said(look) === shown).map(({ date }) => date);
  const [seenOn, missedOn] = [on(true), on(false)];
  const past = earlier.map(said).filter((shown) => shown !== null);
  const isInBeforeAlone = past.includes(false);
  const isBacked = earlier.length === 0 || past.length > 0;
  const isGone = isInBeforeAlone || (seenOn.length === 0 && missedOn.length >= 2);
  const status = isGone ? "gone" : seenOn.length > 0 && isBacked ? "confirmed" : "candidate";
  return { status, seenOn, missedOn, isInBeforeAlone };
}

/** Whether a look shows an object; null where it saw too little of it. */
function shownIn(members: Int32Array, mask: Uint8Array, compared: Uint8Array): boolean | null {
  let [clear, seen] = [0, 0];
  for (const i of members) {
    if (compared[i] !== 1) continue;
    clear++;
    seen += mask[i]!;
  }
  return clear < LEAST_COVER * members.length ? null : seen >= LEAST_SEEN * clear;
}
