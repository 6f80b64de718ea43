import { existsSync, globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldPlace, type CsvFault, type CsvRow } from "./csv-rows.ts";
import { missingColumns, readCsv } from "./csv.ts";
import { decodeText } from "./decode.ts";

const read = (text: string) => {
  const { header, faults, rows } = readCsv(text);
  const all = [...rows];
  const isFault = (row: CsvRow | CsvFault) => "wrong" in row;
  return {
    header: header.fields,
    faults: [...faults, ...all.filter(isFault)].map(
      ({ line, column, wrong }) => `${line}:${column} ${wrong}`,
    ),
    rows: all.filter((row): row is CsvRow => !isFault(row)),
  };
};
const fieldsOf = (text: string) => read(text).rows.map(({ fields }) => fields);

describe("reading", () => {
  test("plain, quoted and empty fields", () => {
    expect(fieldsOf('a,b\n1,"two, three"\n,\n"",""\n')).toEqual([
      ["1", "two, three"],
      ["", ""],
      ["", ""],
    ]);
  });
  test("quotes are doubled inside quotes and literal elsewhere", () => {
    expect(fieldsOf('a,b\n"she said ""no""",5" pipe')).toEqual([['she said "no"', '5" pipe']]);
  });
  test("a quoted field keeps its line ends", () => {
    expect(fieldsOf('a,b\r\n"1\r\n2",3\r\n4,5')).toEqual([
      ["1\r\n2", "3"],
      ["4", "5"],
    ]);
  });
  test("lines end in CRLF or LF, the last one or not at all, and blank lines are skipped", () => {
    expect(fieldsOf("a,b\r\n1,2\n\r\n\n3,4")).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(fieldsOf('a,b\r\n"1",2\r\n\r\n"3","4"\r\n')).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });
  test("another separator, and lines that end in a carriage return alone, are named", () => {
    expect(read("date;value\n2020;1,5").faults[0]).toBe("1:5 columns parted by semicolons");
    expect(read("date\tvalue\n2020\t1").faults[0]).toBe("1:5 columns parted by tabs");
    expect(read("a,b\r1,2\r").faults[0]).toBe("1:4 lines that end in a carriage return alone");
    expect(read("a;b,c\n1,2").faults).toEqual([]);
  });
  test("a comma at the end of the file leaves an empty last field", () => {
    expect(fieldsOf("a,b\n1,")).toEqual([["1", ""]]);
    expect(fieldsOf('a,b\n"1",')).toEqual([["1", ""]]);
  });
});

describe("places", () => {
  const places = (text: string) =>
    read(text).rows.map((row) => row.fields.map((_, i) => Object.values(fieldPlace(row, i)).join(":")));
  test("a field begins at its opening quote", () => {
    expect(places('a,b,c\n1,"2",3')).toEqual([["2:1", "2:3", "2:7"]]);
  });
  test("a field after a quoted line end stands on a later line", () => {
    expect(places('a,b\n"x\ny",z\n1,2')).toEqual([
      ["2:1", "3:4"],
      ["4:1", "4:3"],
    ]);
  });
  test("columns count characters, not code units", () => {
    expect(places("a,b\n🛰️中,я")).toEqual([["2:1", "2:5"]]);
  });
  test("rows after a skipped blank line keep their line", () => {
    expect(places("a,b\n\r\n1,2")).toEqual([["3:1", "3:3"]]);
  });
});

describe("faults, each at its place, and reading goes on", () => {
  const cases: [name: string, text: string, faults: string[], rows: string[][]][] = [
    ["too few fields, at the row's end", "a,b,c\n1,2\n3,4,5", ["2:4 2 fields"], [["3", "4", "5"]]],
    ["too many fields, at the first surplus", 'a,b\n"1",2,3\n4,5', ["2:7 3 fields"], [["4", "5"]]],
    ["an unclosed quote", 'a,b\n1,"2\n3,4\n', ["2:3 a quote that is never closed"], [["3", "4"]]],
    ["text after a quote", 'a,b\n1,"2"x\n3,4', ["2:6 text after a closing quote"], [["3", "4"]]],
    [
      "an unclosed quote that the next quote seems to close",
      'a,b\n1,"2\n3,"4"\n5,6',
      ["3:4 text after a closing quote"],
      [
        ["3", "4"],
        ["5", "6"],
      ],
    ],
    ["a second column of one name", "a,b,a\n1,2,3", ['1:5 a second column "a"'], [["1", "2", "3"]]],
    ["a column without a name", "a,,b\n1,2,3", ["1:3 a column without a name"], [["1", "2", "3"]]],
    ["an empty file", "", ["1:1 an empty file"], []],
  ];
  test.each(cases)("%s", (_, text, faults, rows) => {
    expect(read(text)).toMatchObject({ faults, rows: rows.map((fields) => ({ fields })) });
  });
  test("a missing column names the header that may have been meant", () => {
    const { header } = readCsv("id,known_no,kind\n");
    expect(missingColumns(header, ["id", "known_on", "place"])).toMatchObject([
      { line: 1, column: 4, wrong: 'no column "known_on", but "known_no"' },
      { line: 1, column: 1, wrong: 'no column "place"' },
    ]);
  });
});

test("what is written by the standard is read back", () => {
  const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;
  const written = (field: string, always: boolean) =>
    always || field === "" || /[",\r\n]/.test(field) ? quoted(field) : field;
  const cell = fc.tuple(
    fc.string({ unit: fc.constantFrom("a", "я", "🛰", '"', ",", "\n", "\r") }),
    fc.boolean(),
  );
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
  fc.assert(
    fc.property(table, fc.constantFrom("\n", "\r\n"), fc.boolean(), (cells, lineEnd, last) => {
      const header = cells[0]!.map((_, i) => `c${i}`).join(",");
      const lines = cells.map((row) => row.map(([field, always]) => written(field, always)).join(","));
      const text = [header, ...lines].join(lineEnd) + (last ? lineEnd : "");
      expect(fieldsOf(text)).toEqual(cells.map((row) => row.map(([field]) => field)));
    }),
  );
});

const facts = "../shared/data/facts";
test.skipIf(!existsSync(facts))(
  "every table of real events is read without a fault (needs ../shared/data)",
  () => {
    const files = globSync(`${facts}/**/*.csv`);
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const text = decodeText(readFileSync(file));
      if (typeof text !== "string") throw new Error(`${file}: ${text.wrong}`);
      const { faults, rows } = read(text);
      expect(faults).toEqual([]);
      expect(rows.length).toBeGreaterThan(40);
    }
  },
);
