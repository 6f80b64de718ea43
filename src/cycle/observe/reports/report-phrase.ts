import type { Root } from "#science/text/index.ts";

/** What each root says happened between two, in plain words. */
const PHRASES: Readonly<Record<Root, string>> = {
  AGREE: "agrees or announces to act with",
  CONSULT: "meets or talks with",
  SUPPORT: "supports, praises or signs an agreement with",
  COOPERATE: "cooperates with",
  AID: "aids",
  YIELD: "yields to",
  REQUEST: "asks something of",
  ACCUSE: "accuses or criticises",
  REJECT: "rejects what is wanted by",
  THREATEN: "threatens",
  PROTEST: "protests against",
  SANCTION: "expels, sanctions or breaks off with",
  MOBILIZE: "moves forces or shows strength towards",
  COERCE: "coerces, arrests, spies on or attacks the networks of",
  ASSAULT: "attacks",
};

export function reportPhrase(root: Root): string {
  return PHRASES[root];
}
