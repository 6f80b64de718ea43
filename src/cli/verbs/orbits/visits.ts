import { findVisits, type Visit } from "#science/orbits/index.ts";
import { JSON_OUT } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { ELEMENTS, readElementFile } from "./read-element-file.ts";

/** Who stood where in the geostationary belt, since when and beside whom; and who drifted there as one. */
export const visits = defineVerb({
  options: { ...ELEMENTS, ...JSON_OUT },
  async run({ options }, shell) {
    const found = findVisits(readElementFile(options.elements, shell));
    if (options.json) {
      for (const visit of found) shell.out(JSON.stringify(rowOf(visit)));
    } else shell.out(table(HEADING, found.map(cells)));
    return 0;
  },
});

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
const rounded = (degrees: number | null) => (degrees === null ? null : Number(degrees.toFixed(4)));

function rowOf(visit: Visit) {
  return {
    id: visit.id,
    name: visit.name,
    kind: visit.kind,
    from: iso(visit.fromMs),
    to: iso(visit.toMs),
    lonDeg: rounded(visit.lonDeg),
    arrivedAfter: iso(visit.arrivedAfterMs),
    leftBefore: iso(visit.leftBeforeMs),
    arrivalDriftDegPerDay: rounded(visit.arrivalDrift),
    departureDriftDegPerDay: rounded(visit.departureDrift),
    neighbours: visit.neighbours.map(({ id, name, minDeg }) => ({ id, name, minDeg: rounded(minDeg) })),
  };
}

const HEADING = ["id", "name", "kind", "from", "to", "° east", "beside"];
const SHOWN_NEIGHBOURS = 3;

function cells({ id, name, kind, fromMs, toMs, lonDeg, neighbours }: Visit): string[] {
  const beside = neighbours.slice(0, SHOWN_NEIGHBOURS).map((n) => `${n.name} ${n.minDeg.toFixed(2)}°`);
  const [from, to] = [fromMs, toMs].map((ms) => iso(ms)!.slice(0, 10));
  return [String(id), name, kind, from!, to!, lonDeg.toFixed(2), beside.join(", ")];
}
