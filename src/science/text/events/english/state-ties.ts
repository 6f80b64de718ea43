import type { Sentence } from "../event-language.ts";
import { PREPOSITIONS } from "./closed-words.ts";

/** Ties of a group to a state: "hackers linked to Russia's GRU", "a group thought to be backed by Iran". */
const TIED =
  /^(?:linked|tied|connected|loyal|aligned|affiliated|associated|allied|backed|supported|controlled|run|sponsored|directed|financed|funded|hired|paid|commanded|working|acting|operating|works|acts|operates|answers|reports|belongs|employed|based|located|headquartered)$/;
const SAID_TO_BE =
  /^(?:suspected|believed|thought|reported|alleged|said|known|widely|closely|reportedly|allegedly|to|be|have|been|of|being)$/;

/** Where the state that a group is tied to begins; 0 where it is not tied. */
export function tieAt({ tokens, grammar }: Sentence, at: number): number {
  const isAside = tokens.lower[at] === ",";
  const from = isAside ? at + (/^(?:which|who|that)$/.test(tokens.lower[at + 1] ?? "") ? 2 : 1) : at;
  let tie = from;
  while (tie < from + 4 && SAID_TO_BE.test(tokens.lower[tie] ?? "")) tie += 1;
  const isTied = TIED.test(tokens.lower[tie] ?? "") && tie + 1 < tokens.count;
  return isTied && grammar[tie + 1]! & PREPOSITIONS ? tie + 2 : 0;
}

/** "in the pay of", "on the payroll of", "at the behest of": how many words tie a group to whom it serves. */
export function serviceAt({ tokens }: Sentence, at: number): number {
  const words = tokens.lower.slice(at, at + 4);
  const from = words.indexOf("of", 2);
  const isService = /^(?:pay|payroll|service|employ|behest|orders|direction|command)$/.test(
    words[from - 1] ?? "",
  );
  return isService && /^(?:in|on|at|under)$/.test(words[0]!) ? from + 1 : 0;
}
