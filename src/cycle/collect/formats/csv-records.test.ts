import { expect, test } from "vitest";
import { readAs as read } from "./testing/read-as.ts";

test("an incident table is read by what its columns are called, cells kept as attributes", () => {
  const { documents, rejects } = read(
    "csv",
    'ID,name,description,start_date,initiator_country,sources_url\n1,Wiper,"A wiper, spread",2022-02-24,Russia,https://x.example/1; https://y.example/2\n2,Spoofing,,24.03.2026,Unknown,\n3,short\n',
  );
  expect(documents).toMatchObject([
    {
      ...{ id: "SRC-1/1", title: "Wiper", text: "A wiper, spread", published: "2022-02-24T00:00:00.000Z" },
      ...{
        url: "https://x.example/1",
        attributes: { initiator_country: "Russia" },
        locator: { type: "row", line: 2 },
      },
    },
    { id: "SRC-1/2", title: "Spoofing" },
  ]);
  expect(rejects).toMatchObject([{ line: 4 }]);
  expect(read("csv", "Launch_Tag\tName\tNote\n2026-001\tCZ-5, Y9\tx\n").documents).toMatchObject([
    { title: "CZ-5, Y9" },
  ]);
});

test("a table may be parted by semicolons, lack a name for a column, and bear one id twice", () => {
  const written = 'sep=;\r\nid;name;note;note;\r\n1;Wiper;"a; b";3,5;x\r\n1;Spoofing;;;\r\n';
  const { documents, rejects } = read("csv", written);
  expect(rejects).toEqual([]);
  expect(documents).toMatchObject([
    { id: "SRC-1/1 Wiper", title: "Wiper", locator: { line: 3 } },
    { id: "SRC-1/1 Spoofing", title: "Spoofing" },
  ]);
  expect(documents[0]!.attributes).toEqual({
    ...{ id: "1", name: "Wiper", note: "a; b", "note 4": "3,5", "column 5": "x" },
  });
  expect(() => read("csv", "just words\nand more\n")).toThrow(/no table with a header: one column/);
});

test("whether days or months stand first is told by the column, and where it does not tell no date is guessed", () => {
  const published = (...dates: string[]) =>
    read("csv", `name,date\n${dates.map((date, i) => `n${i},${date}\n`).join("")}`).documents.map((one) =>
      one.published?.slice(0, 10),
    );
  expect(published("03/04/2026", "24/04/2026")).toEqual(["2026-04-03", "2026-04-24"]);
  expect(published("03/04/2026", "04/24/2026")).toEqual(["2026-03-04", "2026-04-24"]);
  expect(published("03/04/2026", "05/05/2026")).toEqual([undefined, "2026-05-05"]);
  expect(published("03.04.2026", "2026 Nov 3", "Nov 2026", "2026-02-30", "2026")).toEqual([
    ...["2026-04-03", "2026-11-03", "2026-11-01", undefined, undefined],
  ]);
});
