import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { WatchedObject } from "#model/watched-object.ts";
import { readElements } from "#science/orbits/index.ts";
import type { PublishedSet } from "../elements/published-set.ts";
import { neighbourMonths } from "./neighbour-months.ts";

const DATA = "../shared/data/orbit/geo_belt_snapshots_1997-2025.tsv.gz";

const object = (id: string, name: string, role: WatchedObject["role"]): WatchedObject => ({
  id,
  name,
  actor: role === "followed" ? "RUS" : "INTELSAT",
  class: role === "followed" ? "listening" : "communications",
  role,
  source: "catalogue",
});
const OBJECTS = [
  object("40258", "Luch", "followed"),
  object("28358", "Intelsat 10-02", "guarded"),
  object("42950", "Intelsat 37e", "guarded"),
];

/** The sets of these objects, each public the day after its epoch. */
function realSets(): PublishedSet[] {
  const rows = gunzipSync(readFileSync(DATA)).toString().trimEnd().split("\n").slice(1);
  const own = rows.map((row) => row.split("\t")).filter(([, id]) => OBJECTS.some((o) => o.id === id));
  const text = own.map(([, , name, line1, line2]) => `0 ${name}\n${line1}\n${line2}`).join("\n");
  const { elements } = readElements(text, "belt");
  return elements
    .map((each) => ({
      elements: each,
      knownAt: new Date(each.epochMs + 86_400_000).toISOString(),
      capture: "c".repeat(64),
    }))
    .sort((a, b) => a.elements.epochMs - b.elements.epochMs);
}

const told = (sets: readonly PublishedSet[], until: string) =>
  neighbourMonths(sets, OBJECTS, until, "TLP:CLEAR");

test("without element sets of a followed satellite nothing is said, not even that nothing was", () => {
  expect(told([], "2024-01-01")).toEqual([]);
});

describe.skipIf(!existsSync(DATA))(`real histories (need ${DATA})`, () => {
  const sets = existsSync(DATA) ? realSets() : [];
  const all = told(sets, "2025-09-15");
  const neighbours = all.filter(({ kind }) => kind === "geo_neighbour");

  test("Luch is told beside the satellites it parked at, with its days, and months in which it was seen are vouched for", () => {
    const may = neighbours.find(({ id }) => id === "belt/neighbour/40258/2020-06");
    expect(may?.claim).toMatch(
      /Luch stayed at 1\.1° W, within 0\.2° of Intelsat 10-02, on \d+ days of 2020-06/,
    );
    expect(may?.measures.days).toBeGreaterThan(20);
    expect(neighbours.some(({ claim }) => claim.includes("Intelsat 37e"))).toBe(true);
    expect(all.some(({ id }) => id === "belt/coverage/2017-01")).toBe(true);
    expect(neighbours.some(({ validFrom }) => validFrom.startsWith("2017-01"))).toBe(false);
  });

  test("a stay of many months arrives once, in the first month that tells of it, and a known one never again", () => {
    const arrivals = neighbours.filter(({ measures }) => measures.arrivals! > 0);
    expect(arrivals.length).toBeGreaterThan(0);
    expect(arrivals.length).toBeLessThan(neighbours.length / 2);
    const seen = new Map(
      all.filter(({ kind }) => kind === "coverage").map(({ validFrom }, i) => [validFrom, i]),
    );
    for (const [i, one] of neighbours.entries()) {
      const before = neighbours[i - 1];
      const follows = before && seen.get(one.validFrom) === seen.get(before.validFrom)! + 1;
      const sameCompany =
        before &&
        one.claim.split("of ")[1]!.split(", on")[0] === before.claim.split("of ")[1]!.split(", on")[0];
      if (follows && sameCompany) expect(one.measures.arrivals).toBe(0);
    }
  });

  test("what is told of a month is the same whatever became known later", () => {
    for (const until of ["2016-06-15", "2020-09-01", "2023-01-01"]) {
      const then = told(
        sets.filter(({ knownAt }) => knownAt.slice(0, 10) <= until),
        until,
      );
      expect(then).toEqual(all.filter(({ knownAt }) => knownAt < until));
    }
  });

  test("sets that became public only later count only then", () => {
    const late = sets.map((each) => ({ ...each, knownAt: "2025-09-01T00:00:00.000Z" }));
    expect(told(late, "2025-09-15")).toEqual([]);
  });
});
