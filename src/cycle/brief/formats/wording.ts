/** Fixed wording that every format prints alike. */
import type { Brief } from "#model/brief.ts";
import { dayInWords, quoted } from "../phrase.ts";

export const REPLAY_NOTE =
  "Illustrative replay: the rules were written after the day this brief looks at, with knowledge of what followed.";

/** `As known on 23 November 2026; changes since 30 September 2026.` */
export function headLine({ asOf, since }: Brief): string {
  const changes = since === null ? "" : `; changes since ${dayInWords(since)}`;
  return `As known on ${dayInWords(asOf)}${changes}.`;
}

/** What an observation is, where it is from and how far it is checked, on one line; its link comes apart. */
export function referenceLine({
  id,
  claim,
  on,
  knownAt,
  source,
  grade,
  verified,
  attribution,
}: Brief["references"][number]): string {
  const known = knownAt === on ? "" : `, known ${knownAt}`;
  const attributed = attribution === null ? "" : ` Attribution: ${attribution.replaceAll("_", " ")}.`;
  const awaited = verified === "recall" ? " Awaits a source." : "";
  return `${id}. ${quoted(claim)}, ${on}${known}. ${source}, graded ${grade}.${attributed}${awaited}`;
}

/** An address a reader may be sent to; anything but the web is not offered as a link. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}
