import { actorName } from "#model/actor-name.ts";
import type { PartnershipOnDay } from "#model/partnership.ts";
import { partnershipInWords } from "#model/partnership-in-words.ts";
import { runningOn } from "#model/sentence-case.ts";
import { newestFirst, type BriefMaterial } from "../../material.ts";
import { dayInWords, listed } from "../../phrase.ts";
import { NOTHING_TOLD, type Told } from "./told.ts";

/** How much of what two powers do is done together, and how much of an alliance has been seen. */
export function aboutPartnership(material: BriefMaterial, partnership: PartnershipOnDay | null): Told {
  const now = partnership?.path.at(-1);
  if (!partnership || !now) return NOTHING_TOLD;
  const { between, events, rungs } = partnership;
  const pair = listed(between.map((id) => actorName(material.watch.actors, id)));
  const newest = newestFirst(
    material,
    events.map(({ id }) => id),
    3,
  );
  const seen = rungs.flatMap((rung) => rung.seen.at(-1)?.id ?? []);
  const words = partnershipInWords(partnership, dayInWords);
  const ofRungs = rungs.length > 0 ? words.length - 1 : words.length;
  return {
    sentences: words.map((text, i) => ({
      text: i === 0 ? `What ${pair} do together: ${runningOn(text)}` : text,
      cites: i === ofRungs && seen.length > 0 ? seen : newest,
    })),
    names: [pair],
    days: [now.on],
  };
}
