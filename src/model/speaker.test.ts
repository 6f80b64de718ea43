import { expect, test } from "vitest";
import { speakerOf } from "./speaker.ts";

test("what an outlet passes on is the claim of whom it names", () => {
  expect(["Reuters via CNA", "TVN24 citing Reuters", "AP via The Independent"].map(speakerOf)).toEqual([
    "Reuters",
    "Reuters",
    "AP",
  ]);
});

test("an outlet speaks for itself, also where it cites nobody by name", () => {
  const own = ["South China Morning Post", "LocalGlob citing agencies", "Via Satellite"];
  expect(own.map(speakerOf)).toEqual(own);
});
