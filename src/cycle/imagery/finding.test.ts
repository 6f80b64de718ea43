import { expect, test } from "vitest";
import type { ChangedGroup, Comparison } from "#model/comparison.ts";
import type { Observation } from "#model/observation.ts";
import { compileQuery } from "#model/query.ts";
import { readWatch } from "#watch/index.ts";
import { findingOf } from "./finding.ts";

const watch = readWatch("watches/ilrs");
const pictured = (date: string) => ({
  ...{ date, scene: date, file: "", clearShare: 1, picture: null, passDirection: null },
  ...{ sunElevationDeg: null, cloudPercent: null, isMasked: true },
});
const group: ChangedGroup = {
  ...{ observation: "imagery/x", status: "confirmed", firstSeen: "2026-10-01", lastBefore: "2026-09-01" },
  ...{ seenOn: ["2026-10-01", "2026-11-01"], missedOn: [], waitsFor: null, pixels: 40, areaM2: 4000 },
  ...{ meanMagnitude: 9, lat: null, lon: null, outlines: [] },
};
const comparison = (site: string): Comparison => ({
  ...{ site, kind: "optical", outcome: "changed", provider: "p", sensor: "s", credit: "c" },
  ...{ before: pictured("2026-09-01"), after: pictured("2026-10-01"), later: [pictured("2026-11-01")] },
  ...{ lastClear: "2026-11-01", width: 8, height: 8, grid: null, metresPerPixel: 10, preset: "true colour" },
  ...{ stretch: [], measured: null, falseAlarms: null, findings: [group], alternatives: [] },
});

/** A confirmed change at each site of the watch. */
const findings = watch.sites.map((site): readonly [string, Observation] => [
  site.id,
  findingOf(group, {
    ...{ comparison: comparison(site.id), site, capture: "", reliability: "B", knownAt: "2026-11-02" },
    ...{ operator: watch.actors.find(({ id }) => id === site.operator) ?? null, marking: "TLP:CLEAR" },
    window: [0, 0, 1, 1],
  }),
]);

/** The sites at which a change is what the indicator counts. */
function sitesOf(indicator: string): string[] {
  const { measure } = watch.indicators.find(({ id }) => id === indicator)!;
  if (measure.type !== "count") throw new RangeError(`${indicator} counts nothing`);
  const isCounted = compileQuery(measure.where);
  return findings.flatMap(([id, finding]) => (isCounted(finding) ? [id] : []));
}

test("ground that changed at stations abroad and at listening sites is espionage's, at home it is not", () => {
  const counted = sitesOf("S1-12");
  for (const abroad of ["SWAKOPMUND", "TARAWA", "BEJUCAL", "EL-SALAO"]) expect(counted).toContain(abroad);
  for (const other of ["JIUQUAN", "KASHI", "KOROLYOV-CONTROL", "KARACHI"])
    expect(counted).not.toContain(other);
  expect(counted.filter((id) => sitesOf("S2-13").includes(id))).toEqual([]);
});
