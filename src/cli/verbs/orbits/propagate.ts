import { allocateStates, initialise, propagateBatch, PROPAGATION_ERRORS } from "#science/orbits/index.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT } from "../../options.ts";
import type { Shell } from "../../shell.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { ELEMENTS, readElementFile } from "./read-element-file.ts";

/** Positions (km) and velocities (km/s) in TEME, each so many minutes after its object's epoch. */
export const propagate = defineVerb({
  options: {
    ...ELEMENTS,
    minutes: {
      takes: "M,M,…",
      summary: "minutes after each epoch, before it where negative (0 unless given)",
    },
    ...JSON_OUT,
  },
  async run({ options }, shell) {
    const minutes = minutesIn(options.minutes ?? "0");
    const orbits = initialise(readElementFile(options.elements, shell));
    const states = allocateStates(minutes.length);
    const rows: Row[] = [];
    for (let index = 0; index < orbits.count; index++) {
      propagateBatch(orbits, { first: index, end: index + 1 }, { minutes, originMs: null }, states);
      const some = Array.from(minutes, (time, cell) => rowOf(orbits.ids[index]!, time, states, cell));
      if (options.json) await tell(shell, some);
      else rows.push(...some);
    }
    if (!options.json) shell.out(table(HEADING, rows.map(cells)));
    return 0;
  },
});

interface Row {
  readonly id: number;
  readonly minutes: number;
  readonly r: readonly number[] | null;
  readonly v: readonly number[] | null;
  readonly error: string | null;
}

function rowOf(id: number, minutes: number, states: ReturnType<typeof allocateStates>, cell: number): Row {
  const error = PROPAGATION_ERRORS[states.errors[cell]!] ?? null;
  if (error !== null) return { id, minutes, r: null, v: null, error };
  const state = Array.from(states.values.subarray(cell * 6, cell * 6 + 6));
  return { id, minutes, r: state.slice(0, 3), v: state.slice(3), error };
}

async function tell(shell: Shell, rows: readonly Row[]): Promise<void> {
  shell.out(rows.map((row) => JSON.stringify(row)).join("\n"));
  await shell.drained();
}

const HEADING = ["id", "minutes", "x km", "y km", "z km", "vx km/s", "vy km/s", "vz km/s", "error"];

function cells({ id, minutes, r, v, error }: Row): string[] {
  const state = r && v ? [...r.map((x) => x.toFixed(6)), ...v.map((x) => x.toFixed(9))] : Array(6).fill("");
  return [String(id), String(minutes), ...state, error ?? ""];
}

function minutesIn(text: string): Float64Array {
  return Float64Array.from(text.split(","), (part) => {
    const isNumber = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(part);
    if (isNumber && Number.isFinite(Number(part))) return Number(part);
    throw new WrongUse(`--minutes has "${part}"; numbers between commas, such as 0,360,720, would be right`);
  });
}
