import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import bayesjs from "bayesjs";
import type { BeliefNetwork, Evidence } from "#science/belief/networks/index.ts";
import {
  compile,
  explainQuery,
  loadTables,
  NetworkTooLarge,
  parseBif,
  posteriorsOf,
  propagate,
  readEvidence,
} from "#science/belief/networks/index.ts";
import { drawInWorkers } from "../src/cli/verbs/belief/draw-in-workers.ts";
import type { BenchRow } from "./bench-row.ts";
import { toBayesjs } from "./belief/bayesjs-network.ts";
import { pedigreeNetwork } from "./belief/pedigree-network.ts";
import { watchNetwork, watchReports } from "./belief/watch-network.ts";

const DATA = "../shared/data/forecast/bn";

interface Expected {
  cases: {
    evidence: Record<string, string>;
    likelihood: Record<string, number[]>;
    log_prob_evidence: number;
    posterior: Record<string, number[]>;
  }[];
}

/** Exact inference: accuracy on published networks, speed on them and on networks of a watch's size. */
export async function benchBelief(): Promise<BenchRow[]> {
  const published = existsSync(DATA)
    ? [accuracy(), ...alarmAgainstBayesjs(), await draws(), ...largeNetworks()]
    : [{ name: "published networks", figure: `not measured: ${DATA} is not there` }];
  return [...published, ...pedigrees(), ...watchSized()];
}

const read = (name: string) => parseBif(readFileSync(`${DATA}/bif/${name}.bif`, "utf8"));
const casesOf = (name: string) =>
  (JSON.parse(readFileSync(`${DATA}/expected/${name}.json`, "utf8")) as Expected).cases;

function evidenceOf(network: BeliefNetwork, { evidence, likelihood }: Expected["cases"][number]): Evidence {
  const soft = Object.entries(likelihood).map(([name, values]) => {
    const { states } = network.variables.find((variable) => variable.name === name)!;
    return [name, Object.fromEntries(states.map((state, i) => [state, values[i]!]))] as const;
  });
  return { hard: evidence, soft: Object.fromEntries(soft) };
}

/** Runs until `least` milliseconds have passed; the median and the 99th percentile of one run, in milliseconds. */
function timed(run: () => void, least = 500): { median: number; p99: number } {
  const times: number[] = [];
  for (let spent = 0; spent < least || times.length < 3;) {
    const started = performance.now();
    run();
    times.push(performance.now() - started);
    spent += times.at(-1)!;
  }
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1]!, p99: times[Math.floor(times.length * 0.99)]! };
}

const ms = (milliseconds: number) => `${milliseconds.toPrecision(3)} ms`;

function accuracy(): BenchRow {
  let [worst, worstLog, count] = [0, 0, 0];
  for (const file of globSync(`${DATA}/expected/*.json`)) {
    const name = path.basename(file, ".json");
    const network = read(name);
    const tree = compile(network);
    for (const each of casesOf(name)) {
      const logEvidence = propagate(tree, readEvidence(network, evidenceOf(network, each)));
      const posteriors = posteriorsOf(tree);
      worstLog = Math.max(worstLog, Math.abs(logEvidence - each.log_prob_evidence));
      for (const [variable, values] of Object.entries(each.posterior)) {
        const { states } = network.variables.find((v) => v.name === variable)!;
        states.forEach((state, i) => {
          worst = Math.max(worst, Math.abs(posteriors[variable]![state]! - values[i]!));
        });
      }
      count++;
    }
  }
  const figure = `posterior ${worst.toExponential(1)}, ln P(e) ${worstLog.toExponential(1)}`;
  return { name: `largest error over ${count} published cases`, figure, target: "1e-12, 1e-11" };
}

function alarmAgainstBayesjs(): BenchRow[] {
  const network = read("alarm");
  const peerNetwork = toBayesjs(network);
  const tree = compile(network);
  const cases = casesOf("alarm").filter(({ likelihood }) => Object.keys(likelihood).length === 0);
  const own = cases.map(({ evidence }) => {
    const findings = readEvidence(network, { hard: evidence });
    return timed(() => propagate(tree, findings)).median;
  });
  bayesjs.inferAll(peerNetwork, {});
  // A new object each time: bayesjs remembers its answers by the identity of the evidence.
  const peer = cases.map(
    ({ evidence }) => timed(() => bayesjs.inferAll(peerNetwork, { ...evidence }), 1500).median,
  );
  const [ownMean, peerMean] = [mean(own), mean(peer)];
  const explaining = timed(() => explainQuery(network, "HISTORY", firstStates(network, 15)));
  return [
    {
      name: `ALARM, all posteriors, mean of ${cases.length} cases`,
      figure: ms(ownMean),
      peer: `bayesjs 0.6.5 ${ms(peerMean)}`,
      ratio: `${Math.round(peerMean / ownMean)}×`,
      target: "30000×",
    },
    { name: "ALARM, explanation of 15 findings", figure: ms(explaining.median), target: "100 ms" },
  ];
}

/** Every second variable in its first state, as many as asked for. */
function firstStates({ variables }: BeliefNetwork, count: number): Evidence {
  const chosen = variables.filter((_, v) => v % 2 === 1).slice(0, count);
  return { hard: Object.fromEntries(chosen.map(({ name, states }) => [name, states[0]!])) };
}

const WORKERS = 2;
const DRAWS = 20_000;

/** All posteriors under tables drawn at random; starting the workers is in the time. */
async function draws(): Promise<BenchRow> {
  const network = read("alarm");
  const asked = { network, evidence: firstStates(network, 5), doubt: { strength: 50, seed: "bench" } };
  const started = performance.now();
  await drawInWorkers(asked, DRAWS, WORKERS);
  const perSecond = (1000 * DRAWS) / (performance.now() - started);
  return {
    name: `ALARM, tables drawn at random, ${WORKERS} workers`,
    figure: `${Math.round(perSecond)} draws/s`,
    target: "10000/s",
  };
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

function largeNetworks(): BenchRow[] {
  const rows = [
    { name: "diabetes", target: "250 ms" },
    { name: "munin", target: "600 ms" },
  ].map(({ name, target }): BenchRow => {
    const text = readFileSync(`${DATA}/bif/${name}.bif`, "utf8");
    const parsing = timed(() => parseBif(text));
    const network = parseBif(text);
    const compiling = timed(() => compile(network));
    const tree = compile(network);
    const findings = readEvidence(network, evidenceOf(network, casesOf(name).at(-1)!));
    const { median } = timed(() => propagate(tree, findings), 1500);
    const size = `${(tree.cliqueEntries / 1e6).toPrecision(3)} M entries`;
    const figure = `${ms(median)} (${size}; read ${ms(parsing.median)}, compile ${ms(compiling.median)})`;
    return { name: `${name.toUpperCase()}, all posteriors`, figure, target };
  });
  const peak = process.resourceUsage().maxRSS / 1024;
  return [...rows, { name: "peak memory so far", figure: `${Math.round(peak)} MiB`, target: "2048 MiB" }];
}

/** A network of LINK's kind and size, which is 724 variables in 16.8 M entries; and one as far out of reach as MUNIN1, and further. */
function pedigrees(): BenchRow[] {
  const network = pedigreeNetwork(40, 3, 0);
  const compiling = timed(() => compile(network), 1);
  const tree = compile(network);
  const seen = network.variables.filter(({ name }, v) => name.startsWith("seen") && v % 3 === 0);
  const findings = readEvidence(network, { hard: Object.fromEntries(seen.map(({ name }) => [name, "ab"])) });
  const { median } = timed(() => propagate(tree, findings), 1500);
  const size = `${(tree.cliqueEntries / 1e6).toPrecision(3)} M entries, compile ${ms(compiling.median)}`;
  const tooLarge = pedigreeNetwork(60, 6, 0);
  const refusing = timed(() => {
    try {
      compile(tooLarge);
    } catch (error) {
      if (!(error instanceof NetworkTooLarge)) throw error;
    }
  });
  return [
    {
      name: `pedigree of LINK's kind, ${network.variables.length} variables, all posteriors`,
      figure: `${ms(median)} (${size})`,
      target: "3000 ms",
    },
    {
      name: `pedigree of ${tooLarge.variables.length} variables, refused`,
      figure: ms(refusing.median),
      target: "1000 ms",
    },
  ];
}

function watchSized(): BenchRow[] {
  const networks = Array.from({ length: 20 }, (_, seed) => watchNetwork(seed));
  const sizes = networks.map(({ variables }) => variables.length);
  const runs = networks.map((network, seed) => {
    const tree = compile(network);
    const findings = readEvidence(network, watchReports(network, seed));
    return { network, tree, findings };
  });
  const times = runs.map(({ tree, findings }) => timed(() => propagate(tree, findings), 50));
  const medians = times.map(({ median }) => median).toSorted((a, b) => a - b);
  const draw = runs.map(({ network, tree, findings }) =>
    timed(() => {
      loadTables(tree, network);
      propagate(tree, findings);
    }, 50),
  );
  const leavingOut = networks.map((network) =>
    timed(() => explainQuery(network, "scenario3", firstStates(network, 30), { orders: 0 }), 30),
  );
  const sharing = networks.map((network) =>
    timed(() => explainQuery(network, "scenario3", firstStates(network, 15), { orders: 200 }), 60),
  );
  const slowest = (runTimes: readonly { median: number }[]) =>
    ms(Math.max(...runTimes.map(({ median }) => median)));
  const slowestDraw = Math.max(...draw.map(({ median }) => median));
  const name = `networks of a watch, ${Math.min(...sizes)}–${Math.max(...sizes)} variables`;
  return [
    {
      name: `${name}, all posteriors`,
      figure: `median ${ms(medians[10]!)}, slowest ${ms(medians.at(-1)!)}, p99 ${ms(Math.max(...times.map(({ p99 }) => p99)))}`,
      target: "0.2 ms, p99 5 ms",
    },
    {
      name: `${name}, 30 findings left out one by one, compiling included`,
      figure: `slowest ${slowest(leavingOut)}`,
      target: "5 ms",
    },
    {
      name: `${name}, Shapley values of 15 findings, 200 orders`,
      figure: `slowest ${slowest(sharing)}`,
      target: "100 ms",
    },
    {
      name: `${name}, other tables loaded`,
      figure: `${Math.round(1000 / slowestDraw)} draws/s`,
      target: "2000/s",
    },
  ];
}

if (import.meta.main) console.table(await benchBelief());
