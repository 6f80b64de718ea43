import { expect, test } from "vitest";
import type { KnownSite } from "#model/site-check.ts";
import { filterSites } from "./filter-sites.ts";

const site = (id: string, more: Partial<KnownSite>): KnownSite => ({
  ...{ id, name: id, operator: "CHN", country: "CHN", kind: "launch", lat: 0, lon: 0, altM: null },
  ...{ precisionKm: 1, footprintKm: 1, status: "active", confidence: "high", known: "Pads", suspected: "" },
  ...{ gcat: "", source: "a map", verified: "recall", coordinates: "recalled", checks: [] },
  ...more,
});
const SITES = [
  site("JIUQUAN", { coordinates: "looked up" }),
  site("BOHU", { kind: "counterspace", suspected: "Dazzling of satellites", known: "" }),
  site("MALARGUE", { name: "Malargüe dish", operator: "EU", kind: "deep-space" }),
  site("ENTOTO", { operator: "ETH", coordinates: "confirmed" }),
];
const actor = (id: string, bloc: string, en: string) => ({ id, bloc, names: { en } });
const WATCH = {
  actors: [
    actor("CHN", "EAST", "China"),
    actor("EU", "WEST", "European Union"),
    actor("ETH", "", "Ethiopia"),
  ],
} as unknown as Parameters<typeof filterSites>[0];
const found = (filter: Parameters<typeof filterSites>[2]) =>
  filterSites(WATCH, SITES, filter).map(({ id }) => id);

test("nothing asked leaves every site in its order", () => {
  expect(found({})).toEqual(["JIUQUAN", "BOHU", "MALARGUE", "ENTOTO"]);
});

test("words are found in name, operator and what is told, whatever their accents", () => {
  expect(found({ q: "malargue" })).toEqual(["MALARGUE"]);
  expect(found({ q: "CHINA dazzling" })).toEqual(["BOHU"]);
  expect(found({ q: "china malargue" })).toEqual([]);
});

test("bloc, kind, what is told and how sure the place is narrow together", () => {
  expect(found({ bloc: "EAST" })).toEqual(["JIUQUAN", "BOHU"]);
  expect(found({ bloc: "" }), "operators of no bloc").toEqual(["ENTOTO"]);
  expect(found({ bloc: "EAST", kind: "launch" })).toEqual(["JIUQUAN"]);
  expect(found({ told: "suspected" })).toEqual(["BOHU"]);
  expect(found({ told: "known" })).toEqual(["JIUQUAN", "MALARGUE", "ENTOTO"]);
  expect(found({ coordinates: "confirmed" })).toEqual(["ENTOTO"]);
});
