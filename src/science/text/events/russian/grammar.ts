import type { Grammar } from "../event-language.ts";
import { scanWords } from "../scan-words.ts";
import { addsEventRussian } from "./added.ts";
import { closesClauseRussian } from "./clauses.ts";
import { conjugate } from "./conjugate.ts";
import { decline } from "./decline.ts";
import { isGiftRussian } from "./gift.ts";
import { findMentionsRussian } from "./mentions.ts";
import { namesInCases } from "./names.ts";
import { fillRolesRussian } from "./roles.ts";
import { tellerAtEndRussian } from "./teller.ts";
import { leadsRussian, readsAsNounRussian, readVerbRussian } from "./verbs.ts";

/** Russian: roles by case, verbs by their endings, order only where the case says nothing. */
export const RUSSIAN: Grammar = {
  language: "ru",
  headsPrecede: true,
  scan: scanWords,
  verbForms: () => (verb) => conjugate(verb),
  nounForms: decline,
  nameForms: namesInCases,
  readVerb: readVerbRussian,
  readsAsNoun: readsAsNounRussian,
  leads: leadsRussian,
  closesClause: closesClauseRussian,
  addsEvent: addsEventRussian,
  isGift: isGiftRussian,
  tellerAtEnd: tellerAtEndRussian,
  findMentions: findMentionsRussian,
  fillRoles: fillRolesRussian,
};
