import type { Grammar } from "../event-language.ts";
import { findMentionsChinese } from "./mentions.ts";
import { fillRolesChinese } from "./roles.ts";
import { scanCharacters } from "./scan.ts";
import { longestWords } from "./segment.ts";
import { tellerAtEndChinese } from "./teller.ts";
import { closesClauseChinese, readsAsNounChinese, readVerbChinese } from "./verbs.ts";

const asWritten = (text: string) => [{ text, form: 0 }];

/** Chinese: words by the longest match on characters, roles by order and by markers such as 被, 对, 向, 与. */
export const CHINESE: Grammar = {
  language: "zh",
  scan: scanCharacters,
  choose: longestWords,
  gap: 14,
  verbForms: () => asWritten,
  nounForms: asWritten,
  readVerb: readVerbChinese,
  readsAsNoun: readsAsNounChinese,
  closesClause: closesClauseChinese,
  tellerAtEnd: tellerAtEndChinese,
  findMentions: findMentionsChinese,
  fillRoles: fillRolesChinese,
};
