import { existsSync } from "node:fs";
import {
  elementsBy,
  indexCatalogue,
  initialise,
  readElements,
  type Approach,
  type ElementSet,
  type Screening,
} from "#science/orbits/index.ts";
import { approachesByForce } from "#science/orbits/approaches/testing/brute-force.ts";
import { screenCatalogue } from "../src/cycle/orbits/screen-catalogue.ts";
import type { BenchRow } from "./bench-row.ts";
import { orbitText } from "./orbits/catalogue.ts";

const DATA = "../shared/data/orbit";
const START = Date.UTC(2025, 8, 1);
const DAY = 86_400;

/** The whole catalogue for a week, recall against brute force over a day, and agreement with SOCRATES. */
export async function benchScreening(): Promise<BenchRow[]> {
  if (!existsSync(DATA)) return [{ name: "screening", figure: `not measured: ${DATA} is not there` }];
  return [...(await allAgainstAll(7)), await recall(DAY), ...(await againstSocrates()), oneAnew(7)];
}

/** The same in a minute: a day, and hours of brute force. */
export async function benchScreeningBriefly(): Promise<BenchRow[]> {
  if (!existsSync(DATA)) return [{ name: "screening", figure: `not measured: ${DATA} is not there` }];
  return [...(await allAgainstAll(1)), await recall(DAY / 8), oneAnew(7)];
}

function catalogue(file: string, originMs: number): ElementSet[] {
  return elementsBy(readElements(orbitText(file), file).elements, originMs);
}

async function allAgainstAll(days: number): Promise<BenchRow[]> {
  const orbits = initialise(catalogue("catalog_20250901.tle.gz", START));
  const screening = { originMs: START, seconds: days * DAY, withinKm: 5 };
  const [began, before] = [performance.now(), process.cpuUsage()];
  const { approaches } = await screenCatalogue(orbits, screening);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  const name = `${orbits.count} objects against each other, ${days} d, 5 km`;
  const processor = `${((user + system) / 1e6).toFixed(1)} s of processor time`;
  return [
    {
      name,
      figure: `${seconds.toFixed(1)} s (${processor}), ${approaches.length} approaches`,
      target: `${((days * 20) / 7).toFixed(1)} s`,
      // Salad109/SIMPLETON 704f117c, README: 31,665 objects, 24 h, 5 km; its machine is not said.
      peer: `SIMPLETON, as published: ${(days * 26.7).toFixed(1)} s`,
    },
    {
      name: "peak memory so far",
      figure: `${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`,
      target: "1536 MiB",
    },
  ];
}

async function recall(seconds: number): Promise<BenchRow> {
  const all = catalogue("catalog_20250901.tle.gz", START);
  const orbits = initialise(all.filter((_, i) => i % 14 === 3).slice(0, 2000));
  const screening = { originMs: START, seconds, withinKm: 5 };
  const { approaches } = await screenCatalogue(orbits, screening);
  const byPair = Map.groupBy(approaches, ({ id1, id2 }) => `${id1} ${id2}`);
  const forced = approachesByForce(orbits, screening);
  const found = forced.filter(({ first, second, tca }) => {
    const pair = [orbits.ids[first]!, orbits.ids[second]!].sort((a, b) => a - b);
    return byPair.get(pair.join(" "))?.some((each) => covers(each, START + tca * 1000));
  });
  return {
    name: `of what brute force finds among ${orbits.count} objects in ${seconds / 3600} h`,
    figure: `${found.length} of ${forced.length}`,
    target: "all",
  };
}

function covers({ fromMs, toMs }: Approach, moment: number): boolean {
  return moment > fromMs - 10 && moment < toMs + 10;
}

function oneAnew(days: number): BenchRow {
  const elements = catalogue("catalog_20250901.tle.gz", START);
  const index = indexCatalogue(elements, { originMs: START, seconds: days * DAY, withinKm: 5 });
  const times = elements
    .filter((_, i) => i % 571 === 5)
    .map((each) => {
      const began = performance.now();
      index.rescreen(each);
      return performance.now() - began;
    })
    .sort((a, b) => a - b);
  const [median, most] = [times[times.length >> 1]!, times.at(-1)!];
  const figure = `median ${median.toFixed(0)} ms, slowest of ${times.length} ${most.toFixed(0)} ms`;
  return { name: `one object anew against all, ${days} d`, figure, target: "100 ms" };
}

/** An event of SOCRATES Plus: numbers, days since both epochs at closest approach, UTC ms, km. */
interface SocratesEvent {
  readonly ids: readonly [number, number];
  readonly ages: readonly [number, number];
  readonly tcaMs: number;
  readonly missKm: number;
}

async function againstSocrates(): Promise<BenchRow[]> {
  const originMs = Date.UTC(2020, 11, 27);
  const elements = catalogue("catalog_20201226.tle.gz", originMs);
  const screening: Screening = { originMs, seconds: 7 * DAY, withinKm: 5 };
  const { approaches } = await screenCatalogue(initialise(elements), screening);
  const byPair = Map.groupBy(approaches, ({ id1, id2 }) => `${id1} ${id2}`);
  const epochs = new Map(elements.map(({ id, epochMs }) => [id, epochMs]));
  const events = socratesEvents().filter(({ ids, ages, tcaMs }) =>
    ids.every((id, k) => Math.abs((tcaMs - (epochs.get(id) ?? NaN)) / (DAY * 1000) - ages[k]!) < 0.00051),
  );
  const pairs = events.flatMap((event) => {
    const pair = event.ids.toSorted((a, b) => a - b).join(" ");
    const found = byPair.get(pair)?.find((each) => covers(each, event.tcaMs));
    return found ? [{ event, found }] : [];
  });
  const times = pairs.map(({ event, found }) => Math.abs(found.tcaMs - event.tcaMs));
  const misses = pairs.map(({ event, found }) => Math.abs(found.missKm - event.missKm) * 1000);
  return [
    {
      name: "events of SOCRATES 2020-12-27 with the catalogue's element sets",
      figure: `${pairs.length} of ${events.length}`,
      target: "99.9 %",
    },
    {
      name: "closest moment against SOCRATES (printed to 1 ms), p95",
      figure: `${p95(times).toFixed(2)} ms`,
      target: "1 ms",
    },
    {
      name: "miss distance against SOCRATES (printed to 1 m), p95",
      figure: `${p95(misses).toFixed(2)} m`,
      target: "1 m",
    },
  ];
}

function socratesEvents(): SocratesEvent[] {
  const text = orbitText(`${DATA}/socrates/socrates_20201227114555.csv.gz`);
  const rows = text
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  const events = rows.map((row): [string, SocratesEvent] => {
    const [id1, age1, missKm, id2, age2, tca] = [0, 2, 5, 7, 9, 11].map((column) => row[column]!);
    return [
      `${id1} ${id2} ${tca}`,
      {
        ids: [Number(id1), Number(id2)],
        ages: [Number(age1), Number(age2)],
        tcaMs: Date.parse(`${tca} UTC`),
        missKm: Number(missKm),
      },
    ];
  });
  return [...new Map(events).values()];
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)]!;
}
