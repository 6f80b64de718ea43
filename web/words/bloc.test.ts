import { expect, test } from "vitest";
import type { WatchReply } from "../../src/api/contract.ts";
import type { Observation } from "#model/observation.ts";
import { blocName, blocOf, blocToken } from "./bloc.ts";

const watch = {
  blocs: { EAST: { name: "East" }, WEST: { name: "West" }, BOTH: { name: "Both" } },
  actors: [
    { id: "CHN", bloc: "EAST" },
    { id: "NOR", bloc: "WEST" },
    { id: "UN", bloc: "" },
  ],
} as unknown as WatchReply;
const done = (...ids: string[]) =>
  ({ actors: ids.map((id) => ({ id, role: "actor" })) }) as unknown as Observation;

test("an observation belongs to the bloc of the first actor that has one", () => {
  expect(blocOf(watch, done("UN", "CHN", "NOR"))).toBe("EAST");
  expect(blocOf(watch, done("UN", "nobody"))).toBeNull();
});

test("two blocs have colours of their own, all others and none share the third", () => {
  expect(["EAST", "WEST", "BOTH", null].map((bloc) => blocToken(watch, bloc))).toEqual([
    "--bloc-east",
    "--bloc-west",
    "--bloc-other",
    "--bloc-other",
  ]);
  expect(blocName(watch, null)).toBe("neither bloc");
});
