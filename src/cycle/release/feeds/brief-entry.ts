import type { WrittenBrief } from "#model/brief.ts";
import { dayInWords } from "#model/day-in-words.ts";
import type { FeedEntry } from "./feed.ts";
import type { Naming } from "./warning-entry.ts";

/** A brief as an entry: its first section in full, and where the rest is. */
export function briefEntry(
  { brief, writtenAt, changedAt }: WrittenBrief,
  { uuidOf, origin }: Naming,
): FeedEntry {
  const { asOf, since, marking, illustrative, sections } = brief;
  const [first] = sections;
  const query = new URLSearchParams({ asOf });
  const told = since === null ? "" : `, against ${dayInWords(since)}`;
  return {
    id: `urn:uuid:${uuidOf(`brief/${brief.id}`)}`,
    title: brief.title,
    published: writtenAt,
    updated: changedAt,
    link: `${origin}/briefs?${query.toString()}`,
    marking,
    labels: illustrative ? ["illustrative"] : [],
    paragraphs: [
      `${marking}. As known on ${dayInWords(asOf)}${told}.`,
      ...(first?.sentences ?? []).map(({ text }) => text),
      ...(illustrative ? ["Illustrative: the watch was written later than this day."] : []),
    ],
    data: { brief: brief.id, asOf, since, illustrative },
  };
}
