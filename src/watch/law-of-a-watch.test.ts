import { expect, test } from "vitest";
import { readRecord } from "#cycle/collect/sources/record.ts";
import { issueLine } from "#model/input-error.ts";
import { replaced } from "./changed-example.ts";
import { checkWatch } from "./check-watch.ts";

const LAW = `law:
  where: { stream: responses }
  fields: { instrument: kind_of_text, subject: place_of_text }
  sides: [EAST, WEST]
  steps: { adopted: { kind: [guard, institution], actor: NATO } }
  force: { binding: { kind: law } }
timeline:`;

/** What the check says of the example with that law, without the folder. */
const linesOf = (law: string) => {
  const dir = replaced("watch.yaml", "timeline:", law);
  return checkWatch(dir, readRecord).issues.map((issue) => issueLine(issue).replaceAll(`${dir}/`, ""));
};

test.each([
  [
    "a step nobody knows",
    LAW.replace("adopted:", "adoptd:"),
    'watch.yaml:33:12: unknown key "adoptd"; expected "adopted"',
  ],
  [
    "a side that is no bloc",
    LAW.replace("WEST]", "WSET]"),
    'watch.yaml:32:17: unknown bloc "WSET"; expected a bloc of this watch',
  ],
  [
    "an actor nobody named",
    LAW.replace("NATO", "NATA"),
    'watch.yaml:33:58: unknown id "NATA"; expected the id of an actor in actors.csv, perhaps "NATO"',
  ],
])("%s gives one line, at its place", (_, law, line) => {
  expect(linesOf(law)).toContain(line);
});

test("a field that no row of the law has is told of where it is named, a law without a row is not", () => {
  expect(linesOf(LAW)).toEqual([
    'watch.yaml:31:25: no row of the law has "kind_of_text"; expected a column of the record',
    'watch.yaml:31:48: no row of the law has "place_of_text"; expected a column of the record',
  ]);
  expect(linesOf(LAW.replace("responses", "treaties"))).toEqual([]);
});
