import { eventDate } from "./circumstance/event-date.ts";
import { eventPlace } from "./circumstance/event-place.ts";
import type { Coded, CodedEvent } from "./coded-event.ts";
import type { EventLanguage, ReadSentence } from "./event-language.ts";
import { eventsOf } from "./events-of.ts";
import { findTriggers } from "./find-triggers.ts";
import type { LinearModel } from "./linear-model.ts";
import { isKnown } from "./mention.ts";
import { readSentence } from "./read-sentence.ts";
import type { Reason } from "./modality.ts";
import { isPresent } from "./sentence.ts";
import { tellsHistory } from "./tells-history.ts";
import type { Trigger } from "./trigger.ts";
import { weighEvent } from "./weigh-event.ts";
import type { Told } from "./pairs/pair-view.ts";
import type { PairWeights } from "./pairs/pair-weights.ts";
import { weighPairs } from "./pairs/weigh-pairs.ts";

/** Codes one sentence, with the dates and places it tells of its events, published on a day (ISO) or on one unknown. Says why where there is nothing. Where there are weights of pairs, they have the last word on what two states did; without them the reranker chooses among roots. */
export function codeSentence(
  language: EventLanguage,
  text: string,
  reranker: LinearModel | null = null,
  published: string | null = null,
  pairs: PairWeights | null = null,
): Coded {
  const sentence = readSentence(language, text);
  const found = findEvents(sentence, published);
  const { triggers, events, oneSided, reason } = found;
  const placed = (some: readonly CodedEvent[]) => circumstanced(some, language, text, published);
  const reranked = (some: readonly CodedEvent[]) =>
    reranker ? some.map((one) => weighEvent(one, some, sentence, triggers, reranker)) : some;
  const sure = pairs ? weighPairs(sentence, found, pairs) : reranked(events);
  const told = { events: placed(sure), reason: sure.length > 0 ? null : (reason ?? "unlikely") };
  return oneSided.length === 0 ? told : { ...told, oneSided: () => placed(reranked(oneSided)) };
}

/** The events with their dates and places, where the sentence tells them; those of one trigger share them. */
function circumstanced(
  events: readonly CodedEvent[],
  { grammar, places }: EventLanguage,
  text: string,
  published: string | null,
): CodedEvent[] {
  let told: CodedEvent | undefined;
  return events.map((event) => {
    const isSame = told?.trigger[0] === event.trigger[0] && told.trigger[1] === event.trigger[1];
    const date = isSame ? told!.date : dateOf(event, text, grammar.language, published);
    const place = isSame ? told!.place : places && eventPlace(places, text, event.trigger);
    told = date === null && place === null ? event : { ...event, date, place };
    return told;
  });
}

const dateOf = ({ trigger }: CodedEvent, text: string, language: string, published: string | null) =>
  published === null ? null : eventDate(text, language, trigger, published);

interface Found extends Told {
  readonly triggers: readonly Trigger[];
}

/** The events as the rules tell them, or why none was looked for. */
export function findEvents(sentence: ReadSentence, published: string | null): Found {
  if (sentence.tokens.count === 0) return nothing("empty");
  const known = sentence.mentions.filter(({ isPronoun }) => !isPronoun);
  if (!known.some(isKnown)) return nothing("no-actor");
  const triggers = findTriggers(sentence);
  if (triggers.length === 0) return nothing("no-event-word");
  if (isSport(sentence)) return nothing("sport");
  if (tellsHistory(sentence, published)) return nothing("background");
  const { events, oneSided, refused, reason } = eventsOf(sentence, triggers);
  const none = known.length < 2 ? "one-actor" : reason;
  return { triggers, events, oneSided, refused, reason: events.length > 0 ? null : none };
}

const nothing = (reason: Reason): Found => ({ triggers: [], events: [], oneSided: [], refused: [], reason });

/** Whether two words of the class `sport` stand in it. */
function isSport(sentence: ReadSentence): boolean {
  const {
    lexical,
    language: { classes },
  } = sentence;
  const sport = classes.idOf.get("n:sport");
  if (sport === undefined || !isPresent(sentence, sport)) return false;
  return lexical.filter((words) => words?.some((word) => word.class === sport)).length > 1;
}
