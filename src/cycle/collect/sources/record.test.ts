import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "#model/actor.ts";
import { observation } from "#model/observation.ts";
import { readCsv } from "#science/text/tables/index.ts";
import { readRecord } from "./record.ts";

const actorsNamed = (...ids: string[]) => ids.map((id) => ({ id }) as Actor);
const read = (text: string | Uint8Array, actors = actorsNamed("RUS", "EST", "FIN")) => {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const capture = {
    sha256: "5a",
    source: "record",
    url: "file:record/cables.csv",
    fetchedAt: "2026-11-23T00:00:00.000Z",
    mediaType: "text/csv",
    headers: {},
    bytes,
  };
  return readRecord(capture, { stream: "cables", actors, marking: "TLP:GREEN" });
};

const RIGHT = {
  id: "CB-1",
  date: "2023-10-08",
  date_to: "",
  precision: "day",
  known_on: "2023-10-10",
  kind: "damage",
  claim: "A gas pipeline and a cable between Finland and Estonia are damaged",
  actors: "FIN:target; EST:target",
  place: "Gulf of Finland",
  lat: "59.6",
  lon: "24.9",
  source: "Government of Finland",
  url: "https://example.org/a",
  url_kind: "from_memory",
  reliability: "A",
  credibility: "1",
  confidence: "high",
  verified: "recall",
  attribution: "suspected",
  links: "same-story=CB-9",
  marking: "",
  cause: "anchor",
  "#cables": "2",
};
type Cells = Partial<typeof RIGHT>;
const line = (cells: string[]) =>
  cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");
const file = (...rows: Cells[]) =>
  [Object.keys(RIGHT), ...rows.map((row) => Object.values({ ...RIGHT, ...row }))].map(line).join("\n");
const without = (...names: string[]) => {
  const kept = Object.entries(RIGHT).filter(([name]) => !names.includes(name));
  return [kept.map(([name]) => name), kept.map(([, cell]) => cell)].map(line).join("\n");
};

test("a row becomes the observation it describes", () => {
  expect(read(file({})).observations).toEqual([
    {
      id: "CB-1",
      stream: "cables",
      kind: "damage",
      claim: RIGHT.claim,
      validFrom: "2023-10-08",
      validTo: "2023-10-08",
      precision: "day",
      knownAt: "2023-10-10",
      actors: [
        { id: "FIN", role: "target" },
        { id: "EST", role: "target" },
      ],
      place: { name: "Gulf of Finland", lat: 59.6, lon: 24.9 },
      measures: { cables: 2 },
      attributes: { cause: "anchor" },
      grade: { reliability: "A", credibility: 1 },
      confidence: "high",
      attribution: "suspected",
      verified: "recall",
      source: { name: "Government of Finland", url: "https://example.org/a", urlKind: "from_memory" },
      marking: "TLP:GREEN",
      links: [{ relation: "same-story", to: "CB-9" }],
      evidence: { capture: "5a", locator: { type: "row", line: 2 }, method: "record-csv", version: "1" },
    },
  ]);
});

describe("cells that may vary", () => {
  const first = (cells: Cells) => read(file(cells)).observations[0];
  test("a month or a year stands for the whole of it", () => {
    expect(first({ date: "2024-02-15", precision: "month", known_on: "2024-02-03" })).toMatchObject({
      validFrom: "2024-02-01",
      validTo: "2024-02-29",
    });
    expect(first({ date: "2023-01-01", precision: "year" })).toMatchObject({
      validFrom: "2023-01-01",
      validTo: "2023-12-31",
    });
    expect(first({ date_to: "2023-10-20" })).toMatchObject({
      validFrom: "2023-10-08",
      validTo: "2023-10-20",
    });
  });
  test("an empty cell of the file's own columns is left out", () => {
    expect(first({ cause: "", "#cables": "" })).toMatchObject({ attributes: {}, measures: {} });
  });
  test("no place, a place without a point, a point without a name", () => {
    expect(first({ place: "", lat: "", lon: "" })?.place).toBeUndefined();
    expect(first({ lat: "", lon: "" })?.place).toEqual({ name: "Gulf of Finland" });
    expect(first({ place: "" })?.place).toEqual({ name: "", lat: 59.6, lon: 24.9 });
  });
  test("a role that is not said is actor, and a row may name nobody", () => {
    expect(first({ actors: "RUS" })?.actors).toEqual([{ id: "RUS", role: "actor" }]);
    expect(first({ actors: "" })?.actors).toEqual([]);
  });
  test("a row may carry a marking of its own", () => {
    expect(first({ marking: "TLP:AMBER" })?.marking).toBe("TLP:AMBER");
  });
  test("date_to, attribution and marking may be missing as columns", () => {
    const { observations, rejects } = read(without("date_to", "attribution", "marking"));
    expect(rejects).toEqual([]);
    expect(observations[0]?.attribution).toBeUndefined();
  });
});

describe("a cell that is wrong rejects its row, at its column, and no other", () => {
  const cases: [name: string, cells: Cells, column: number, wrong: string, right: string][] = [
    ["id", { id: "CB 1" }, 1, 'id is "CB 1"', "letters, digits and . : / - _"],
    [
      "a day that does not exist",
      { date: "2023-02-30" },
      6,
      'date is "2023-02-30"',
      "a calendar day such as",
    ],
    ["a day out of reason", { date: "0203-10-08" }, 6, 'date is "0203-10-08"', "from 1900 to 2099"],
    [
      "an end before the beginning",
      { date_to: "2023-10-07" },
      17,
      'date_to is "2023-10-07"',
      "a day no earlier than date",
    ],
    ["a precision", { precision: "week" }, 18, 'precision is "week"', "one of day, month, year"],
    ["no day of becoming known", { known_on: "" }, 22, "known_on is empty", "a calendar day such as"],
    [
      "known before it happened",
      { known_on: "2023-10-07" },
      22,
      'known_on is "2023-10-07"',
      "a day no earlier than date",
    ],
    ["a claim", { claim: " " }, 40, 'claim is " "', "some text"],
    ["an actor slightly off", { actors: "FNI" }, 107, 'unknown actor "FNI"', 'perhaps "FIN"'],
    ["an actor", { actors: "RUS;NORTHERN" }, 107, 'unknown actor "NORTHERN"', "an id of actors.csv"],
    [
      "a role",
      { actors: "RUS:victim" },
      107,
      'actors is "RUS:victim"',
      "each with :actor, :source or :target",
    ],
    ["a latitude", { lat: "95" }, 146, 'lat is "95"', "degrees from -90 to 90"],
    ["a latitude left out", { lat: "" }, 146, "lat is empty", "for there is a longitude"],
    ["a longitude with a comma", { lon: "24,9" }, 151, 'lon is "24,9"', "degrees from -180 to 180"],
    [
      "an address that runs",
      { url: "javascript:alert(1)" },
      178,
      'url is "javascript:alert(1)"',
      "an http or https address",
    ],
    ["a kind of address", { url_kind: "real" }, 200, 'url_kind is "real"', "one of exact, pattern"],
    ["a letter", { reliability: "G" }, 212, 'reliability is "G"', "one of A, B, C, D, E, F"],
    ["a number", { credibility: "0" }, 214, 'credibility is "0"', "one of 1, 2, 3, 4, 5, 6"],
    ["a confidence", { confidence: "High" }, 216, 'confidence is "High"', "one of high, medium, low"],
    ["a link without a relation", { links: "CB-9" }, 238, 'links is "CB-9"', "relation=id"],
    ["a relation", { links: "same=CB-9" }, 238, 'links is "same=CB-9"', "same-copy, same-origin"],
    ["a marking", { marking: "RED" }, 254, 'marking is "RED"', "one of TLP:CLEAR"],
    ["a measure", { "#cables": "two" }, 262, '#cables is "two"', "a number, or nothing"],
  ];
  test.each(cases)("%s", (_, cells, column, wrong, right) => {
    const { observations, rejects } = read(file({ id: "before" }, cells, { id: "after" }));
    expect(observations.map(({ id }) => id)).toEqual(["before", "after"]);
    expect(rejects).toHaveLength(1);
    expect(rejects[0]).toMatchObject({ capture: "5a", line: 3, column, wrong });
    expect(rejects[0]!.right).toContain(right);
    expect(rejects[0]!.text).toContain(Object.values(cells)[0]);
  });
  test("an actor cell that cannot be read is one reject", () => {
    expect(read(file({ actors: "NORTHERN:victim" })).rejects).toHaveLength(1);
    expect(read(file({ actors: "FIN;" })).rejects).toHaveLength(1);
  });
  test("two wrong cells of one row are two rejects", () => {
    const { rejects } = read(file({ date: "soon", lat: "north" }));
    expect(rejects.map(({ wrong }) => wrong)).toEqual(['date is "soon"', 'lat is "north"']);
  });
  test("of two rows with one id the second is rejected and the first is named", () => {
    const { observations, rejects } = read(file({}, { id: "CB-2" }, {}));
    expect(observations.map(({ id }) => id)).toEqual(["CB-1", "CB-2"]);
    expect(rejects).toMatchObject([{ line: 4, column: 1, wrong: 'id "CB-1" is taken by line 2' }]);
  });
  test("a row with a stray quote costs itself alone", () => {
    const [header, row] = file({}).split(/\r?\n/);
    const { observations, rejects } = read([header, row!.replace("CB-1", '"CB-0'), row].join("\n"));
    expect(observations.map(({ id }) => id)).toEqual(["CB-1"]);
    expect(rejects).toMatchObject([{ line: 2, column: 1, wrong: "a quote that is never closed" }]);
  });
});

describe("a header or an encoding that is wrong stops the file", () => {
  const rejectsOf = (text: string | Uint8Array) => {
    const { observations, rejects } = read(text);
    expect(observations).toEqual([]);
    return rejects.map(({ line: at, column, wrong, right }) => `${at}:${column} ${wrong}; ${right}`);
  };
  test("a column that is missing", () => {
    expect(rejectsOf(without("verified"))).toEqual([
      '1:1 no column "verified"; expected a column named "verified"',
    ]);
  });
  test("a slip in an optional column does not pass as a column of the file's own", () => {
    expect(rejectsOf(file({}).replace("attribution", "atribution"))).toEqual([
      '1:132 a column "atribution"; expected "attribution", or a name less like it',
    ]);
  });
  test("a measure without a name", () => {
    expect(rejectsOf(file({}).replace("#cables", "#"))).toEqual([
      '1:164 a column "#"; expected a measure\'s name after #',
    ]);
  });
  test("nothing at all", () => {
    expect(rejectsOf("")).toEqual(["1:1 an empty file; expected a header row of column names"]);
  });
  test("Latin-1 bytes", () => {
    expect(rejectsOf(Uint8Array.of(0x69, 0x64, 0x0a, 0xe9))[0]).toBe(
      "2:1 byte 0xE9 at offset 3 is not UTF-8 text; expected UTF-8, or UTF-16 with a byte order mark",
    );
  });
});

test("whatever stands in the cells, what is accepted satisfies the schema of an observation", () => {
  const names = Object.keys(RIGHT) as (keyof typeof RIGHT)[];
  const odd = fc.oneof(
    fc.constantFrom(
      "",
      "0",
      "-90",
      "1e3",
      "1e999",
      "2024-02-29",
      "2023-02-29",
      "month",
      "year",
      "A",
      "7",
      "RUS:source",
      "RUS;",
      "supersedes=x",
      "x=y",
      "TLP:RED",
      "https://x.y/z",
      "__proto__",
    ),
    fc.string({ maxLength: 5 }),
  );
  const rows = fc.array(fc.dictionary(fc.constantFrom(...names), odd, { maxKeys: 3 }), {
    minLength: 1,
    maxLength: 5,
  });
  let accepted = 0;
  fc.assert(
    fc.property(rows, (changes) => {
      const { observations, rejects } = read(
        file(...changes.map((cells, i) => ({ id: `CB-${i}`, ...cells }))),
      );
      for (const found of observations) expect(observation.safeParse(found).error).toBeUndefined();
      accepted += observations.length;
      expect(observations.length + new Set(rejects.map((reject) => reject.line)).size).toBe(changes.length);
    }),
    { numRuns: 500 },
  );
  expect(accepted).toBeGreaterThan(100);
});

const facts = "../shared/data/facts";
const RENAMED: Record<string, string> = {
  title: "claim",
  date_precision: "precision",
  source_url: "url",
  source_name: "source",
  source_reliability: "reliability",
};
const STREAMS = [
  "counterspace",
  "espionage",
  "partnership",
  "legal",
  "milestones",
  "accessions",
  "sabotage_hybrid",
];

test.skipIf(!existsSync(facts)).each(STREAMS)(
  "every row of the real %s record is read (needs ../shared/data)",
  (stream) => {
    const [header, ...rows] = readFileSync(`${facts}/${stream}.csv`, "utf8").trimEnd().split(/\r?\n/);
    const columns = header!.split(",").map((column) => RENAMED[column] ?? column);
    const text = [`${columns.join(",")},links`, ...rows.map((row) => `${row},`)].join("\n");
    const table = [...readCsv(text).rows].filter((row) => "fields" in row);
    const named = table.flatMap(({ fields }) => fields[columns.indexOf("actors")]!.split(";"));
    const { observations, rejects } = read(text, actorsNamed(...named));
    expect(rejects).toEqual([]);
    expect(observations).toHaveLength(rows.length);
    for (const found of observations) expect(observation.safeParse(found).error).toBeUndefined();
  },
);
