import { readFileSync } from "node:fs";
import { eventDate } from "#science/text/events/circumstance/event-date.ts";
import { eventPlace } from "#science/text/events/circumstance/event-place.ts";
import type { EventLanguage } from "#science/text/index.ts";
import type { BenchRow } from "../bench-row.ts";
import { shareWithInterval } from "../pages/share.ts";

/** A sentence of `test/gold/when-where.*.jsonl` with when and where its event was; null where it does not say. */
export interface WhenWhere {
  readonly text: string;
  readonly trigger: string;
  /** Of the trigger, in UTF-16 units. */
  readonly at: number;
  readonly published: string;
  readonly half: "tuning" | "held";
  readonly date: { readonly from: string; readonly to: string } | null;
  readonly place: string | null;
}

/** How often the day and the place of an event are told exactly, silence where the sentence is silent included. */
export function whenWhereRows(lang: string, { places }: EventLanguage): BenchRow[] {
  const sentences = readFileSync(`test/gold/when-where.${lang}.jsonl`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as WhenWhere);
  const trigger = ({ at, trigger: word }: WhenWhere) => [at, at + word.length] as const;
  const isDated = (one: WhenWhere) => {
    const found = eventDate(one.text, lang, trigger(one), one.published);
    return found?.from === one.date?.from && found?.to === one.date?.to;
  };
  const isPlaced = (one: WhenWhere) =>
    ((places && eventPlace(places, one.text, trigger(one)))?.name ?? null) === one.place;
  return (["tuning", "held"] as const).flatMap((half) => {
    const those = sentences.filter((one) => one.half === half);
    const row = (what: string, isRight: (one: WhenWhere) => boolean): BenchRow => ({
      name: `${lang} ${what} of events, ${half} half`,
      figure: shareWithInterval(those.filter(isRight).length, those.length),
    });
    return [row("days", isDated), row("places", isPlaced)];
  });
}
