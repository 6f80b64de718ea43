/** What changed between two dates, and where they could be compared. */
export interface Sight {
  readonly mask: Uint8Array;
  readonly compared: Uint8Array;
}

/** One more clear date beside a pair: a later one is beside the date after, an earlier one beside the date before. */
export interface Look {
  /** Against the date of the pair beyond the change. */
  readonly across: Sight;
  /** Against the date of the pair on its own side of the change. */
  readonly beside: Sight;
}

export interface LaterLook extends Look {
  readonly date: string;
  /** Whether a mask hides its clouds, or it can have none. */
  readonly isMasked: boolean;
}

export interface Looks {
  readonly later: readonly LaterLook[];
  readonly earlier: readonly Look[];
  readonly isBeforeMasked: boolean;
  readonly isAfterMasked: boolean;
}

/** Whether an object seen on one date was there on later ones. */
export interface Standing {
  /**
   * A candidate rests on one clear date, a confirmed object on two after it, and two before where earlier dates were
   * asked. Clouds that no mask knows pass for ground: without masks three dates after must agree, and two before. An
   * object that two later dates do not show is gone, and so is one that lay in the picture before alone.
   */
  readonly status: "candidate" | "confirmed" | "gone";
  readonly seenOn: readonly string[];
  readonly missedOn: readonly string[];
  /** An earlier clear date looks like the date after: a cloud, say, hid the ground on the date before. */
  readonly isInBeforeAlone: boolean;
  /** What a candidate lacks, the first of these; null of others. */
  readonly waitsFor: "a later date" | "a second later date, as one has no mask" | "an earlier date" | null;
}

/** A look counts where it compared at least this share of the object, and sees it where it marks half of that. */
const LEAST_COVER = 0.7;
const LEAST_SEEN = 0.5;

/** The standing of an object (its pixels by index) found on one date, by looks in order of their dates. */
export function standingOf(members: Int32Array, looks: Looks): Standing {
  const later = looks.later.map((look) => ({ ...look, said: saidOf(members, look) }));
  const past = looks.earlier.map((look) => saidOf(members, look));
  const seen = later.filter(({ said }) => said === "stands");
  const missed = later.filter(({ said }) => said === "absent");
  const isInBeforeAlone = past.includes("absent");
  const isBacked = past.includes("stands") || (looks.isBeforeMasked && looks.earlier.length === 0);
  const isSeenTwice = seen.length >= 2 || (looks.isAfterMasked && seen.some(({ isMasked }) => isMasked));
  const isGone = isInBeforeAlone || (seen.length === 0 && missed.length >= 2);
  const waitsFor =
    seen.length === 0
      ? "a later date"
      : isSeenTwice
        ? "an earlier date"
        : "a second later date, as one has no mask";
  const status = isGone ? "gone" : isSeenTwice && isBacked ? "confirmed" : "candidate";
  return {
    ...{ status, isInBeforeAlone, waitsFor: status === "candidate" ? waitsFor : null },
    seenOn: seen.map(({ date }) => date),
    missedOn: missed.map(({ date }) => date),
  };
}

/** Whether a look bears an object out; null where it saw too little of it, or differs from both dates of the pair. */
function saidOf(members: Int32Array, { across, beside }: Look): "stands" | "absent" | null {
  const differs = shownIn(members, across);
  if (differs === null) return null;
  if (!differs) return "absent";
  return shownIn(members, beside) === false ? "stands" : null;
}

/** Whether an object is changed in a comparison; null where too little of it was compared. */
function shownIn(members: Int32Array, { mask, compared }: Sight): boolean | null {
  let [clear, seen] = [0, 0];
  for (const i of members) {
    if (compared[i] !== 1) continue;
    clear++;
    seen += mask[i]!;
  }
  return clear < LEAST_COVER * members.length ? null : seen >= LEAST_SEEN * clear;
}
