import type { SitePicturesReply } from "../../src/api/contract.ts";
import { picturesOf } from "#model/comparison.ts";
import { pictureInWords } from "#model/picture-in-words.ts";

/** A day of a site's pictures. */
export interface Taken {
  readonly on: string;
  /** SHA-256 of the quicklook; null where nobody compared a picture of that day. */
  readonly picture: string | null;
  readonly told: string;
  /** Share hidden in the picture, else under cloud in the scene; null where nobody told. */
  readonly hiddenPercent: number | null;
  /** The surest of what was first seen on that day. */
  readonly found: "confirmed" | "candidate" | null;
}

/** The days in order: a picture that was compared stands for the scenes of its day, and of scenes the clearest. */
export function takenOf({ comparisons, available }: SitePicturesReply): Taken[] {
  const days = new Map<string, Taken>();
  for (const scene of available.scenes) {
    const on = scene.datetime.slice(0, 10);
    const { cloudPercent: hiddenPercent } = scene;
    const told = [scene.platform ?? scene.collection ?? scene.id, scene.passDirection]
      .filter(Boolean)
      .join(", ");
    const former = days.get(on);
    if (former && (former.hiddenPercent ?? 101) <= (hiddenPercent ?? 101)) continue;
    days.set(on, { on, picture: null, told, hiddenPercent, found: null });
  }
  // the latest comparison is the first of the list, and its word on a day counts
  for (const comparison of comparisons.toReversed()) {
    for (const one of picturesOf(comparison)) {
      const told = pictureInWords(comparison, one);
      const found = foundOn(one.date, comparisons);
      const { date: on, picture, clearShare } = one;
      days.set(on, { on, picture, told, hiddenPercent: 100 * (1 - clearShare), found });
    }
  }
  return [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

function foundOn(day: string, comparisons: SitePicturesReply["comparisons"]): Taken["found"] {
  const first = comparisons.flatMap(({ findings }) => findings).filter(({ firstSeen }) => firstSeen === day);
  if (first.some(({ status }) => status === "confirmed")) return "confirmed";
  return first.some(({ status }) => status === "candidate") ? "candidate" : null;
}
