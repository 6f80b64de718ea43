import { expect, test } from "vitest";
import { estate as estateSchema } from "#model/estate.ts";
import { storiesKnown } from "#model/story-count.ts";
import { threat as threatSchema } from "#model/threat.ts";
import { observed } from "../../../../test/fixtures/tiny-watch.ts";
import { estateExposure } from "./estate-exposure.ts";
import { threatSeen } from "./sightings.ts";

const jamming = threatSchema.parse({
  id: "jamming",
  name: "Jamming",
  statement: "A signal is drowned out.",
  techniques: [],
  harms: ["availability"],
  strikes: ["link", "navigation-signal"],
  safeguards: ["S1", "S2"],
  seen: { stream: "attacks", kind: "jamming" },
});
const suppliers = threatSchema.parse({
  id: "supply-chain",
  name: "By way of a supplier",
  statement: "A supplier is reached first.",
  techniques: [],
  harms: ["integrity"],
  strikes: ["satellite", "software"],
  through: "supplier",
  safeguards: ["S3"],
  seen: { stream: "attacks", kind: "cyber" },
});
const RECORD = [
  { file: "record/attacks.csv", stream: "attacks", covers: { from: "2020-01-01", to: "2024-12-31" } },
];
const attack = (id: string, on: string, more = {}) =>
  observed(id, on, { stream: "attacks", kind: "jamming", ...more });

const estate = estateSchema.parse({
  id: "small",
  name: "Small operator",
  suppliers: [
    { id: "maker", name: "Maker", country: "DEU", actor: "MAKER" },
    { id: "host", name: "Host", country: "NOR" },
  ],
  parts: [
    { id: "uplink", name: "Uplink", kind: "link", safeguards: [] },
    { id: "beacon", name: "Beacon", kind: "link" },
    { id: "timing", name: "Timing", kind: "navigation-signal", safeguards: ["S2"] },
    {
      id: "craft-1",
      name: "Craft 1",
      kind: "satellite",
      country: "DEU",
      suppliers: ["maker"],
      safeguards: [],
    },
    {
      id: "craft-2",
      name: "Craft 2",
      kind: "satellite",
      country: "DEU",
      suppliers: ["maker"],
      safeguards: [],
    },
    { id: "own-code", name: "Own code", kind: "software", safeguards: [] },
  ],
  services: [
    { id: "pictures", name: "Pictures", needs: ["uplink", { any: ["craft-1", "craft-2"] }] },
    { id: "clock", name: "Clock", needs: [{ any: ["timing", "beacon"] }] },
  ],
});

const known = storiesKnown(
  [attack("A", "2023-05-01", { kind: "cyber", actors: [{ id: "MAKER", role: "target" }] })],
  "2024-12-31",
);
const exposed = estateExposure(estate, [jamming, suppliers], [], known);

test("what was seen is counted in stories, with the interval of a Poisson rate over the years looked at", () => {
  const copies = [
    attack("A", "2022-03-01"),
    attack("B", "2022-03-02", { links: [{ relation: "same-story", to: "A" }] }),
    attack("C", "2024-03-01"),
    attack("D", "2024-04-01", { grade: { reliability: "C", credibility: 5 } }),
  ];
  const { sightings, recent } = threatSeen(jamming, storiesKnown(copies, "2026-11-23"), RECORD, "2026-11-23");
  expect(sightings).toEqual([
    { on: "2022-03-01", id: "A", claim: "Something happened, A" },
    { on: "2024-03-01", id: "C", claim: "Something happened, C" },
  ]);
  expect(recent).toMatchObject({ from: "2021-12-31", to: "2024-12-31", count: 2 });
  // Jeffreys: for two events the 90 % interval is 0.5727 to 5.5352.
  const years = 1096 / 365.25;
  expect(recent!.perYear.low * years).toBeCloseTo(0.5727, 4);
  expect(recent!.perYear.high * years).toBeCloseTo(5.5352, 4);
});

test("years in which nobody looked have no rate, and what became known later is not seen", () => {
  const late = attack("A", "2020-05-01", { knownAt: "2023-01-01" });
  const then = threatSeen(jamming, storiesKnown([late], "2020-06-30"), RECORD, "2020-06-30");
  expect(then).toEqual({ id: "jamming", sightings: [], recent: null });
  const unread = threatSeen(
    { ...jamming, seen: { stream: "elsewhere" } },
    storiesKnown([], "2024-12-31"),
    RECORD,
    "2024-12-31",
  );
  expect(unread.recent).toBeNull();
});

test("a spare that shares a supplier or a country is told as one that does", () => {
  expect(exposed.services).toEqual([
    {
      id: "pictures",
      name: "Pictures",
      cuts: [
        { parts: ["uplink"], suppliers: [], countries: [] },
        { parts: ["craft-1", "craft-2"], suppliers: ["maker"], countries: ["DEU"] },
      ],
    },
    { id: "clock", name: "Clock", cuts: [{ parts: ["beacon", "timing"], suppliers: [], countries: [] }] },
  ]);
});

test("through a supplier all that it could reach is struck together; parts without one are not struck", () => {
  const { parts } = exposed.threats.find(({ id }) => id === "supply-chain")!;
  expect(parts.map(({ part, together, atStake }) => [part, together, atStake])).toEqual([
    ["craft-1", ["craft-1", "craft-2"], ["pictures"]],
    ["craft-2", ["craft-1", "craft-2"], ["pictures"]],
  ]);
  expect(exposed.suppliers).toEqual([
    {
      id: "maker",
      parts: ["craft-1", "craft-2"],
      stops: ["pictures"],
      doneTo: [expect.objectContaining({ on: "2023-05-01", id: "A" })],
    },
    { id: "host", parts: [], stops: [], doneTo: null },
  ]);
});

test("nothing in place, something in place and nothing said are three different things", () => {
  const { parts } = exposed.threats.find(({ id }) => id === "jamming")!;
  expect(parts.map(({ part, inPlace, missing }) => [part, inPlace, missing])).toEqual([
    ["uplink", [], ["S1", "S2"]],
    ["beacon", null, ["S1", "S2"]],
    ["timing", ["S2"], ["S1"]],
  ]);
});

test("what is open are parts on which services hang and on which nothing is said to stand; safeguards close it in turn", () => {
  expect(exposed.open.map(({ part, threat, isSaid }) => [part, threat, isSaid])).toEqual([
    ["uplink", "jamming", true],
    ["craft-1", "supply-chain", true],
    ["craft-2", "supply-chain", true],
  ]);
  expect(exposed.safeguards).toEqual([
    { id: "S3", parts: ["craft-1", "craft-2"], threats: ["supply-chain"], atStake: ["pictures"] },
    { id: "S1", parts: ["uplink"], threats: ["jamming"], atStake: ["pictures"] },
  ]);
});
