import { InputError } from "#model/input-error.ts";
import {
  elementsBy,
  initialise,
  PROPAGATION_ERRORS,
  screenObjects,
  type Approach,
  type ElementSet,
} from "#science/orbits/index.ts";
import { screenCatalogue, type Screened } from "../../../cycle/orbits/screen-catalogue.ts";
import { isoAt, toldApproach } from "../../../cycle/orbits/told-approach.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT, momentIn } from "../../options.ts";
import type { Shell } from "../../shell.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { ELEMENTS, readElementFile } from "./read-element-file.ts";
import { tellAges } from "./tell-ages.ts";

const LINES_AT_ONCE = 5000;

/** Every stretch of time during which two objects of a catalogue are within a distance of each other. */
export const screen = defineVerb({
  options: {
    ...ELEMENTS,
    from: {
      takes: "TIME",
      summary: "a day or a UTC moment; of each object the newest set by then is used (now unless given)",
    },
    days: { takes: "N", summary: "for how long (7 unless given)" },
    km: { takes: "K", summary: "how close (5 unless given)" },
    only: { takes: "ID,ID,…", summary: "these objects against all, instead of all against all" },
    ...JSON_OUT,
  },
  async run({ options }, shell) {
    const originMs = momentIn("from", options.from ?? shell.now());
    const seconds = 86_400 * numberIn("days", options.days ?? "7", 60);
    const withinKm = numberIn("km", options.km ?? "5", 100);
    const elements = elementsBy(readElementFile(options.elements, shell), originMs);
    tellAges(elements, { fromMs: originMs, toMs: originMs + seconds * 1000 }, shell);
    const screening = { originMs, seconds, withinKm };
    const only = options.only === undefined ? null : objectsIn(options.only, elements, options.elements);
    if (only && seconds > MOST_DAYS_FOR_SOME * 86_400) {
      throw new WrongUse(`--only goes up to --days ${MOST_DAYS_FOR_SOME}; it keeps the catalogue in memory`);
    }
    const screened = only
      ? screenObjects(only, elements, screening)
      : await screenCatalogue(initialise(elements), screening, (done, of) =>
          shell.progress(done < of ? `screened ${Math.round((100 * done) / of)} % of the span` : ""),
        );
    tellAbsences(screened.absences, only ?? elements, shell);
    const names = new Map(elements.map(({ id, name }) => [id, name]));
    const rows = () => screened.approaches.map((approach) => cells(approach, names));
    if (options.json) await tellLines(screened.approaches, shell);
    else shell.out(table(HEADING, rows()));
    return 0;
  },
});

const MOST_DAYS_FOR_SOME = 14;

/** The objects named, all of which the catalogue must have. */
function objectsIn(text: string, elements: readonly ElementSet[], file = "-"): number[] {
  const known = new Set(elements.map(({ id }) => id));
  return text.split(",").map((part) => {
    const id = Number(part);
    if (!/^\s*\d+\s*$/.test(part)) {
      throw new WrongUse(
        `--only has "${part}"; catalogue numbers between commas, 25544,49044, would be right`,
      );
    }
    const right = "expected one for every object of --only";
    if (!known.has(id)) throw new InputError([{ file, wrong: `no element set of object ${id}`, right }]);
    return id;
  });
}

async function tellLines(approaches: readonly Approach[], shell: Shell): Promise<void> {
  for (let i = 0; i < approaches.length; i += LINES_AT_ONCE) {
    shell.out(
      approaches
        .slice(i, i + LINES_AT_ONCE)
        .map((approach) => JSON.stringify(toldApproach(approach)))
        .join("\n"),
    );
    await shell.drained();
  }
}

const HEADING = ["closest (UTC)", "km", "km/s", "kind", "within for", "id", "name", "id", "name"];

function cells(approach: Approach, names: ReadonlyMap<number, string | null>): string[] {
  const { id1, id2, tcaMs, missKm, relKmS, kind, fromMs, toMs } = approach;
  const name = (id: number) => names.get(id) ?? "";
  const lasts = spanOf((toMs - fromMs) / 1000);
  const closest = isoAt(tcaMs).replace("T", " ").replace("Z", "");
  return [
    closest,
    missKm.toFixed(3),
    relKmS.toFixed(3),
    kind,
    lasts,
    String(id1),
    name(id1),
    String(id2),
    name(id2),
  ];
}

function spanOf(seconds: number): string {
  if (seconds < 100) return `${seconds.toFixed(1)} s`;
  return seconds < 6000 ? `${(seconds / 60).toFixed(1)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** What could not be screened is said, with its reason. */
function tellAbsences(absences: Screened["absences"], { length }: { length: number }, shell: Shell): void {
  if (absences.length === 0) return;
  const reasons = Map.groupBy(absences, ({ error }) => PROPAGATION_ERRORS[error]!);
  const told = [...reasons].map(([reason, some]) => `${some.length} ${reason}`).join(", ");
  const atOnce = absences.filter(({ seconds }) => seconds === 0).length;
  shell.err(`${absences.length} of ${length} objects have no position, ${atOnce} from the start on: ${told}`);
}

function numberIn(name: string, text: string, most: number): number {
  const number = Number(text);
  if (text.trim() !== "" && number > 0 && number <= most) return number;
  throw new WrongUse(`--${name} is "${text}"; a number above 0, up to ${most}, would be right`);
}
