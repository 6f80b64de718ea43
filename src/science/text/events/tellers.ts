import { BIT } from "./classes.ts";
import type { ReadSentence } from "./event-language.ts";
import { areTwoCountries, isOfCountry, type Mention } from "./mention.ts";
import type { Root } from "../plover/plover.ts";
import type { Roles, Speaker } from "./roles.ts";
import { has } from "./sentence.ts";
import type { Trigger } from "./trigger.ts";

/** Who tells a sentence from its first word on: who is quoted, who opens a headline, who is named at the end; null where nobody is. */
export const firstTeller = (sentence: ReadSentence): Speaker =>
  quoted(sentence) ?? beforeColon(sentence) ?? tellingAtEnd(sentence);

/** "According to Berlin": who is quoted speaks until somebody else does. */
function quoted(sentence: ReadSentence): Speaker {
  const sources = sentence.mentions.filter(
    ({ from, isOwner, preposition, country }) =>
      country !== null &&
      (preposition & BIT.according ||
        has(sentence, from - 1, BIT.according) ||
        (isOwner && has(sentence, from - 2, BIT.according))),
  );
  return sources.length > 0 ? { roles: { sources, targets: [], voice: "active" } } : null;
}

/** "Lavrov: NATO is behind the attack", "Tbilisi to Moscow: …": who opens a headline before a colon. */
function beforeColon({ mentions: [first, second], tokens }: ReadSentence): Speaker {
  if (first?.country == null || first.from > 1) return null;
  const told =
    second !== undefined && second.from - first.to === 1 && second.preposition & BIT.to ? second : undefined;
  const isHeadline = /^[:：]$/.test(tokens.lower[(told ?? first).to] ?? "");
  return isHeadline ? speaking(first, told) : null;
}

const speaking = (teller: Mention, told: Mention | undefined): Speaker => ({
  roles: { sources: [teller], targets: told?.country ? [told] : [], voice: "active" },
});

/** "Iran must stop the tests, Finland said", "…, Finland told Iran". */
function tellingAtEnd(sentence: ReadSentence): Speaker {
  const { tellerAtEnd, toldAtEnd } = sentence.language.grammar;
  const teller = tellerAtEnd?.(sentence);
  return teller?.country == null ? null : speaking(teller, toldAtEnd?.(sentence, teller));
}

/** "'Hand over the officers,' Baku told Moscow": whom an order that names nobody is given, by whom. */
export function orderTo(sentence: ReadSentence, { verb, from }: Trigger, speaker: Speaker): Roles | null {
  if (!verb || verb.passive || !speaker) return null;
  const { lower } = sentence.tokens;
  const first = /^(?:stop|cease|please)$/.test(lower[from - 1] ?? "") ? from - 1 : from;
  const opens = first === 0 || /^["“«:]$/.test(lower[first - 1]!);
  const isTold = isOfCountry(speaker.roles.sources) && isOfCountry(speaker.roles.targets);
  return opens && isTold ? speaker.roles : null;
}

const OFFICIAL: ReadonlySet<string | null> = new Set([
  "arrest",
  "convict",
  "expel",
  "seize",
  "deport",
  "aerial",
]);

/** "Two Cubans were arrested, Peru's police said", "Chilean jets will be shot down, Peru warned": what a state tells of as done, or to be done, to others by nobody named is its own act. */
export function toldAct(
  { rule, verb }: Trigger,
  root: Root,
  { targets }: Roles,
  speaker: Speaker,
): readonly Mention[] {
  const said = speaker?.roles.sources[0];
  const isOwnAct =
    root === "THREATEN" || OFFICIAL.has(rule.mode) || (root === "ACCUSE" && rule.mode === "disapprove");
  if (!said || !verb?.passive || !isOwnAct) return [];
  const isState = said.sector === null || STATE.has(said.sector);
  return isState && targets.some((one) => areTwoCountries(one, said)) ? [said] : [];
}

const STATE: ReadonlySet<string> = new Set(["GOV", "MIL", "COP", "SPY", "JUD"]);

/** "Chilean jets crossed the line, Peru said": forces that nobody is named for face the state that tells of them, not who reports it. */
export const isTold = (teller: Mention, sources: readonly Mention[]): boolean =>
  teller.country !== null && teller.sector !== "MED" && sources.every((one) => areTwoCountries(one, teller));
