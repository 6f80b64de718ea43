import { writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { featureSpans } from "../../cycle/collect/sources/feature-spans.ts";
import { commandLine, EXAMPLE, temporaryFolder } from "../testing/recorded-shell.ts";

const home = temporaryFolder();
const tocsin = commandLine(home);
const onWatch = (...argv: string[]) => tocsin(...argv, "--watch", EXAMPLE);
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(path.join(home, name), content);
  return path.join(home, name);
};

const PROPERTIES = {
  id: "MY-1",
  date: "2024-05-01",
  known_on: "2024-05-02",
  kind: "damage",
  claim: 'A cable, "Northern {line}", is cut',
  actors: ["RUS:actor", "NOR:target"],
  place: "Barents Sea",
  source: "Own",
  url: "",
  url_kind: "landing",
  reliability: "B",
  credibility: 2,
  confidence: "medium",
  verified: "text seen",
  cables: "1",
};
const feature = (
  properties: object,
  geometry: object | null = { type: "Point", coordinates: [15.6, 78.2] },
) => ({
  type: "Feature",
  properties: { ...PROPERTIES, ...properties },
  geometry,
});
const collection = (...features: unknown[]) =>
  JSON.stringify({ type: "FeatureCollection", features }, null, 2);

test("points with the columns of a record as properties become observations that rest on their own feature", async () => {
  const given = file("mine.geojson", collection(feature({}), feature({ id: "MY-2", place: "" }, null)));
  const { out, err, exitCode } = await onWatch(
    "import",
    given,
    "--kind",
    "geojson",
    "--stream",
    "own",
    "--json",
  );
  expect(exitCode, err).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ accepted: 2, rejected: 0 });
  const kept = (await onWatch("export", "--stream", "own")).out.split("\n").map((line) => JSON.parse(line));
  expect(kept[0]).toMatchObject({
    id: "MY-1",
    validFrom: "2024-05-01",
    actors: [
      { id: "RUS", role: "actor" },
      { id: "NOR", role: "target" },
    ],
    place: { name: "Barents Sea", lat: 78.2, lon: 15.6 },
    attributes: { cables: "1" },
    evidence: { method: "record-geojson", locator: { type: "span" } },
  });
  expect(kept[1].place?.lat).toBeUndefined();
  const again = await onWatch("import", given, "--kind", "geojson", "--stream", "own", "--json");
  expect(JSON.parse(again.out)).toMatchObject({ accepted: 0, duplicate: 2 });
});

test("what is wrong with a feature is told where the feature begins, and the others are kept", async () => {
  const wrong = [
    feature({ id: "G-1" }),
    feature({ id: "G-2", known_on: "2024-02-30" }),
    { type: "Feature", properties: PROPERTIES, geometry: { type: "LineString", coordinates: [] } },
    7,
  ];
  const given = file("wrong.geojson", collection(...wrong));
  const { out, err, exitCode } = await onWatch("import", given, "--kind", "geojson", "--json");
  expect(exitCode).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ accepted: 1, rejected: 3 });
  const lines = err.split("\n").filter((line) => line.startsWith(given));
  const starts = [
    ...collection(...wrong)
      .split("\n")
      .entries(),
  ].filter(([, line]) => /^ {4}(\{|7)/.test(line));
  expect(lines).toEqual([
    expect.stringMatching(`:${starts[1]![0] + 1}:5: known_on is`),
    expect.stringMatching(`:${starts[2]![0] + 1}:5: this is no such feature; expected a Feature`),
    expect.stringMatching(`:${starts[3]![0] + 1}:5: this is no such feature`),
  ]);
});

test("where no feature can be read each is told, and one without features holds nothing", async () => {
  const line = { type: "LineString", coordinates: [] };
  const wrong = file("lines.geojson", collection(feature({}, line), null));
  const told = await onWatch("import", wrong, "--kind", "geojson", "--json");
  expect(JSON.parse(told.out)).toMatchObject({ accepted: 0, rejected: 2 });
  expect(told.err.match(/this is no such feature/g)).toHaveLength(2);
  const { out, exitCode } = await onWatch(
    "import",
    file("no.geojson", collection()),
    "--kind",
    "geojson",
    "--json",
  );
  expect(JSON.parse(out)).toMatchObject({ accepted: 0, rejected: 0 });
  expect(exitCode).toBe(0);
});

test("a property nested however deep costs nothing but itself", async () => {
  const deep = "[".repeat(50_000) + "]".repeat(50_000);
  const text = collection(feature({ id: "D-1", deep: "DEEP" })).replace('"DEEP"', deep);
  const { out } = await onWatch("import", file("deep.geojson", text), "--kind", "geojson", "--json");
  expect(JSON.parse(out)).toMatchObject({ accepted: 1, rejected: 0 });
});

test.each([
  ["[1, 2", /no JSON/],
  ['{"type": "Feature"}', /no FeatureCollection; expected a GeoJSON FeatureCollection/],
  [
    JSON.stringify({ type: "FeatureCollection", features: [{ type: "Feature", properties: {} }] }),
    /no column "id"/,
  ],
])("%s is refused whole", async (content, said) => {
  const { err, exitCode } = await onWatch("import", file("none.geojson", content), "--kind", "geojson");
  expect(exitCode).toBe(1);
  expect(err).toMatch(said);
});

test("a feature's span holds the feature, whatever is in it and however it is laid out", () => {
  const layouts = fc.constantFrom(undefined, 1, "\t");
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), layouts, (features, other, space) => {
      const text = JSON.stringify(
        { other: { features: [other] }, type: "FeatureCollection", features },
        null,
        space,
      );
      const found = featureSpans(text).map(({ from, to }) => JSON.parse(text.slice(from, to)) as unknown);
      expect(found).toEqual(JSON.parse(JSON.stringify(features)));
    }),
  );
});

const BUNDLE = {
  type: "bundle",
  id: "bundle--5d0092c5-5f74-4287-9642-33f4c354e56d",
  objects: [
    {
      type: "campaign",
      id: "campaign--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f",
      name: "Ground stations",
      description: "Russia attacked Norway.",
    },
    { type: "campaign", id: "another--1" },
  ],
};
const EVENT = [
  ...[
    "1000000001",
    "20240501",
    "202405",
    "2024",
    "2024.33",
    "RUS",
    "RUSSIA",
    "RUS",
    ..."       ".split("").slice(1),
  ],
  ...Array.from({ length: 61 }, () => ""),
].slice(0, 61);

test("a STIX bundle and a GDELT file become documents to be read, with what cannot be read told", async () => {
  const bundle = file("bundle.json", JSON.stringify(BUNDLE));
  const stix = await onWatch("import", bundle, "--kind", "stix", "--json");
  expect(stix.exitCode).toBe(1);
  expect(JSON.parse(stix.out)).toMatchObject({ accepted: 1, rejected: 1 });
  expect(stix.err).toMatch(/an object without an id of its type/);
  const cells = EVENT.map((cell, i) =>
    i === 15 ? "NOR" : i === 26 ? "190" : i === 28 ? "19" : i === 59 ? "20240501120000" : cell,
  );
  const rows = [cells.join("\t"), ["x", ...cells.slice(1)].join("\t")].join("\n");
  const gdelt = await onWatch(
    "import",
    file("20240501.export.CSV.gz", gzipSync(rows)),
    "--kind",
    "gdelt",
    "--json",
  );
  expect(JSON.parse(gdelt.out)).toMatchObject({ accepted: 1, rejected: 1 });
  const documents = (await onWatch("export", "--documents")).out
    .split("\n")
    .map((line) => JSON.parse(line).document);
  expect(documents.map(({ kind }: { kind: string }) => kind).sort()).toEqual(["campaign", "event"]);
});

test.each([
  ["stix", "{}", /bundle\.txt: it is no STIX bundle; expected a STIX 2 bundle/],
  [
    "gdelt",
    "a\tb\n",
    /bundle\.txt: it is neither a list of GDELT files nor one of them; expected a GDELT 2 file/,
  ],
])("a file that is no %s is refused in one line", async (kind, content, said) => {
  const { err, exitCode } = await onWatch("import", file("bundle.txt", content), "--kind", kind);
  expect([exitCode, err.trim().split("\n").length]).toEqual([1, 1]);
  expect(err).toMatch(said);
});
