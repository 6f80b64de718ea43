import { existsSync, readFileSync } from "node:fs";
import { readPetrarch } from "#dictionary/index.ts";
import { codePetrarch, type PetrarchDictionary } from "#science/text/petrarch/index.ts";
import type { BenchRow } from "../bench-row.ts";
import { bootstrapInterval } from "../copies/bootstrap-interval.ts";
import { f1Of, type Counts } from "../gold/triples.ts";

const FOLDER = "../shared/data/text/events/petrarch";

interface GoldRecord {
  readonly text: string;
  /** YYYYMMDD. */
  readonly date: string;
  readonly events: readonly {
    readonly sourcecode?: string;
    readonly targetcode?: string;
    readonly eventcode?: string;
  }[];
}

/** PETRARCH's unit records by its own dictionaries, every other one held back: source, target and code as written. */
export function petrarchRecords(): BenchRow[] {
  const file = `${FOLDER}/unit_test_gold.normalised.json`;
  if (!existsSync(file))
    return [{ name: "PETRARCH's records", figure: `not measured: ${file} is not there` }];
  const gold = Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, GoldRecord>);
  const dictionary = readPetrarch(FOLDER);
  const peers = ["petrarch1", "petrarch2"].map((name) => peerCounts(name, gold));
  return (["tuning", "held"] as const).map((half, parity) => {
    const isIn = (_: unknown, at: number) => at % 2 === parity;
    const counts = gold.filter(isIn).map(([, record]) => compare(record, codedBy(dictionary, record)));
    const [low, high] = bootstrapInterval(counts, f1Of);
    const [first, second] = peers.map((peer) => f1Of(peer.filter(isIn)).toFixed(3));
    return {
      name: `PETRARCH's unit records, ${half} half: F1 of ${counts.length} records`,
      figure: `${f1Of(counts).toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`,
      peer: `${first} PETRARCH-1, ${second} PETRARCH-2, with gold parses`,
      ratio: (f1Of(counts) / Number(first)).toFixed(2),
      ...(half === "held" && { target: "≥ 0.85" }),
    };
  });
}

const codedBy = (dictionary: PetrarchDictionary, { text, date }: GoldRecord): string[] =>
  codePetrarch(dictionary, text.replaceAll("&amp;", "&"), date).events.map(
    ({ source, target, code }) => `${source} ${target} ${code}`,
  );

function compare({ events }: GoldRecord, coded: readonly string[]): Counts {
  const wanted = new Set(
    events
      .filter(({ eventcode }) => eventcode)
      .map(({ sourcecode, targetcode, eventcode }) => `${sourcecode} ${targetcode} ${eventcode}`),
  );
  const told = new Set(coded);
  return { hits: [...told].filter((one) => wanted.has(one)).length, told: told.size, wanted: wanted.size };
}

function peerCounts(name: string, gold: readonly (readonly [id: string, record: GoldRecord])[]): Counts[] {
  const output = JSON.parse(readFileSync(`${FOLDER}/${name}_output_on_unit_tests.json`, "utf8")) as Record<
    string,
    string[][] | undefined
  >;
  return gold.map(([id, record]) =>
    compare(
      record,
      (output[id] ?? []).map((triple) => triple.join(" ")),
    ),
  );
}
