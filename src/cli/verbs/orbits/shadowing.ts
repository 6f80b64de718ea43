import { InputError } from "#model/input-error.ts";
import { findShadowing, type Shadowing } from "#science/orbits/index.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { ELEMENTS, readElementFile } from "./read-element-file.ts";

/** With nobody watched, every pair of objects is looked at: that many make a million pairs. */
const MAX_UNWATCHED = 1500;

/** Who flew in the plane of a watched satellite and near its height, since when and until when. */
export const shadowing = defineVerb({
  options: {
    ...ELEMENTS,
    watched: { takes: "ID,ID,…", summary: "catalogue numbers of those watched (every one unless given)" },
    ...JSON_OUT,
  },
  async run({ options }, shell) {
    const watched = options.watched === undefined ? null : idsIn(options.watched);
    const elements = readElementFile(options.elements, shell);
    const known = new Set(elements.map(({ id }) => id));
    if (watched === null && known.size > MAX_UNWATCHED) {
      throw new WrongUse(`needs --watched ID,ID,… for a file of more than ${MAX_UNWATCHED} objects`);
    }
    const unknown = [...(watched ?? [])].find((id) => !known.has(id));
    if (unknown !== undefined) {
      const right = "expected one for every object of --watched";
      throw new InputError([
        { file: options.elements ?? "-", wrong: `no element set of object ${unknown}`, right },
      ]);
    }
    const found = findShadowing(elements, watched);
    if (options.json) {
      for (const each of found) shell.out(JSON.stringify(rowOf(each)));
    } else shell.out(table(HEADING, found.map(cells)));
    return 0;
  },
});

function idsIn(text: string): Set<number> {
  const ids = text.split(",").map((part) => part.trim());
  const wrong = ids.find((id) => !/^\d{1,9}$/.test(id));
  if (wrong === undefined) return new Set(ids.map(Number));
  throw new WrongUse(`--watched has "${wrong}"; catalogue numbers between commas would be right`);
}

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
const rounded = (value: number) => Number(value.toFixed(4));

function rowOf(each: Shadowing) {
  return {
    id: each.id,
    name: each.name,
    kind: each.kind,
    watched: each.watched,
    watchedName: each.watchedName,
    from: iso(each.fromMs),
    to: iso(each.toMs),
    notBefore: iso(each.notBeforeMs),
    notAfter: iso(each.notAfterMs),
    minPlaneDeg: rounded(each.minPlaneDeg),
    minPhaseDeg: rounded(each.minPhaseDeg),
    higherKm: rounded(each.higherKm),
    nodeDriftDegPerDay: rounded(each.nodeDriftDegPerDay),
    phaseDriftDegPerDay: rounded(each.phaseDriftDegPerDay),
  };
}

const HEADING = ["id", "name", "kind", "beside", "from", "to", "plane °", "phase °", "higher km"];

function cells(each: Shadowing): string[] {
  const [from, to] = [each.fromMs, each.toMs].map((ms) => iso(ms)!.slice(0, 10));
  const figures = [each.minPlaneDeg.toFixed(2), each.minPhaseDeg.toFixed(2), each.higherKm.toFixed(1)];
  return [String(each.id), each.name, each.kind, each.watchedName, from!, to!, ...figures];
}
