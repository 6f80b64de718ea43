import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readAs as read } from "./testing/read-as.ts";

const SCHEMA = "../shared/data/text/gdelt/events2.csv";
const EVENT = Array.from({ length: 61 }, () => "");
for (const [i, cell] of [
  ...([
    [0, "1234567890"],
    [1, "20261123"],
    [5, "RUS"],
    [6, "RUSSIA"],
    [7, "RUS"],
    [15, "CHN"],
    [16, "CHINA"],
  ] as const),
  ...([
    [17, "CHN"],
    [25, "1"],
    [26, "057"],
    [27, "057"],
    [28, "05"],
    [29, "1"],
    [30, "8.0"],
  ] as const),
  ...([
    [59, "20261123101500"],
    [60, "https://news.example/a"],
  ] as const),
]) {
  EVENT[i] = cell;
}

test("GDELT's list leads to its files, beside it where a mirror did not rewrite it", () => {
  const md5 = "0123456789abcdef0123456789abcdef";
  const list = ["export.CSV", "mentions.CSV", "gkg.csv"]
    .map((kind) => `100 ${md5} http://data.gdeltproject.org/gdeltv2/20261123101500.${kind}.zip`)
    .join("\n");
  const { follow } = read("gdelt", list, "http://mirror.example/gdelt/lastupdate.txt");
  expect(follow?.map(({ url }) => url.href)).toEqual(
    ["export.CSV", "mentions.CSV", "gkg.csv"].map(
      (kind) => `http://mirror.example/gdelt/20261123101500.${kind}.zip`,
    ),
  );
});

test("GDELT's events keep their CAMEO codes and actors, and a row that is none is a reject with its line", () => {
  const { documents, rejects } = read(
    "gdelt",
    `${EVENT.join("\t")}\n${EVENT.slice(1).join("\t")}\n${EVENT.with(0, "x").join("\t")}\n`,
  );
  expect(documents).toMatchObject([
    {
      ...{ id: "SRC-1/1234567890", kind: "event", title: "RUSSIA: diplomatic cooperation, CHINA" },
      ...{ url: "https://news.example/a", published: "2026-11-23T10:15:00.000Z" },
      attributes: {
        EventCode: "057",
        Actor1CountryCode: "RUS",
        Actor2CountryCode: "CHN",
        GoldsteinScale: 8,
        QuadClass: 1,
      },
    },
  ]);
  expect(rejects.map(({ line, wrong }) => [line, wrong])).toEqual([
    [2, "60 columns"],
    [3, 'GLOBALEVENTID "x"'],
  ]);
});

test.skipIf(!existsSync(SCHEMA))("the columns of an event are those of the published schema", () => {
  const names = [...readFileSync(SCHEMA, "utf8").matchAll(/^([A-Z]\w+),(?:INTEGER|STRING|FLOAT)/gm)].map(
    ([, name]) => name,
  );
  expect(names).toHaveLength(61);
  const numbered = read(
    "gdelt",
    `${names.map((name, i) => (name === "GLOBALEVENTID" ? "1" : name === "SQLDATE" ? "20261123" : name!.startsWith("Event") ? "057" : String(i))).join("\t")}\n`,
  );
  const { attributes } = numbered.documents[0]!;
  for (const [i, name] of names.entries()) {
    if (!/^(GLOBALEVENTID|SQLDATE|Event\w+Code|EventCode|SOURCEURL|DATEADDED)$/.test(name!))
      expect(String(attributes[name!])).toBe(String(i));
  }
});

test("GDELT's mentions and articles are told by their number of columns", () => {
  const mention = [
    "1",
    "20261123",
    "20261123101500",
    "1",
    "news.example",
    "https://news.example/a",
    ...Array.from({ length: 10 }, () => "0"),
  ];
  expect(read("gdelt", mention.join("\t")).documents).toMatchObject([
    { kind: "mention", url: "https://news.example/a" },
  ]);
  const gkg = Array.from({ length: 27 }, () => "");
  Object.assign(gkg, {
    0: "20261123101500-1",
    1: "20261123101500",
    3: "news.example",
    4: "https://news.example/a",
  });
  Object.assign(gkg, {
    7: "SPACE;ARMEDCONFLICT;",
    9: "4#Moscow, Russia#RS#RS48#55.7#37.6#x",
    26: "<PAGE_TITLE>A &amp; B&#x2019;s</PAGE_TITLE>",
  });
  expect(read("gdelt", gkg.join("\t")).documents).toMatchObject([
    {
      kind: "article",
      title: "A & B’s",
      attributes: { themes: ["SPACE", "ARMEDCONFLICT"], places: ["Moscow, Russia RS"] },
    },
  ]);
});

test("a broken first row costs itself alone, and is told with what would be right", () => {
  const { documents, rejects } = read(
    "gdelt",
    `cut\n${EVENT.join("\t")}\n${EVENT.with(0, "x").join("\t")}\n`,
  );
  expect(documents).toHaveLength(1);
  expect(rejects).toMatchObject([
    { line: 1, wrong: "1 columns", right: "expected 61 columns" },
    { line: 3, wrong: 'GLOBALEVENTID "x"', right: "expected digits" },
  ]);
});
