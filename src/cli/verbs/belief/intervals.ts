import { availableParallelism } from "node:os";
import { drawnIntervals, infer, type DrawnInterval } from "#science/belief/networks/index.ts";
import { JSON_OUT } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { drawInWorkers } from "./draw-in-workers.ts";
import {
  blaming,
  EVIDENCE,
  positive,
  readEvidenceFile,
  readNetwork,
  STRENGTH,
  wholeNumber,
} from "./network-input.ts";

const DRAWS = 2000;
/** Of fewer, the twentieth from either end is none of them. */
const FEWEST_DRAWS = 20;
const MOST_WORKERS = 8;

/** How far the posteriors range when the tables themselves are doubted. */
export const intervals = defineVerb({
  words: ["NET.bif"],
  options: {
    ...STRENGTH,
    draws: { takes: "N", summary: `how many tables to draw (${DRAWS})` },
    seed: { takes: "TEXT", summary: "the same seed gives the same draws" },
    workers: { takes: "N", summary: "how many threads draw; the answer does not depend on it" },
    ...EVIDENCE,
    ...JSON_OUT,
  },
  async run({ options, words: [file = ""] }, shell) {
    const strength = positive("strength", options.strength ?? STRENGTH.strength.unlessTold);
    const draws = wholeNumber("draws", options.draws ?? String(DRAWS), FEWEST_DRAWS);
    const spare = Math.min(MOST_WORKERS, availableParallelism());
    const workers = Math.min(MOST_WORKERS, wholeNumber("workers", options.workers ?? String(spare)));
    const network = readNetwork(file);
    const evidence = readEvidenceFile(options.evidence);
    const { posteriors } = blaming(options.evidence ?? file, () => infer(network, evidence));
    const doubt = { strength, seed: options.seed ?? "intervals" };
    const chunks = await drawInWorkers({ network, evidence, doubt }, draws, workers);
    const told = { posteriors, ...drawnIntervals(network, chunks), ...doubt };
    shell.out(options.json ? JSON.stringify(told) : inWords(told));
    return 0;
  },
});

interface Told {
  readonly posteriors: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly intervals: Readonly<Record<string, Readonly<Record<string, DrawnInterval>>>>;
  readonly draws: number;
  readonly strength: number;
}

function inWords({ posteriors, intervals: drawn, draws, strength }: Told): string {
  const rows = Object.entries(posteriors).flatMap(([variable, states]) =>
    Object.entries(states).map(([state, p]) => {
      const { low, high } = drawn[variable]![state]!;
      return [variable, state, p.toPrecision(4), low.toPrecision(3), high.toPrecision(3)];
    }),
  );
  return [
    table(["variable", "state", "p", "5 %", "95 %"], rows),
    `${draws} draws, every row as if learned from ${strength} cases. Doubt about the tables only, not about the arcs.`,
  ].join("\n\n");
}
