import type { VerbReading } from "./verb-reading.ts";
import type { Root } from "../plover/plover.ts";

/** Why a sentence, or a trigger in it, gave no event. */
export type Reason =
  | "empty"
  | "no-actor"
  | "one-actor"
  | "no-event-word"
  | "negated"
  | "hypothetical"
  | "no-source"
  | "no-target"
  | "same-actor"
  | "statement-only"
  | "sport"
  | "background"
  | "unlikely"
  | "unknown-language";

const COOPERATIVE: ReadonlySet<Root> = new Set(["AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"]);
const HARMFUL: ReadonlySet<Root> = new Set(["SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"]);

/** What a root becomes under negation and in the future: refused help is REJECT, coming force THREATEN, coming help AGREE. */
export function underModality(told: Root, verb: VerbReading | null): { root: Root } | { reason: Reason } {
  if (!verb) return { root: told };
  const root = verb.ends ? ended(told) : told;
  if (verb.negated) return COOPERATIVE.has(root) && !verb.isPast ? { root: "REJECT" } : { reason: "negated" };
  if (verb.obliged) return { root: "REQUEST" };
  if (verb.future) return { root: inFuture(root) };
  if (verb.conditional && (verb.isPast || !COOPERATIVE.has(root))) return { reason: "hypothetical" };
  if (verb.conditional) return { root: inFuture(root) };
  return { root };
}

/** Help that stops is cut off, harm that stops is eased. */
function ended(root: Root): Root {
  if (COOPERATIVE.has(root)) return "SANCTION";
  return HARMFUL.has(root) ? "YIELD" : root;
}

/** Coming force is a threat, coming help an agreement. */
export function inFuture(root: Root): Root {
  if (HARMFUL.has(root)) return "THREATEN";
  return COOPERATIVE.has(root) ? "AGREE" : root;
}
