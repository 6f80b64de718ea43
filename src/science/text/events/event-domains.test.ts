import { expect, test } from "vitest";
import { inDomain, weightsIn } from "./event-domains.ts";

test("what rules say counts once for all and once for its kind; words count for all", () => {
  expect(inDomain("own", ["w:radar", "F:AID", "f:give-aid@between", "2:gave radar"])).toEqual([
    "w:radar",
    "F:AID",
    "f:give-aid@between",
    "2:gave radar",
    "own F:AID",
    "own f:give-aid@between",
  ]);
});

test("weights of a kind are added to those for all, and those of the other kind left out", () => {
  const weights = new Map([
    ["w:radar", Float32Array.of(1, 0)],
    ["F:AID", Float32Array.of(0, 2)],
    ["own F:AID", Float32Array.of(1, 1)],
    ["plover F:AID", Float32Array.of(5, 5)],
    ["own C:AID", Float32Array.of(3, 0)],
  ]);
  expect(weightsIn("own", weights)).toEqual(
    new Map([
      ["w:radar", Float32Array.of(1, 0)],
      ["F:AID", Float32Array.of(1, 3)],
      ["C:AID", Float32Array.of(3, 0)],
    ]),
  );
  expect([...weightsIn("plover", weights).keys()]).toEqual(["w:radar", "F:AID"]);
});
