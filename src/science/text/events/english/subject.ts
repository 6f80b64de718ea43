import { BIT } from "../classes.ts";
import { asideOf } from "../clause-bounds.ts";
import type { ReadSentence } from "../event-language.ts";
import type { Mention } from "../mention.ts";
import type { Filled } from "../roles.ts";
import { before, has } from "../sentence.ts";
import { CAPITAL, MARK, QUOTED } from "../token.ts";
import type { Trigger } from "../trigger.ts";
import { grouped, promptedBy, verbGroupStart } from "./clause.ts";
import { besidesNested, NESTING } from "./nested.ts";
import { ownerOf } from "./owner.ts";
import { pairMembers } from "./pairs.ts";
import { tellerAtEnd } from "./telling.ts";

/** Who does what a verb tells, or to whom it is done in the passive: who stands before it, or is meant from before. */
export function subjectOf(sentence: ReadSentence, trigger: Trigger, previous: Filled | null): Mention[] {
  const start = verbGroupStart(sentence, trigger.from);
  const left = beforeInClause(sentence, start);
  const prompted = promptedBy(sentence, trigger);
  if (prompted) return grouped(sentence, prompted);
  if (opensSentence(sentence, trigger, start)) return behindComma(sentence, trigger.head);
  if (has(sentence, left, BIT.who)) return grouped(sentence, antecedent(sentence, left));
  if (isOfPlainNoun(sentence, start)) return [];
  const decider = trigger.verb!.dependent ? nestingOwner(sentence, trigger) : undefined;
  if (decider) return [decider];
  const isShared = trigger.verb!.dependent || joinsVerbs(sentence, left);
  if (
    isShared &&
    previous?.trigger.verb &&
    !isSaidOfAnother(sentence, start, previous) &&
    previous.roles.sources.length > 0
  ) {
    return previous.roles.voice === "passive" ? [...previous.roles.targets] : [...previous.roles.sources];
  }
  const candidates = besidesNested(sentence, trigger, leftOf(sentence, start));
  const best =
    titled(sentence, candidates) ??
    originOf(candidates) ??
    candidates.find((one) => one.preposition === 0 && !one.isOwner) ??
    candidates.find((one) => one.preposition === 0) ??
    candidates.findLast((one) => one.preposition & (BIT.of | BIT.from | BIT.in | BIT.by)) ??
    (trigger.verb!.passive ? candidates.at(-1) : beforeVerb(sentence, candidates, start));
  const opening = has(sentence, left, BIT.and) ? firstSubject(candidates) : undefined;
  if (opening) return grouped(sentence, opening);
  const counted = trigger.verb!.dependent ? countedAmong(candidates, best) : undefined;
  if (counted) return grouped(sentence, counted);
  if (best && !trigger.verb!.passive && saysOfAnother(sentence, best, start)) return [];
  const pair = best ? pairMembers(sentence, best) : [];
  if (pair.length > 0) return [...pair];
  const doer = resolved(sentence, best, previous);
  return doer && doer !== best && !best?.isPronoun ? [doer] : grouped(sentence, doer);
}

/** The token before, over adverbs, times and the asides that part a clause: "landed and, when asked, left". */
function beforeInClause(sentence: ReadSentence, at: number): number {
  let left = before(sentence, at);
  while (asideOf(sentence, left) > 0 && asideOf(sentence, at) === 0) left = before(sentence, left);
  return left;
}

/** "Zambia owes Peru billions and has asked it": of several before a second verb the first does both. */
const firstSubject = (candidates: readonly Mention[]): Mention | undefined =>
  candidates.findLast(
    ({ preposition, isOwner, isPronoun, country }) =>
      preposition === 0 && !isOwner && !isPronoun && country !== null,
  );

/** "By ninety votes to four Latvia's parliament": what stands right before a verb is its subject, also behind what opens the sentence. */
const beforeVerb = (
  sentence: ReadSentence,
  [last]: readonly Mention[],
  start: number,
): Mention | undefined => (last && before(sentence, start) < last.to && !last.isOwner ? last : undefined);

/** "Rwanda became the latest African state to join": of two before an infinitive the one with a country. */
const countedAmong = (candidates: readonly Mention[], best: Mention | undefined): Mention | undefined =>
  best && best.country === null && !best.isPronoun && best.preposition === 0
    ? candidates.find((one) => one.country !== null && one.preposition === 0 && !one.isOwner)
    : undefined;

/** "GPS signals from Kaliningrad": of a bare name and where it is from, who it is from does it. */
function originOf([place, name]: readonly Mention[]): Mention | undefined {
  if (!place || !name || place.country === null || !(place.preposition & (BIT.from | BIT.of)))
    return undefined;
  const isBare = name.country === null && name.sector === null && !name.isPronoun && name.preposition === 0;
  return isBare && place.from - name.to <= 4 ? place : undefined;
}

/** "satellites helping Kyiv could": a participle right behind a plain noun is that noun's, and nobody known does it. */
function isOfPlainNoun({ tokens, lexical, grammar, mentionAt }: ReadSentence, start: number): boolean {
  const left = start - 1;
  return (
    tokens.lower[start]!.endsWith("ing") &&
    left > 0 &&
    mentionAt[left]! < 0 &&
    grammar[left] === 0 &&
    (tokens.flags[left]! & (MARK | CAPITAL)) === 0 &&
    /s$/.test(tokens.lower[left]!) &&
    !lexical[left]?.some(({ form }) => form > 0)
  );
}

/** "Google says Chinese hackers used its calendar to break in": of whom something is said stands between the verb of speech and what was done. */
const isSaidOfAnother = ({ mentions }: ReadSentence, start: number, { trigger }: Filled): boolean =>
  trigger.rule.root === null &&
  mentions.some(
    ({ from, to, preposition, country, isPronoun, isOwner }) =>
      from >= trigger.to &&
      from - trigger.to <= 2 &&
      to < start &&
      preposition === 0 &&
      country !== null &&
      !isPronoun &&
      !isOwner,
  );

/** "and", "but", a comma that closes the clause of a headline's first verb: what stands between two verbs of one subject. */
const joinsVerbs = (sentence: ReadSentence, at: number): boolean =>
  has(sentence, at, BIT.and) ||
  sentence.tokens.lower[at] === "but" ||
  (sentence.tokens.lower[at] === "," && sentence.language.grammar.closesClause(sentence, at));

/** "Refused help by Oslo, …", "By shutting its airspace, …": a participle that opens the sentence. */
const opensSentence = (sentence: ReadSentence, { verb, from }: Trigger, start: number): boolean =>
  verb!.passive
    ? start === 0
    : verb!.dependent && from <= 1 && (start === 0 || OPENING.test(sentence.tokens.lower[0]!));

const OPENING = /^(?:by|after|before|while|when|in|on|without|since|besides|despite|upon)$/;

/** "Accused by Washington of arming Russia, the firm replied": what opens the sentence is said of who stands behind its comma. */
function behindComma(sentence: ReadSentence, from: number): Mention[] {
  const comma = sentence.tokens.lower.indexOf(",", from);
  const first = sentence.mentions.find((one) => one.from > comma);
  if (comma < 0 || !first || first.from - comma > 3) return [];
  return grouped(sentence, first).filter((one) => one.from > comma);
}

/** "a British decision to send tanks": whose decision it is sends them. */
function nestingOwner(sentence: ReadSentence, { from }: Trigger): Mention | undefined {
  let to = from - 1;
  while (to > 0 && has(sentence, to, BIT.adverb | BIT.not)) to -= 1;
  const isNested = has(sentence, to, BIT.to) && NESTING.has(sentence.tokens.lower[to - 1] ?? "");
  const owner = isNested ? ownerOf(sentence, to - 1) : undefined;
  if (!owner || owner.country === null) return undefined;
  const isCompound = owner.to === to - 1 && has(sentence, owner.from - 1, BIT.the);
  return owner.isOwner || owner.isAttributive || isCompound ? owner : undefined;
}

/** "The US Speaker of the House Nancy Pelosi": a bare name right behind an office belongs to it. */
function titled(
  { lexical, language: { bases } }: ReadSentence,
  candidates: readonly Mention[],
): Mention | undefined {
  const [name, office] = candidates;
  if (!name || !office || name.actor >= 0 || name.sector !== null || name.isPronoun) return undefined;
  if (office.sector === null || office.preposition !== 0 || name.from - office.to > 4) return undefined;
  for (let at = office.to; at < name.from; at++) {
    if (lexical[at]?.some((match) => match.class < bases.noun)) return undefined;
  }
  return office;
}

/** A pronoun stands for the subject before it, which may be the speaker. */
function resolved(
  sentence: ReadSentence,
  mention: Mention | undefined,
  previous: Filled | null,
): Mention | undefined {
  if (mention === undefined) return mention;
  if (!mention.isPronoun) return ofSpeaker(sentence, mention, previous);
  return (
    tellerBehind(sentence, mention) ??
    previous?.roles.sources[0] ??
    sentence.mentions.find((one) => !one.isPronoun && one.to <= mention.from) ??
    mention
  );
}

/** "'We call on …,' the ministers said", "'We will close it,' vowed Kyiv": who is named behind a quotation, or at the end, says of themselves what "we" do. */
function tellerBehind(sentence: ReadSentence, { from }: Mention): Mention | undefined {
  const { tokens, mentions } = sentence;
  if (!/^(?:we|i)$/.test(tokens.lower[from]!)) return undefined;
  const teller = tellerAtEnd(sentence);
  if (teller || !(tokens.flags[from]! & QUOTED)) return teller;
  const end = tokens.flags.findIndex((flags, at) => at > from && !(flags & QUOTED));
  return mentions.find((one) => one.from > end && one.from - end <= TELLER && one.preposition === 0);
}

/** Words from a quotation to who is quoted at most. */
const TELLER = 4;

/** "Kyiv said its drones struck", "Montenegro's registry was hit by an attack that the country's police blame on": who has no country of their own are the speaker's, or of the last state before. */
export function ofSpeaker(sentence: ReadSentence, mention: Mention, previous: Filled | null): Mention {
  if (mention.country !== null || !has(sentence, mention.from - 1, BIT.whose)) return mention;
  const owner =
    previous?.roles.sources[0] ??
    sentence.mentions.findLast(({ to, country }) => to < mention.from && country !== null);
  return owner ? { ...mention, country: owner.country } : mention;
}

/** "the embassy in Oslo, which": who is behind a relative, over the place of an office. */
function antecedent({ mentions }: ReadSentence, at: number): Mention | undefined {
  const last = mentions.findLastIndex(({ to }) => to <= at);
  const [office, place] = [mentions[last - 1], mentions[last]];
  const isSeat = office?.sector === "GOV" && place!.preposition & BIT.in && place!.from - office.to === 1;
  return isSeat ? office : place;
}

/** "The ministry said the aircraft had entered": a verb of speech and somebody without a name stand between a name and the verb. */
function saysOfAnother(
  { tokens, lexical, grammar, language }: ReadSentence,
  { to, isPronoun }: Mention,
  start: number,
): boolean {
  const say = language.classes.idOf.get("v:say");
  if (isPronoun || start - to < 3) return false;
  for (let at = to; at + 2 < start; at++) {
    if (!lexical[at]?.some(({ class: id }) => id === say)) continue;
    const noun = tokens.lower[at + 1] === "that" ? at + 2 : at + 1;
    return (
      noun + 1 < start &&
      /^(?:the|a|an|this|these|those)$/.test(tokens.lower[noun]!) &&
      (grammar[start - 1]! & BIT.time) === 0
    );
  }
  return false;
}

/** Candidates for the subject, the nearest first: those of the verb's own clause, of its asides only where it names nobody. */
function leftOf(sentence: ReadSentence, start: number): Mention[] {
  const own = asideOf(sentence, start);
  let floor = start - 1;
  while (floor >= 0 && !(asideOf(sentence, floor) === own && stopsSubject(sentence, floor))) floor -= 1;
  const left = sentence.mentions.filter(({ from, to }) => to <= start && from > floor).toReversed();
  const inClause = left.filter(({ from }) => asideOf(sentence, from) === own);
  return inClause.length > 0 ? inClause : left;
}

const stopsSubject = (sentence: ReadSentence, at: number) =>
  sentence.mentionAt[at]! < 0 &&
  sentence.language.grammar.closesClause(sentence, at) &&
  !has(sentence, at, BIT.and) &&
  !/[()—–]/.test(sentence.tokens.lower[at]!);
