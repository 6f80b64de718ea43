import type { Grammar } from "../event-language.ts";
import { findAsidesEnglish } from "./asides.ts";
import { addsEvent } from "./clause.ts";
import { closesClauseEnglish } from "./closes-clause.ts";
import { inflectEnglish, pluralsEnglish } from "./inflect.ts";
import { findMentionsEnglish } from "./mentions.ts";
import { scanEnglish } from "./money.ts";
import { nestedBefore } from "./nested.ts";
import { fillRolesEnglish } from "./roles.ts";
import { tellerAtEnd, toldAtEnd } from "./telling.ts";
import { readsAsDeedEnglish, readsAsNounEnglish, readVerbEnglish } from "./verbs.ts";

/** English: roles by order and prepositions, verbs by inflection and auxiliaries. */
export const ENGLISH: Grammar = {
  language: "en",
  scan: scanEnglish,
  particles: new Set(["away", "back", "down", "off", "out", "over", "up"]),
  verbForms({ irregular }) {
    const pasts = new Map(irregular.map(([base, past, participle]) => [base, [past, participle] as const]));
    return (verb) => inflectEnglish(verb, pasts);
  },
  nounForms: (word) => pluralsEnglish(word).map((text) => ({ text, form: 0 })),
  readVerb: readVerbEnglish,
  readsAsDeed: readsAsDeedEnglish,
  readsAsNoun: readsAsNounEnglish,
  closesClause: closesClauseEnglish,
  nestedBefore,
  tellerAtEnd,
  toldAtEnd,
  addsEvent,
  findMentions: findMentionsEnglish,
  findAsides: findAsidesEnglish,
  fillRoles: fillRolesEnglish,
};
