import { BIT } from "../classes.ts";
import type { Roles } from "../roles.ts";
import { has } from "../sentence.ts";
import type { ReadSentence } from "../event-language.ts";
import type { Trigger } from "../trigger.ts";
import { type Mention, isOfCountry } from "../mention.ts";
import { grouped, mentionsAfter } from "./clause.ts";
import { GIVING, objectOf } from "./objects.ts";
import { ownerOf } from "./owner.ts";
import { SEIZING, TARGETS_OF_NOUNS } from "./noun-roles.ts";

/** Who did what a passive verb tells to its subject: who stands behind "by", or else whose the place, the noun or the thing is. */
export function passiveRoles(sentence: ReadSentence, trigger: Trigger, subject: Mention[]): Roles {
  if (trigger.noun >= 0 && trigger.rule.mutual && subject.length > 1) {
    return { sources: subject, targets: [], voice: "nominal" };
  }
  const after = mentionsAfter(sentence, trigger.head);
  if (isOwnMove(trigger, subject, after)) {
    return { sources: subject, targets: objectOf(sentence, trigger, subject), voice: "passive" };
  }
  const between = after.find(({ preposition }) => preposition & BIT.between);
  const [one, ...others] = trigger.rule.mutual ? grouped(sentence, between) : [];
  if (one && others.length > 0) return { sources: [one], targets: others, voice: "passive" };
  const host = accredited(sentence, trigger, subject);
  const named = after.find(({ preposition }) => preposition & BIT.by);
  if (host && !named) return { sources: [host], targets: subject, voice: "passive" };
  const asked = named ? undefined : askedOf(sentence, trigger);
  if (asked) return { sources: [asked.of], targets: [asked.by], voice: "passive" };
  const left = trigger.rule.mode === "expel" ? after.find((one) => one.from >= trigger.to) : undefined;
  const agent =
    named ??
    left ??
    nounsOwner(sentence, trigger, [...subject, ...after]) ??
    carrier(trigger, subject, after) ??
    after.find(({ preposition }) => preposition & (BIT.in | BIT.from)) ??
    unnamedDoer(trigger, after);
  const got = agent ? undefined : receiverBehind(trigger, subject, after);
  if (got) return { sources: subject, targets: grouped(sentence, got), voice: "passive" };
  return {
    sources: grouped(sentence, agent),
    targets: doneTo(sentence, trigger, subject, after, agent),
    voice: "passive",
  };
}

const ANSWERS: ReadonlySet<string | null> = new Set(["REJECT", "YIELD", "AGREE"]);

/** "Cuba's request for Peruvian pictures was turned down": who was asked stands behind the noun, and answers; "Cuban sanctions on Peru" ask nothing. */
function askedOf(
  sentence: ReadSentence,
  { noun, from, rule }: Trigger,
): { by: Mention; of: Mention } | undefined {
  const by = noun < 0 || !ANSWERS.has(rule.root) ? undefined : ownerOf(sentence, noun);
  if (!by || by.country === null) return undefined;
  const of = sentence.mentions.find(
    (one) => one.from > noun && one.to <= from && one.country !== null && one.country !== by.country,
  );
  const isBurden = of && (of.preposition & (BIT.on | BIT.against)) > 0;
  return of && !isBurden ? { by, of } : undefined;
}

/** "was launched on a Norwegian rocket", "was summoned to the Norwegian ministry": whose rocket or office it is does it. */
function carrier(
  { rule, to, head }: Trigger,
  subject: readonly Mention[],
  after: readonly Mention[],
): Mention | undefined {
  if (to > head || !isOfCountry(subject)) return undefined;
  const bits = rule.root === "COOPERATE" ? BIT.on : rule.mode === "disapprove" ? BIT.to : 0;
  const isOther = ({ country }: Mention) =>
    country !== null && subject.every((one) => one.country !== country);
  return after.find(
    (one) =>
      one.preposition & bits &&
      isOther(one) &&
      (one.isAttributive || one.isOwner || one.sector === "BUS" || one.sector === "GOV"),
  );
}

/** "were shut out of the auction of Germany's firm", "was awarded a Russian contract": whose the thing is does it. */
function unnamedDoer({ rule }: Trigger, after: readonly Mention[]): Mention | undefined {
  if (rule.byOwner)
    return after.find(
      ({ isAttributive, isOwner, country }) => (isAttributive || isOwner) && country !== null,
    );
  if (rule.root !== "SANCTION") return undefined;
  return after.find(({ preposition, country }) => preposition & BIT.of && country !== null);
}

/** "A Norwegian inquiry was opened against a Russian firm": whose the noun is does it, where it is turned on another state. */
function nounsOwner(
  sentence: ReadSentence,
  trigger: Trigger,
  after: readonly Mention[],
): Mention | undefined {
  const { noun } = trigger;
  const owner = noun < 0 ? undefined : ownerOf(sentence, noun);
  if (!owner?.country || !(owner.isOwner || owner.isAttributive)) return undefined;
  const isTurned = [...after, ...behindNoun(sentence, trigger)].some(
    ({ preposition, country }) => country !== null && country !== owner.country && preposition & TURNED,
  );
  return isTurned ? owner : undefined;
}

const TURNED = BIT.on | BIT.against | BIT.into;

/** "Cuban sanctions on Peru were eased": who stands between the noun and its verb. */
const behindNoun = ({ mentions }: ReadSentence, { noun, from }: Trigger): Mention[] =>
  noun < 0
    ? []
    : mentions.filter((one) => one.from > noun && one.to <= from && one.preposition & (BIT.on | BIT.against));

/** "British jets were scrambled to shadow Russian bombers": forces that nobody else moves are their state's own act. */
const isOwnMove = ({ rule }: Trigger, subject: readonly Mention[], after: readonly Mention[]): boolean =>
  rule.root === "MOBILIZE" && isOfCountry(subject) && !after.some(({ preposition }) => preposition & BIT.by);

/** "Polish jets were handed over to Ukraine": whose the thing was gave it, where nobody else did. */
function receiverBehind(
  { rule }: Trigger,
  subject: readonly Mention[],
  after: readonly Mention[],
): Mention | undefined {
  const isOwned = subject.some(({ isAttributive, isOwner }) => isAttributive || isOwner);
  if (!isOwned || !GIVING.has(rule.root)) return undefined;
  return after.find(({ preposition, country }) => preposition & BIT.to && country !== null);
}

/** Whom a passive verb befalls: its subject, or who stands behind the noun that is its subject. */
function doneTo(
  sentence: ReadSentence,
  trigger: Trigger,
  subject: Mention[],
  after: readonly Mention[],
  agent: Mention | undefined,
): Mention[] {
  const { noun, rule, to } = trigger;
  if (noun < 0 && rule.root === "ACCUSE" && endsIn(sentence, trigger, BIT.on | BIT.to)) {
    const blamed = after.find(({ from }) => from >= to);
    return grouped(sentence, blamed);
  }
  const reached =
    agent && GIVING.has(rule.root) && !isOfCountry(subject) ? reachedBy(sentence, after) : undefined;
  if (reached) return grouped(sentence, reached);
  if (subject.length === 0 && GIVING.has(rule.root))
    return grouped(
      sentence,
      after.find((one) => one !== agent && one.preposition & (BIT.to | BIT.for | BIT.in)),
    );
  const got =
    agent && HANDED.has(rule.root) ? after.find((one) => one !== agent && isGetter(one)) : undefined;
  if (got) return grouped(sentence, got);
  const isWho = rule.root === "ASSAULT" || SEIZING.has(rule.mode);
  if (noun < 0 || (isWho && isOfCountry(subject))) return subject;
  const done =
    after.find((one) => one !== agent && one.preposition & targetsOf(subject)) ??
    (agent && agent.to <= noun ? behindNoun(sentence, trigger)[0] : undefined) ??
    subject.find(({ from }) => from > noun) ??
    subject[0];
  return grouped(sentence, done);
}

/** "radars donated by Peru reached Cuba": whom a gift comes to got it. */
const reachedBy = ({ tokens: { lower } }: ReadSentence, after: readonly Mention[]): Mention | undefined =>
  after.find(
    ({ from, country }) =>
      country !== null &&
      [lower[from - 1]!, lower[from - 2] ?? ""].some((word) =>
        /^(?:reach(?:ed|es)|arriv(?:ed?|es)|land(?:ed)?)$/.test(word),
      ),
  );

const HANDED: ReadonlySet<string | null> = new Set(["AID", "COOPERATE"]);

/** "was extradited from Spain to China", "were handed over to Ukraine by Germany". */
const isGetter = ({ preposition, country }: Mention) => (preposition & BIT.to) > 0 && country !== null;

/** "was blamed on", "was attributed to": who is behind the preposition did it. */
const endsIn = (sentence: ReadSentence, { to, head }: Trigger, bits: number) =>
  to > head && has(sentence, to - 1, bits);

/** "A Chinese balloon was downed off South Carolina": where it is known whose it is, a place is no target. */
const targetsOf = (subject: readonly Mention[]) =>
  isOfCountry(subject) ? TARGETS_OF_NOUNS & ~(BIT.in | BIT.other) : TARGETS_OF_NOUNS;

/** "Russia's ambassador to Oslo was summoned": who is not named is the state an envoy is sent to. */
const accredited = ({ mentions }: ReadSentence, { from }: Trigger, subject: readonly Mention[]) =>
  mentions.find(
    (one) =>
      one.country !== null &&
      one.preposition & BIT.to &&
      one.to <= from &&
      subject.some((envoy) => envoy.sector === "GOV" && one.from - envoy.to === 1),
  );
