import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { InputError } from "#model/input-error.ts";
import { scratchFolder, watchWith } from "./changed-example.ts";
import { checkWatch } from "./check-watch.ts";
import { readEstate } from "./read-estate.ts";
import { readWatch } from "./read-watch.ts";

const ESTATE = "examples/estates/northlight.yaml";
const watch = readWatch("watches/ilrs");

/** What is said of the example with one thing changed, without the folder. */
function faultOf(from: string, to: string): string {
  const scratch = scratchFolder();
  const file = path.join(scratch, "estate.yaml");
  const text = readFileSync(ESTATE, "utf8");
  expect(text).toContain(from);
  writeFileSync(
    file,
    text.replace(from, () => to),
  );
  try {
    readEstate(file, watch);
  } catch (error) {
    if (error instanceof InputError) return error.message.replaceAll(`${scratch}/`, "");
    throw error;
  }
  return "nothing";
}

test("the example is an estate", () => {
  const { parts, services } = readEstate(ESTATE, watch);
  expect([parts.length, services.length]).toEqual([12, 2]);
});

test.each([
  [
    "a part nobody has",
    "needs: [planning]",
    "needs: [planing]",
    /^estate\.yaml:\d+:13: unknown id "planing"; expected the id of a part of this estate, perhaps "planning"$/,
  ],
  [
    "a supplier nobody has",
    "suppliers: [ground-host]",
    "suppliers: [host]",
    /unknown id "host"; expected the id of a supplier of this estate/,
  ],
  [
    "a safeguard of no catalogue",
    "safeguards: [CM0012]",
    "safeguards: [CM12]",
    /unknown id "CM12"; expected the id of a safeguard in threats.yaml of the watch/,
  ],
  [
    "an actor the watch does not know",
    "actor: VIASAT",
    "actor: VIASATT",
    /unknown id "VIASATT"; expected the id of an actor of the watch, perhaps "VIASAT"/,
  ],
  [
    "a kind there is none of",
    "kind: software",
    "kind: softwear",
    /kind is "softwear"; expected .*, perhaps "software"/,
  ],
  ["an id twice", "id: craft-2", "id: craft-1", /id "craft-1" is taken by estate\.yaml:\d+/],
  ["more than there are", "least: 2, of", "least: 4, of", /expected no more than there are/],
  [
    "parts in a circle",
    "kind: software",
    "kind: software\n    needs: [mission-control]",
    /parts that need each other in a circle: mission-control → planning → mission-control; expected needs that lead one way/,
  ],
])("%s is told at its place", (_name, from, to, said) => {
  expect(faultOf(from, to)).toMatch(said);
});

test("threats that name a safeguard nobody lists, or an actor nobody knows, are told at their place", () => {
  const threats = (safeguard: string, actor: string) => `catalogue: { name: X, url: "https://example.org/" }
safeguards: [{ id: S1, name: Care, verified: recall }]
threats:
  - id: cut
    name: Cutting
    statement: A cable is cut.
    techniques: []
    harms: [availability]
    strikes: [network]
    safeguards: [${safeguard}]
    seen: { stream: incidents, actor: ${actor} }
`;
  const faultsOf = (text: string) => {
    const dir = watchWith((folder) => writeFileSync(path.join(folder, "threats.yaml"), text));
    const none = () => ({ observations: [], rejects: [] });
    return checkWatch(dir, none).issues.map(({ line, wrong }) => [line, wrong]);
  };
  expect(faultsOf(threats("S1", "RUS"))).toEqual([]);
  expect(faultsOf(threats("S2", "RUSS"))).toEqual([
    [10, 'unknown id "S2"'],
    [11, 'unknown id "RUSS"'],
  ]);
});
