import { eventDate } from "./circumstance/event-date.ts";
import { eventPlace } from "./circumstance/event-place.ts";
import type { Coded, CodedEvent } from "./coded-event.ts";
import type { EventLanguage, ReadSentence } from "./event-language.ts";
import { eventsOf } from "./events-of.ts";
import { findTriggers } from "./find-triggers.ts";
import type { LinearModel } from "./linear-model.ts";
import { isKnown } from "./mention.ts";
import { readSentence } from "./read-sentence.ts";
import { isPresent } from "./sentence.ts";
import { tellsHistory } from "./tells-history.ts";
import { weighEvent } from "./weigh-event.ts";

/** Codes one sentence, with the dates and places it tells of its events, published on a day (ISO) or on one unknown. Never guesses: without two actors and an event word it says why there is nothing. */
export function codeSentence(
  language: EventLanguage,
  text: string,
  reranker: LinearModel | null = null,
  published: string | null = null,
): Coded {
  const { events, oneSided = [], reason } = codeBare(language, text, reranker, published);
  if (events.length + oneSided.length === 0) return { events, reason };
  const told = (some: readonly CodedEvent[]) => circumstanced(some, language, text, published);
  return { events: told(events), ...(oneSided.length > 0 && { oneSided: told(oneSided) }), reason };
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

function codeBare(
  language: EventLanguage,
  text: string,
  reranker: LinearModel | null,
  published: string | null,
): Coded {
  const sentence = readSentence(language, text);
  if (sentence.tokens.count === 0) return { events: [], reason: "empty" };
  const known = sentence.mentions.filter(({ isPronoun }) => !isPronoun);
  if (!known.some(isKnown)) return { events: [], reason: "no-actor" };
  const triggers = findTriggers(sentence);
  if (triggers.length === 0) return { events: [], reason: "no-event-word" };
  if (isSport(sentence)) return { events: [], reason: "sport" };
  if (tellsHistory(sentence, published)) return { events: [], reason: "background" };
  const { events, oneSided, reason } = eventsOf(sentence, triggers);
  const weighed = (some: readonly CodedEvent[]) =>
    reranker ? some.map((event) => weighEvent(event, sentence, triggers, reranker)) : some;
  const both = { events: weighed(events), oneSided: weighed(oneSided) };
  if (events.length > 0) return { ...both, reason: null };
  return { ...both, reason: known.length < 2 ? "one-actor" : reason };
}

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
