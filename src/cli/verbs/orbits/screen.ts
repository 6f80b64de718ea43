import {
  elementsBy,
  initialise,
  PROPAGATION_ERRORS,
  type Approach,
  type Orbits,
} from "#science/orbits/index.ts";
import { screenCatalogue, type Screened } from "../../../cycle/screen-catalogue.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT, momentIn } from "../../options.ts";
import type { Shell } from "../../shell.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { ELEMENTS, readElementFile } from "./read-element-file.ts";

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
    ...JSON_OUT,
  },
  async run({ options }, shell) {
    const originMs = momentIn("from", options.from ?? shell.now());
    const seconds = 86_400 * numberIn("days", options.days ?? "7", 60);
    const withinKm = numberIn("km", options.km ?? "5", 100);
    const elements = elementsBy(readElementFile(options.elements, shell), originMs);
    const orbits = initialise(elements);
    const screened = await screenCatalogue(orbits, { originMs, seconds, withinKm }, (done, of) =>
      shell.progress(done < of ? `screened ${Math.round((100 * done) / of)} % of the span` : ""),
    );
    tellAbsences(screened, orbits, shell);
    const names = new Map(elements.map(({ id, name }) => [id, name]));
    if (options.json) await tellLines(screened.approaches, shell);
    else
      shell.out(
        table(
          HEADING,
          screened.approaches.map((approach) => cells(approach, names)),
        ),
      );
    return 0;
  },
});

async function tellLines(approaches: readonly Approach[], shell: Shell): Promise<void> {
  for (let i = 0; i < approaches.length; i += LINES_AT_ONCE) {
    shell.out(
      approaches
        .slice(i, i + LINES_AT_ONCE)
        .map((approach) => JSON.stringify(lineOf(approach)))
        .join("\n"),
    );
    await shell.drained();
  }
}

function lineOf(approach: Approach) {
  const { id1, id2, kind, missKm, relKmS, age1Days, age2Days } = approach;
  return {
    id1,
    id2,
    tca: isoAt(approach.tcaMs),
    missKm: rounded(missKm, 6),
    relKmS: rounded(relKmS, 6),
    kind,
    from: isoAt(approach.fromMs),
    to: isoAt(approach.toMs),
    age1Days: rounded(age1Days, 3),
    age2Days: rounded(age2Days, 3),
  };
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
function tellAbsences({ absences }: Screened, { count }: Orbits, shell: Shell): void {
  if (absences.length === 0) return;
  const reasons = Map.groupBy(absences, ({ error }) => PROPAGATION_ERRORS[error]!);
  const told = [...reasons].map(([reason, some]) => `${some.length} ${reason}`).join(", ");
  const atOnce = absences.filter(({ seconds }) => seconds === 0).length;
  shell.err(`${absences.length} of ${count} objects have no position, ${atOnce} from the start on: ${told}`);
}

function numberIn(name: string, text: string, most: number): number {
  const number = Number(text);
  if (text.trim() !== "" && number > 0 && number <= most) return number;
  throw new WrongUse(`--${name} is "${text}"; a number above 0, up to ${most}, would be right`);
}

function isoAt(ms: number): string {
  return new Date(Math.round(ms)).toISOString();
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
