import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { commandLine, temporaryFolder } from "../../testing/recorded-shell.ts";

const home = temporaryFolder();
const tocsin = commandLine(home);
const file = (name: string, rows: readonly unknown[]) => {
  const given = path.join(home, name);
  writeFileSync(given, rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row))).join("\n"));
  return given;
};
const TEXT =
  "The survey ship left the northern pier on Monday with a crew of 62 and 18 tonnes of instruments, three weeks after its crane had been repaired.";

test("families come out by id, with the reason why each pair was joined", async () => {
  const rows = [
    {
      id: "b",
      title: "Ship leaves",
      text: TEXT,
      lang: "en",
      published: "2026-03-02T09:00:00Z",
      publisher: "B",
    },
    { id: "a", title: "Survey begins", text: TEXT, published: 1772438400, publisher: "A" },
    { id: 3, text: "Something else altogether happened in the hills, where nobody goes in winter." },
  ];
  const { out, exitCode } = await tocsin("text", "dedup", "--file", file("a.jsonl", rows), "--json");
  expect(exitCode).toBe(0);
  expect(JSON.parse(out)).toEqual({
    copies: [["b", "a"]],
    origins: [["b", "a"]],
    stories: [["a", "b"]],
    relations: [{ from: "a", to: "b", relation: "copy", because: "contained 1.00" }],
    corroboration: [
      {
        independent: 1,
        trees: [{ id: "a", below: [{ id: "b", relation: "copy", because: "contained 1.00", below: [] }] }],
      },
    ],
  });
});

test("in words the first seen stands on top", async () => {
  const rows = [
    { id: "x", title: "Ship leaves", text: TEXT },
    { id: "y", title: "Survey begins", text: TEXT },
  ];
  const { out } = await tocsin("text", "dedup", "--file", file("w.jsonl", rows));
  expect(out).toMatch(
    /independent reports: 1\n {2}x {2}Ship leaves\n {4}y {2}Survey begins \(copy: contained 1\.00\)/,
  );
});

test.each([
  ["no text", [{ id: "a" }], /1: no "text"; expected "text" with a text/],
  [
    "a day that is none",
    [{ id: "a", text: "x", published: "soon" }],
    /1: "published" is "soon"; expected a moment/,
  ],
  [
    "an id twice",
    [
      { id: "a", text: "x" },
      { id: "a", text: "y" },
    ],
    /2: the id "a" a second time; expected an id for each article/,
  ],
  ["broken JSON", ['{"id": "a" "text"}'], /1:12: broken JSON/],
  ["an object over several lines", ["{", '"id": "a"', "}"], /1: a JSON object over several lines/],
])("%s exits 1 with the place", async (_what, rows, said) => {
  const { err, exitCode } = await tocsin("text", "dedup", "--file", file("bad.jsonl", rows), "--json");
  expect(err).toMatch(said);
  expect(exitCode).toBe(1);
});

test("a broken line is left out, and the rest is told", async () => {
  const rows = [{ id: "a", text: TEXT }, '{"id": ', { id: "b" }, { id: "c", text: TEXT }, [{ id: "d" }]];
  const { out, err, exitCode } = await tocsin("text", "dedup", "--file", file("some.jsonl", rows), "--json");
  expect(JSON.parse(out)).toMatchObject({ copies: [["a", "c"]] });
  expect(err.split("\n").map((line) => line.replace(/^.*jsonl:/, ""))).toEqual([
    "2:7: broken JSON; expected one object on a line, or plain text",
    '3: no "text"; expected "text" with a text',
    "5: a JSON list; expected one object on a line, without brackets around them and commas between",
  ]);
  expect(exitCode).toBe(1);
});

test("a JSON list in place of lines is told, and a line that begins with a bracket is words", async () => {
  const list = file("list.json", [JSON.stringify([{ id: "a", text: "One" }])]);
  expect(await tocsin("text", "dedup", "--file", list, "--json")).toMatchObject({
    ...{
      exitCode: 1,
      err: expect.stringMatching(/list\.json:1: a JSON list; expected one object on a line/),
    },
  });
  const words = file("words.txt", ["[Update] The station is agreed", "[1] The station is agreed"]);
  expect(await tocsin("text", "dedup", "--file", words, "--json")).toMatchObject({ exitCode: 0 });
});

test("when an article was published is read in any form, and told where it is none", async () => {
  const at = (published: unknown) => file("dated.jsonl", [{ id: "a", text: TEXT, published }]);
  for (const published of [
    "2026-11-23 06:30:00",
    "Mon, 23 Nov 2026 06:30:00 +0300",
    "23.11.2026",
    1_795_000_000,
  ])
    expect(await tocsin("text", "dedup", "--file", at(published))).toMatchObject({ exitCode: 0 });
  for (const published of ["soon", "03/04/2026"])
    expect(await tocsin("text", "dedup", "--file", at(published))).toMatchObject({
      ...{
        exitCode: 1,
        err: expect.stringContaining(`:1: "published" is "${published}"; expected a moment`),
      },
    });
});
