import { BIT } from "./classes.ts";
import { asideOf } from "./clause-bounds.ts";
import type { EventDate } from "./circumstance/event-date.ts";
import type { EventPlace } from "./circumstance/event-place.ts";
import type { ReadSentence } from "./event-language.ts";
import type { Mention } from "./mention.ts";
import type { Reason } from "./modality.ts";
import { cameoOf, categoryOf, quadOf, type Quad, type Root } from "../plover/plover.ts";
import type { Roles, Speaker } from "./roles.ts";
import type { Rule } from "./rules.ts";
import { has, isVerbBetween } from "./sentence.ts";
import type { Trigger } from "./trigger.ts";

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
  /** Between states, or bodies of states. */
  readonly events: readonly CodedEvent[];
  /** Tells the events of which one side is nobody's, such as "hackers" or a satellite: few ask for them, and only then are they weighed, dated and placed; absent where there are none. */
  readonly oneSided?: () => readonly CodedEvent[];
  readonly reason: Reason | null;
}

/** What an event rests on: its words, and who says so. */
type Ground = Pick<Trigger, "from" | "to"> & { readonly rule: Pick<Rule, "id" | "root" | "mode"> };

/** The event that a trigger tells of two sides. */
export function eventOf(
  sentence: ReadSentence,
  trigger: Ground,
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
    (one) =>
      one.from >= target.to &&
      one !== source &&
      one.country !== null &&
      isWithin(sentence, one.from, asideOf(sentence, target.from)) &&
      (one.preposition & (BIT.for | BIT.according)) === 0 &&
      one.preposition & ~BIT.to,
  );
  if (!place) return party;
  for (let at = target.to; at < place.from; at++) {
    if (language.grammar.closesClause(sentence, at)) return party;
    if (has(sentence, at, BIT.for | BIT.of | BIT.with) && tellsDeed(sentence, at + 1)) return party;
  }
  return { ...party, country: place.country };
}

/** Whether a token lies in an aside, if it is one. */
const isWithin = (sentence: ReadSentence, at: number, aside: number): boolean =>
  aside === 0 || asideOf(sentence, at) === aside;

/** "charged a man with passing secrets to China": whether a word tells a deed of somebody's. */
const tellsDeed = (sentence: ReadSentence, at: number): boolean =>
  isVerbBetween(sentence, at, at + 1) || /.ing$/.test(sentence.tokens.lower[at] ?? "");

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
