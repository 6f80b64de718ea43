import { counted } from "#science/numbers/index.ts";
import {
  findManoeuvres,
  SETS_FOR_MANOEUVRES,
  USUAL_CONFIDENCE,
  type ElementSet,
  type Manoeuvre,
} from "#science/orbits/index.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT } from "../../options.ts";
import { table } from "../../table.ts";
import type { Shell } from "../../shell.ts";
import { defineVerb } from "../../verb.ts";
import { ELEMENTS, readElementFile } from "./read-element-file.ts";

/** The manoeuvres in the histories of one or many objects. */
export const manoeuvres = defineVerb({
  options: {
    ...ELEMENTS,
    confidence: { takes: "P", summary: `the least that is told, 0 to 1 (${USUAL_CONFIDENCE} unless given)` },
    ...JSON_OUT,
  },
  async run({ options }, shell) {
    const least = confidenceIn(options.confidence);
    const elements = readElementFile(options.elements, shell);
    const found = findManoeuvres(elements, least);
    tellUnjudged(elements, shell);
    if (options.json) {
      for (const manoeuvre of found) shell.out(JSON.stringify(rowOf(manoeuvre)));
    } else shell.out(table(HEADING, found.map(cells)));
    return 0;
  },
});

/** Says on standard error of how many objects nothing can be said: that none of their manoeuvres is told is no finding. */
function tellUnjudged(elements: readonly ElementSet[], shell: Shell): void {
  const objects = [...Map.groupBy(elements, ({ id }) => id).values()];
  const few = objects.filter((sets) => sets.length < SETS_FOR_MANOEUVRES).length;
  if (few === 0) return;
  const all = counted(objects.length, "object");
  shell.err(
    `of ${all}, ${few} with fewer than ${SETS_FOR_MANOEUVRES} element sets: too few to see a manoeuvre in`,
  );
}

function confidenceIn(text: string | undefined): number {
  if (text === undefined) return USUAL_CONFIDENCE;
  const least = Number(text);
  if (text.trim() !== "" && least >= 0 && least <= 1) return least;
  throw new WrongUse(`--confidence is "${text}"; a number from 0 to 1 would be right`);
}

const iso = (ms: number) => new Date(ms).toISOString();

function rowOf({ id, name, timeMs, dvMs, alongMs, acrossMs, confidence, kind, between }: Manoeuvre) {
  return {
    id,
    name,
    time: iso(timeMs),
    dvMs: Number(dvMs.toPrecision(4)),
    confidence: Number(confidence.toFixed(3)),
    kind,
    alongMs: Number(alongMs.toPrecision(4)),
    acrossMs: Number(acrossMs.toPrecision(4)),
    evidence: between.map(iso),
  };
}

const HEADING = ["id", "time", "kind", "m/s", "confidence"];

function cells({ id, timeMs, kind, dvMs, confidence }: Manoeuvre): string[] {
  return [String(id), iso(timeMs).slice(0, 16), kind, dvMs.toFixed(4), confidence.toFixed(2)];
}
