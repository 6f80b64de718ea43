import { expect, test } from "vitest";
import type { Actor } from "#model/actor.ts";
import type { Observation } from "#model/observation.ts";
import { capture, observation } from "#store/testing/samples.ts";
import { readGeojsonRecord } from "../collect/sources/geojson-record.ts";
import { geoJsonOf } from "./geojson.ts";

const CHINA: Actor = {
  ...{ id: "CHN", names: { en: "China" }, aliases: { en: [], ru: [], zh: [] }, country: "CHN" },
  ...{ kind: "state", bloc: "EAST", parent: "", aliasConfidence: "high" },
};
const told: Observation[] = [
  observation("A-1", {
    measures: { flights: 3 },
    attributes: { segment: "orbit; low" },
    attribution: "suspected",
    links: [
      { relation: "same-story", to: "A-2" },
      { relation: "same-copy", to: "HIDDEN-1" },
    ],
  }),
  observation("A-2", { validFrom: "2020-03-01", validTo: "2020-03-31", precision: "month" }),
];

test("what is written as GeoJSON is read back the same, less the links that lead out of it", () => {
  const file = capture(JSON.stringify(geoJsonOf(told)));
  const context = { stream: "milestones", actors: [CHINA], marking: "TLP:RED" as const };
  const { observations, rejects } = readGeojsonRecord(file, context);
  expect(rejects).toEqual([]);
  const said = observations.map(
    ({ evidence: _evidence, attributes: { stream: _stream, ...attributes }, ...rest }) => ({
      ...rest,
      attributes,
    }),
  );
  const expected = told.map(({ evidence: _evidence, links, ...rest }) => ({
    ...rest,
    links: links.filter(({ to }) => to !== "HIDDEN-1"),
  }));
  expect(said).toEqual(expected.map((one) => ({ attribution: undefined, ...one })));
});
