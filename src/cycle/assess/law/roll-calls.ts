import type { Agreement, RollCall } from "#model/law.ts";
import type { LawRules } from "#model/law-rules.ts";
import type { RecordedDocument } from "#model/source-document.ts";
import { wilson } from "#science/series/index.ts";

/** The kind of a document that tells how each state voted. */
export const ROLL_CALL = "vote";
const POSITIONS = ["yes", "no", "abstained"] as const;

/** The votes on texts of the law among documents of that kind, in order of time; what two sources tell is told once. */
export function rollCallsIn({ rollCalls }: LawRules, documents: readonly RecordedDocument[]): RollCall[] {
  if (rollCalls === undefined) return [];
  const title = new RegExp(rollCalls.title, "iu");
  const calls = documents
    .filter(({ document }) => title.test(document.title))
    .map((one) => rollCall(one, rollCalls.states));
  return [...new Map(calls.map((call) => [call.symbol, call])).values()].toSorted((a, b) =>
    a.on < b.on || (a.on === b.on && a.symbol < b.symbol) ? -1 : 1,
  );
}

function rollCall({ document, knownAt }: RecordedDocument, states: readonly string[]): RollCall {
  const { id, title, url, published, attributes } = document;
  const said = POSITIONS.flatMap((position) => {
    const by = attributes[`${position} by`];
    return Array.isArray(by)
      ? states.filter((state) => by.includes(state)).map((one) => [one, position])
      : [];
  });
  return {
    symbol: typeof attributes["symbol"] === "string" ? attributes["symbol"] : id,
    ...{ title, url, on: (published ?? knownAt).slice(0, 10) },
    said: Object.fromEntries(said) as RollCall["said"],
  };
}

/** How often each two of the states voted alike; pairs that never voted in the same vote are left out. */
export function agreementsIn(states: readonly string[], calls: readonly RollCall[]): Agreement[] {
  const pairs = states.flatMap((a, i) => states.slice(i + 1).map((b): [string, string] => [a, b]));
  return pairs.flatMap(([a, b]) => {
    const both = calls.filter(({ said }) => a in said && b in said);
    if (both.length === 0) return [];
    const alike = both.filter(({ said }) => said[a] === said[b]).length;
    const { low, high } = wilson(alike / both.length, both.length);
    return [{ states: [a, b] as const, votes: both.length, alike, low, high }];
  });
}
