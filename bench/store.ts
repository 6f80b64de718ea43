import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import {
  addObservations,
  observationsKnown,
  openStore,
  searchObservations,
  syncOrigin,
} from "#store/index.ts";
import type { Import, Store } from "#store/index.ts";
import { batch, capture, observation } from "#store/testing/samples.ts";
import type { Observation } from "#model/observation.ts";
import type { BenchRow } from "./bench-row.ts";

const RECORD_ROWS = 850;
const BATCH = 5000;
const BATCHES = 20;
const ASOF = { known: "2026-11-23" };

/** The SQLite store: opening, syncing a record, importing tables, reading and searching. */
export async function benchStore(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "tocsin-bench-"));
  const file = (name: string) => path.join(folder, `${name}.sqlite`);
  try {
    return [
      await benchOpen(file),
      await benchSync(file),
      ...(await withStore(file("import"), (store) => benchImport(store, file("bare")))),
      ...(await withStore(file("read"), benchRead)),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function benchOpen(file: (name: string) => string): Promise<BenchRow> {
  const times: number[] = [];
  for (let i = 0; i < 9; i++) {
    times.push(await msOf(async () => (await openStore({ file: file(`open-${i}`) })).close()));
  }
  return {
    name: "store: create, migrate and close a SQLite file",
    figure: ms(median(times)),
    target: "< 30 ms",
  };
}

async function benchSync(file: (name: string) => string): Promise<BenchRow> {
  const record = batch(rows("record", 0, RECORD_ROWS));
  const times: number[] = [];
  for (let i = 0; i < 9; i++) {
    const sync = (store: Store) => msOf(() => syncOrigin(store, record));
    times.push(await withStore(file(`sync-${i}`), sync));
  }
  return {
    name: `store: first sync of ${RECORD_ROWS} rows (first in the process: ${ms(times[0]!)})`,
    figure: ms(median(times)),
    target: "< 60 ms",
  };
}

async function benchImport(store: Store, bareFile: string): Promise<BenchRow[]> {
  const imported = async () => {
    let spent = 0;
    for (let i = 0; i < BATCHES; i++) {
      const table = importOf(rows("import", i * BATCH, BATCH));
      spent += await msOf(() => addObservations(store, table));
    }
    return (BATCHES * BATCH * 1000) / spent;
  };
  const [fresh, again, bare] = [await imported(), await imported(), bareInserts(bareFile)];
  return [
    {
      name: `store: import ${BATCHES * BATCH} rows, each batch of ${BATCH} durable, versioned and searchable`,
      figure: perSecond(fresh),
      peer: `${perSecond(bare)} bare node:sqlite inserts of id and JSON`,
      ratio: (fresh / bare).toFixed(2),
      target: "≥ 20 000/s",
    },
    { name: "store: import the same rows again, all duplicates", figure: perSecond(again) },
  ];
}

/** What a table of some 150 bytes a row says. */
function importOf(observations: Observation[]): Import {
  const line = ({ id, knownAt, claim, place, source }: Observation) =>
    [id, knownAt, `"${claim}"`, place?.name, source.name, source.url].join(",");
  return batch(observations, { origin: "import", capture: capture(observations.map(line).join("\n")) });
}

/** The floor: the same JSON under a unique id, with no history, hash, index of words or check. */
function bareInserts(file: string): number {
  const database = new DatabaseSync(file);
  database.exec("pragma journal_mode = wal; pragma synchronous = full");
  database.exec("create table rows (id text primary key, body text not null)");
  const insert = database.prepare("insert into rows values (?, ?)");
  let spent = 0;
  for (let i = 0; i < BATCHES; i++) {
    const some = rows("import", i * BATCH, BATCH);
    const begun = performance.now();
    database.exec("begin immediate");
    for (const one of some) insert.run(one.id, JSON.stringify(one));
    database.exec("commit");
    spent += performance.now() - begun;
  }
  database.close();
  return (BATCHES * BATCH * 1000) / spent;
}

async function benchRead(store: Store): Promise<BenchRow[]> {
  await addObservations(store, batch(rows("read", 0, RECORD_ROWS)));
  const read = () => observationsKnown(store, ASOF);
  const search = () => searchObservations(store, ASOF, { q: "lunar sta", limit: 50, offset: 0 });
  return [
    { name: `store: read ${RECORD_ROWS} observations as known`, figure: ms(await medianMsOf(read)) },
    { name: `store: search ${RECORD_ROWS} observations with facets`, figure: ms(await medianMsOf(search)) },
  ];
}

const SUBJECTS = ["lunar station", "spy satellite", "launch site", "ground antenna", "space treaty"];
const ACTORS = ["CHN", "RUS", "USA", "FRA", "IND", "JPN"];

function rows(name: string, first: number, count: number): Observation[] {
  return Array.from({ length: count }, (_, i) => {
    const n = first + i;
    return observation(`${name}-${n}`, {
      claim: `Report ${n}: ${ACTORS[n % 6]} and ${ACTORS[(n * 5 + 1) % 6]} on a ${SUBJECTS[n % 5]}`,
      knownAt: `20${10 + (n % 16)}-0${1 + (n % 9)}-${10 + (n % 18)}`,
      actors: [
        { id: ACTORS[n % 6]!, role: "source" },
        { id: ACTORS[(n * 5 + 1) % 6]!, role: "target" },
      ],
      attributes: { bloc: n % 2 === 0 ? "EAST" : "WEST", domain: "satellite" },
    });
  });
}

async function withStore<T>(file: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ file });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function medianMsOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 15; i++) times.push(await msOf(work));
  return median(times);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

const ms = (value: number) => `${value.toFixed(1)} ms`;
const perSecond = (value: number) => `${Math.round(value).toLocaleString("en").replaceAll(",", " ")}/s`;
