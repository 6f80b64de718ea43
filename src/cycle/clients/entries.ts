import { dayInWords } from "#model/day-in-words.ts";
import type { Day } from "#model/day.ts";
import type { Notice } from "#model/notice.ts";
import type { WarningChange } from "#model/warning-change.ts";
import type { WrittenBrief } from "#model/brief.ts";
import { briefEntry } from "../release/feeds/brief-entry.ts";
import type { FeedEntry } from "../release/feeds/feed.ts";
import { type Naming, warningEntry } from "../release/feeds/warning-entry.ts";
import type { ToTell } from "./letter.ts";

/** What is told of a change, as feeds tell it. */
export function changeToTell(item: string, change: WarningChange, naming: Naming): ToTell {
  return told("warning.changed", item, warningEntry(change, naming), naming);
}

export function briefToTell(item: string, written: WrittenBrief, naming: Naming): ToTell {
  return { ...told("brief.written", item, briefEntry(written, naming), naming), brief: written.brief };
}

/** What takes back a change that the record of a day no longer has. */
export function withdrawalToTell(
  item: string,
  { title, marking, at, item: change }: Notice,
  asOf: Day,
  naming: Naming,
): ToTell {
  const on = `${asOf}T00:00:00.000Z`;
  const entry = {
    ...{ id: "", title: `Withdrawn: ${title}`, published: on, updated: on, marking, labels: ["withdrawn"] },
    link: `${naming.origin}/warnings`,
    paragraphs: [
      `${marking}. On ${dayInWords(at.slice(0, 10))} you were told: “${title}”.`,
      `The record as known on ${dayInWords(asOf)} no longer bears this out: something it rested on was corrected, withdrawn or dated anew.`,
    ],
    data: { withdrawn: change },
  };
  return told("warning.withdrawn", item, entry, naming);
}

/** An item has one id wherever it is told, and is told again only under another. */
function told(type: string, item: string, entry: FeedEntry, { uuidOf, origin }: Naming): ToTell {
  return { type, entry: { ...entry, id: `urn:uuid:${uuidOf(`notice/${item}`)}` }, isLinked: origin !== "" };
}
