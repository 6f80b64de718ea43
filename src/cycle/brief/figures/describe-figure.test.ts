import { expect, test } from "vitest";
import { composeBrief } from "../compose-brief.ts";
import { material } from "../fixture.ts";
import { describeFigure } from "./describe-figure.ts";
import { figureTable } from "./figure-table.ts";

const figures = composeBrief(material).sections.flatMap((section) => section.figures);
const ofType = (type: string) => figures.find((figure) => figure.type === type)!;

test("a fan is told by its ends and what lies ahead, with intervals", () => {
  expect(describeFigure(ofType("fan"))).toBe(
    "Probability with its 5–95 % interval: 41 %, 30–52 on 31 August 2026; 62 %, 48–74 on 23 November 2026; 70 %, 55–82 by 21 February 2027.",
  );
});

test("a strip is told by how many indicators stand at which level, unknown counted apart", () => {
  expect(describeFigure(ofType("heat"))).toBe(
    "five indicators in 2026-11: 1 at level 3, 1 at level 1, 2 at level 0 and 1 unknown.",
  );
});

test("a timeline is told lane by lane", () => {
  expect(describeFigure(ofType("timeline"))).toBe(
    "Spying on relays: critical 2026-04-01, half eased 2028-09-14; Rules for relays: 10 % 2028-05-01, beyond the horizon 2031-11-30.",
  );
});

test("the numbers behind a figure keep unknown as a word", () => {
  expect(
    figureTable(ofType("heat")).rows.find(([label]) => label === "Relay crews trained in secret"),
  ).toEqual(["Relay crews trained in secret", "unknown"]);
  expect(figureTable(ofType("fan")).rows.at(-1)).toEqual([
    "2027-02-21",
    "70 %",
    "55 %",
    "82 %",
    "critical now or by then",
  ]);
});
