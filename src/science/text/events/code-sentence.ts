import { BIT } from "./classes.ts";
import type { EventLanguage, Filled, Roles } from "./event-language.ts";
import { tellFeatures } from "./event-features.ts";
import { probabilitiesTold, type LinearModel } from "./linear-model.ts";
import { eventPlace, type EventPlace } from "./circumstance/event-place.ts";
import { eventDate, type EventDate } from "./circumstance/event-date.ts";
import type { Mention } from "./mention.ts";
import { underModality, type Reason } from "./modality.ts";
import { cameoOf, categoryOf, quadOf, type Quad, type Root } from "../plover/plover.ts";
import { has, isPresent, readSentence, type ReadSentence } from "./sentence.ts";
import { tellsHistory } from "./tells-history.ts";
import { clauseEnd, coverOf, findTriggers, type Trigger } from "./trigger.ts";

/** A rule keeps its root unless the weights give it less than `below`, and another root more than `by`; patterns are surer than single words. */
const OVERRULED = { word: { below: 0.08, by: 0.7 }, pattern: { below: 0.03, by: 0.9 } } as const;

/** One side of an event, as the sentence names it. */
export interface Party {
  readonly text: string;
  /** ISO 3166 alpha-3 or the code of a body; null where the sentence does not say. */
  readonly country: string | null;
  /** The id of a known actor, null for others. */
  readonly id: string | null;
  readonly sector: string | null;
  /** UTF-16 offsets into the sentence. */
  readonly span: readonly [number, number];
}

/** Who did what to whom, with the words it rests on. */
export interface CodedEvent {
  readonly source: Party;
  readonly target: Party;
  readonly root: Root;
  readonly mode: string | null;
  /** The root in PLOVER of 2021. */
  readonly category: string;
  readonly cameo: string;
  readonly quad: Quad;
  readonly confidence: number;
  readonly span: readonly [number, number];
  readonly trigger: readonly [number, number];
  readonly rule: string;
  readonly contexts: readonly string[];
  readonly attributedTo: Party | null;
  /** When it was, where the sentence tells it and the day of its publication is known. */
  readonly date: EventDate | null;
  /** Where it was, where the sentence names a place that is known. */
  readonly place: EventPlace | null;
  readonly dictionary: string;
}

/** The events of a sentence; where there is none, the reason. */
export interface Coded {
  readonly events: readonly CodedEvent[];
  readonly reason: Reason | null;
}

/** Codes one sentence, with the dates and places it tells of its events, published on a day (ISO) or on one unknown. Never guesses: without two actors and an event word it says why there is nothing. */
export function codeSentence(
  language: EventLanguage,
  text: string,
  reranker: LinearModel | null = null,
  published: string | null = null,
): Coded {
  const coded = codeBare(language, text, reranker, published);
  if (coded.events.length === 0) return coded;
  return { events: circumstanced(coded.events, language, text, published), reason: null };
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
  const { events, reason } = eventsOf(sentence, triggers);
  if (events.length > 0 && reranker) {
    return { events: events.map((event) => weighed(event, sentence, triggers, reranker)), reason: null };
  }
  if (events.length > 0) return { events, reason: null };
  return { events, reason: known.length < 2 ? "one-actor" : reason };
}

/** The root after the weights were asked: they tell how sure it is, and overrule a rule they find unlikely. */
function weighed(
  event: CodedEvent,
  sentence: ReadSentence,
  triggers: readonly Trigger[],
  reranker: LinearModel,
): CodedEvent {
  const source = tokensIn(sentence, event.source.span);
  const target = tokensIn(sentence, event.target.span);
  const p = probabilitiesTold(reranker, (sink) => tellFeatures(sentence, triggers, source, target, sink));
  const own = p[reranker.classes.indexOf(event.root)]!;
  let best = 0;
  for (const one of p) if (one > best) best = one;
  const trigger = triggers.find(({ from }) => sentence.tokens.start[from] === event.trigger[0]);
  const isPrecise = trigger !== undefined && trigger.rule.bounds.length > 2;
  const { below, by } = OVERRULED[isPrecise ? "pattern" : "word"];
  if (own >= below || best < by) return { ...event, confidence: own };
  const root = reranker.classes[p.indexOf(best)] as Root;
  return {
    ...event,
    root,
    mode: null,
    category: categoryOf(root, null),
    cameo: cameoOf(root, null),
    quad: quadOf(root),
    confidence: best,
    rule: `${event.rule} overruled`,
  };
}

function tokensIn({ tokens: { start, end, count } }: ReadSentence, [from, to]: readonly [number, number]) {
  let first = 0;
  while (first < count && end[first]! <= from) first += 1;
  let last = first;
  while (last < count && start[last]! < to) last += 1;
  return { from: first, to: last };
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

/** Whose words a clause is. */
type Speaker = Pick<Filled, "roles"> | null;

/** Two sides of known country; one side's own two mentions are no event of two. */
const areTwoCountries = (a: Mention, b: Mention) =>
  a.country !== null && b.country !== null && a.country !== b.country;

const isKnown = ({ actor, sector }: Mention) => actor >= 0 || sector !== null;

function eventsOf(
  sentence: ReadSentence,
  triggers: readonly Trigger[],
): { events: CodedEvent[]; reason: Reason } {
  const events: CodedEvent[] = [];
  let reason: Reason = "statement-only";
  let previous: Filled | null = null;
  let speaker: Speaker = quoted(sentence);
  let coveredTo = -1;
  for (const trigger of triggers) {
    if (isCovered(sentence, trigger, coveredTo)) continue;
    const filled = fillBest(sentence, trigger, previous, speaker);
    const { roles } = filled;
    if (filled.trigger.rule.root === null) {
      if (roles.sources.length > 0) speaker = filled;
      previous = roles.sources.length > 0 ? filled : previous;
      if (filled.trigger.rule.takesClause || isUnsaid(filled, sentence))
        coveredTo = clauseEnd(sentence, filled.trigger.to);
      continue;
    }
    const made = eventsFrom(sentence, filled, speaker);
    if ("reason" in made) reason = made.reason;
    else events.push(...made.events.filter((one) => !events.some((other) => isSame(one, other))));
    if (trigger.verb && roles.sources.length > 0) previous = filled;
    if (trigger.verb && ("events" in made || made.reason === "negated")) {
      coveredTo = coverOf(sentence, filled.trigger);
    } else if ("events" in made)
      coveredTo = isPromise(filled.trigger) ? coverOf(sentence, filled.trigger) : trigger.to;
  }
  return { events, reason };
}

/** "According to Berlin": who is quoted speaks until somebody else does. */
function quoted(sentence: ReadSentence): Speaker {
  const sources = sentence.mentions.filter(
    ({ preposition, country }) => preposition & BIT.according && country !== null,
  );
  return sources.length > 0 ? { roles: { sources, targets: [], voice: "active" } } : null;
}

/** A rule that needs two countries gives way to a general one where it finds no two; a launch of one's own does not become an attack. */
function fillBest(
  sentence: ReadSentence,
  trigger: Trigger,
  previous: Filled | null,
  speaker: Speaker,
): Filled {
  const fill = (one: Trigger): Filled => ({
    trigger: one,
    roles: sentence.language.grammar.fillRoles(sentence, one, previous),
  });
  const special = fill(trigger);
  if (!trigger.instead || "events" in eventsFrom(sentence, special, speaker)) return special;
  const { instead } = trigger;
  const needsCountries = trigger.rule.root === "COOPERATE";
  return fill({ ...instead, rule: { ...instead.rule, needsCountries } });
}

/** Nominal events inside a verb's clause are its objects; a verb that takes a clause covers all of it. */
function isCovered(_: ReadSentence, trigger: Trigger, coveredTo: number): boolean {
  return trigger.from < coveredTo;
}

/** "ready to supply", "refusal to inform", "talks on": what follows is what was promised, refused or talked about. */
const isPromise = ({ rule }: Trigger) =>
  rule.takesClause && (rule.pattern.endsWith("[to]") || (rule.mutual && rule.root === "CONSULT"));

const isSame = (a: CodedEvent, b: CodedEvent) =>
  a.root === b.root && a.source.span[0] === b.source.span[0] && a.target.span[0] === b.target.span[0];

/** "No official": what nobody does is not done. */
const isNobody = ({ tokens }: ReadSentence, { from }: Mention) =>
  /^(?:no|neither)$/.test(tokens.lower[from - 1] ?? "");

/** "has not confirmed that", "no official said that": what is told so is not told at all. */
const isUnsaid = ({ trigger, roles }: Filled, sentence: ReadSentence) =>
  trigger.verb?.negated === true || roles.sources.some((source) => isNobody(sentence, source));

/** Whether an "if" opens the clause. */
function isSupposed(sentence: ReadSentence, { from }: Trigger): boolean {
  for (let at = from - 1; at >= 0; at--) {
    if (has(sentence, at, BIT.if)) return true;
    if (has(sentence, at, BIT.that | BIT.when)) return false;
    if (sentence.language.grammar.closesClause(sentence, at) || sentence.tokens.lower[at] === ",")
      return false;
  }
  return false;
}

/** "Finland says Russia is jamming GPS": harm without a target, told by another state, is an accusation. */
function allegation(
  sentence: ReadSentence,
  trigger: Trigger,
  sources: readonly Mention[],
  speaker: Speaker,
): { events: CodedEvent[] } | { reason: Reason } {
  const said = speaker?.roles.sources[0];
  const isHarm =
    trigger.verb !== null && ["COERCE", "ASSAULT", "MOBILIZE", "REJECT"].includes(trigger.rule.root!);
  if (!said || !isHarm) return { reason: "no-target" };
  const accused = sources.filter(
    (source) => areTwoCountries(said, source) && said.country !== source.country,
  );
  if (accused.length === 0) return { reason: "no-target" };
  return {
    events: accused.map((source) => eventOf(sentence, trigger, "active", "ACCUSE", said, source, null)),
  };
}

function eventsFrom(
  sentence: ReadSentence,
  { trigger, roles }: Filled,
  speaker: Speaker,
): { events: CodedEvent[] } | { reason: Reason } {
  if (isSupposed(sentence, trigger)) return { reason: "hypothetical" };
  if (roles.sources.some((source) => isNobody(sentence, source))) return { reason: "negated" };
  const modal = underModality(rootIn(sentence, trigger, roles), trigger.verb);
  if ("reason" in modal) return modal;
  const asked = trigger.rule.told || (modal.root === "REQUEST" && trigger.rule.root !== "REQUEST");
  const sources = asked ? (speaker?.roles.sources ?? []) : roles.sources;
  const targets = asked ? roles.sources : roles.targets;
  if (sources.length === 0) return { reason: "no-source" };
  if (targets.length === 0) return allegation(sentence, trigger, sources, speaker);
  if (!targets.some(isKnown)) {
    const alleged = allegation(sentence, trigger, sources, speaker);
    if ("events" in alleged) return alleged;
  }
  const events = sources.flatMap((source) =>
    targets
      .filter((target) => target !== source && (isKnown(source) || isKnown(target)))
      .filter((target) => roles.voice !== "mutual" || target.from > source.from)
      .filter((target) => !trigger.rule.needsCountries || areTwoCountries(source, target))
      .map((target) => eventOf(sentence, trigger, roles.voice, modal.root, source, target, speaker)),
  );
  if (events.length > 0) return { events };
  const alleged = allegation(sentence, trigger, sources, speaker);
  return "events" in alleged ? alleged : { reason: "same-actor" };
}

/** In the cyber domain an attack is no use of force. */
function rootIn(sentence: ReadSentence, { rule }: Trigger, { sources }: Roles): Root {
  const { classes } = sentence.language;
  const isCyber = rule.root === "ASSAULT" && sentence.contexts.some((id) => classes.names[id] === "c:cyber");
  const isArmed = sources.some(({ sector }) => sector === "MIL" || sector === "REB");
  return isCyber && !isArmed ? "COERCE" : rule.root!;
}

function eventOf(
  sentence: ReadSentence,
  trigger: Trigger,
  voice: Roles["voice"],
  root: Root,
  source: Mention,
  target: Mention,
  speaker: Speaker,
): CodedEvent {
  const { tokens, language } = sentence;
  const mode = root === trigger.rule.root ? trigger.rule.mode : null;
  const said = speaker?.roles.sources[0];
  return {
    source: partyOf(sentence, source),
    target: placed(sentence, partyOf(sentence, target), target, source, said),
    root,
    mode,
    category: categoryOf(root, mode),
    cameo: cameoOf(root, mode),
    quad: quadOf(root),
    confidence: 0.5,
    span: [tokens.start[0]!, tokens.end[tokens.count - 1]!],
    trigger: [tokens.start[trigger.from]!, tokens.end[trigger.to - 1]!],
    rule: `${language.grammar.language}.${trigger.rule.id} ${voice}`,
    contexts: contextsOf(sentence),
    attributedTo: said && said !== source && said !== target ? partyOf(sentence, said) : null,
    date: null,
    place: null,
    dictionary: language.version,
  };
}

function contextsOf({ contexts, language: { classes } }: ReadSentence): readonly string[] {
  if (contexts.length === 0) return [];
  return [...new Set(contexts.map((id) => classes.names[id]!.slice(2)))];
}

/** Who has no country of their own are of the place that is named next: "children in eastern Yemen". */
function placed(
  sentence: ReadSentence,
  party: Party,
  target: Mention,
  source: Mention,
  speaker: Mention | undefined,
): Party {
  if (party.country !== null) return party;
  if (speaker && speaker !== source && has(sentence, target.from - 1, BIT.whose)) {
    return { ...party, country: speaker.country };
  }
  const { mentions, language } = sentence;
  if (isDomestic(sentence, target, source)) return { ...party, country: source.country };
  const place = mentions.find(
    (one) => one.from >= target.to && one !== source && one.country !== null && one.preposition & ~BIT.for,
  );
  if (!place) return party;
  for (let at = target.to; at < place.from; at++) {
    if (language.grammar.closesClause(sentence, at)) return party;
  }
  return { ...party, country: place.country };
}

/** Offices of a state: they are those of the state that the sentence is about. */
const OFFICES = new Set(["GOV", "LEG", "JUD", "OPP", "COP"]);

/** "Egypt's court rejected a motion by former president Hosni Mubarak": an office without a country is of the only country that is named. */
const isDomestic = ({ mentions }: ReadSentence, target: Mention, source: Mention): boolean =>
  OFFICES.has(target.sector ?? "") &&
  source.country !== null &&
  mentions.every(({ country }) => country === null || country === source.country);

function partyOf({ tokens, language }: ReadSentence, mention: Mention): Party {
  const { from, to, actor, country, sector } = mention;
  const span = [tokens.start[from]!, tokens.end[to - 1]!] as const;
  return {
    text: tokens.text.slice(...span),
    country,
    id: actor >= 0 ? language.actors[actor]!.id : null,
    sector,
    span,
  };
}
