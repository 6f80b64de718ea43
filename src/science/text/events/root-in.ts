import type { ReadSentence } from "./event-language.ts";
import type { Mention } from "./mention.ts";
import type { Root } from "../plover/plover.ts";
import type { Roles } from "./roles.ts";
import type { Trigger } from "./trigger.ts";

/** A country or an office of it, not its people. */
const isStateItself = ({ country, sector, isAttributive, actor }: Mention) =>
  country !== null &&
  actor >= 0 &&
  !isAttributive &&
  (sector === null || sector === "GOV" || sector === "LEG");

/** Farmers, workers and other people, whom no state sends. */
const isCrowd = ({ sector }: Mention) => sector === "CVL" || sector === "LAB" || sector === "OPP";

/** In the cyber domain an attack is no use of force; a state does not demonstrate, it complains. */
export function rootIn(sentence: ReadSentence, trigger: Trigger, { sources }: Roles): Root {
  const { rule, verb } = trigger;
  const isState = sources.length > 0 && sources.every(isStateItself);
  if (isState && verb && rule.root === "PROTEST" && rule.mode === "demo") return "ACCUSE";
  const { classes } = sentence.language;
  const isFirms = sources.length > 0 && sources.every(({ sector }) => sector === "BUS");
  if (isFirms && rule.root === "AID" && !rule.gratis) return "COOPERATE";
  if (rule.root === "COOPERATE" && sentence.language.grammar.isGift?.(sentence, trigger)) return "AID";
  const isCourt = sources.length > 0 && sources.every(({ sector }) => sector === "JUD");
  if (isCourt && rule.root === "REQUEST" && rule.mode === "yield") return "YIELD";
  const isBlockade = rule.root === "COERCE" && (rule.mode ?? "restrict") === "restrict";
  if (isBlockade && verb && sources.length > 0 && sources.every(isCrowd)) return "PROTEST";
  const isTroops = sources.length > 0 && sources.every(({ sector }) => sector === "MIL");
  if (isTroops && rule.root === "SANCTION" && rule.mode === "withdraw") return "YIELD";
  const isCyber = rule.root === "ASSAULT" && sentence.contexts.some((id) => classes.names[id] === "c:cyber");
  const isArmed = sources.some(({ sector }) => sector === "MIL" || sector === "REB");
  return isCyber && !isArmed ? "COERCE" : rule.root!;
}
