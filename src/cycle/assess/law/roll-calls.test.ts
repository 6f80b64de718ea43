import { expect, test } from "vitest";
import type { LawRules } from "#model/law-rules.ts";
import type { RecordedDocument } from "#model/source-document.ts";
import { agreementsIn, rollCallsIn } from "./roll-calls.ts";

const states = ["RUS", "CHN", "USA"];
const rules = { rollCalls: { title: "outer space", states } } as unknown as LawRules;

const vote = (symbol: string, by: Readonly<Record<string, readonly string[]>>, title = "Outer space") =>
  ({
    document: {
      ...{
        id: `SRC/${symbol}/vote`,
        title,
        url: "https://example.org/1",
        published: "2022-12-07T00:00:00.000Z",
      },
      attributes: { symbol, ...by },
    },
    knownAt: "2022-12-07T00:00:00.000Z",
  }) as unknown as RecordedDocument;

const votes = [
  vote("A/RES/77/41", { "yes by": ["USA"], "no by": ["RUS", "CHN"] }),
  vote("A/RES/77/42", { "yes by": ["RUS", "CHN"], "no by": ["USA"] }),
  vote("A/RES/79/18", { "yes by": ["USA"], "no by": ["RUS"], "abstained by": ["CHN"] }),
  vote("A/RES/79/19", { "yes by": ["USA", "CHN"], "absent by": ["RUS"] }),
];

test("states are compared over the votes in which both took part", () => {
  const agreements = agreementsIn(states, rollCallsIn(rules, votes));
  const told = agreements.map((one) => [one.states.join(), one.alike, one.votes]);
  expect(told).toEqual([
    ["RUS,CHN", 2, 3],
    ["RUS,USA", 0, 3],
    ["CHN,USA", 1, 4],
  ]);
  const [close, apart] = agreements;
  // Wilson 1927, 90 %: two of three, none of three.
  expect([close!.low, close!.high].map((p) => p.toFixed(3))).toEqual(["0.254", "0.922"]);
  expect([apart!.low, apart!.high].map((p) => p.toFixed(3))).toEqual(["0.000", "0.474"]);
});

test("a text on another subject is left out, and a vote that two sources tell counts once", () => {
  const calls = rollCallsIn(rules, [
    ...votes,
    votes[0]!,
    vote("A/RES/77/1", { "yes by": states }, "Fisheries"),
  ]);
  expect(calls.map(({ symbol }) => symbol)).toEqual([
    "A/RES/77/41",
    "A/RES/77/42",
    "A/RES/79/18",
    "A/RES/79/19",
  ]);
});

test("states that never took part in the same vote are not compared", () => {
  const apart = rollCallsIn(rules, [vote("A/RES/1", { "yes by": ["RUS"], "absent by": ["USA", "CHN"] })]);
  expect(agreementsIn(states, apart)).toEqual([]);
});
