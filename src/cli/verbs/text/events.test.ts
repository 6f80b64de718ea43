import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { commandLine, temporaryFolder } from "../../testing/recorded-shell.ts";

const home = temporaryFolder();
const tocsin = commandLine(home);
const file = (name: string, text: string) => {
  writeFileSync(path.join(home, name), text);
  return path.join(home, name);
};

test("plain lines and JSON Lines are coded side by side, one object a line", async () => {
  const mixed = file(
    "mixed.txt",
    'China condemned the United States.\n\n{"id": "b", "text": "It rained.", "lang": "en"}\n',
  );
  const { out, exitCode } = await tocsin("text", "code", "--file", mixed, "--json");
  const [first, second] = out.split("\n").map((line) => JSON.parse(line) as object);
  expect(exitCode).toBe(0);
  expect(first).toMatchObject({
    id: 1,
    reason: null,
    events: [{ source: { country: "CHN", id: "CHN" }, target: { country: "USA" }, root: "ACCUSE", quad: 3 }],
  });
  expect(second).toEqual({ id: "b", events: [], reason: "no-actor" });
});

test("a row's date tells when its events were", async () => {
  const row = { id: "d", text: "China condemned Japan on Monday.", date: "2026-03-05T08:00:00Z" };
  const dated = file("dated.jsonl", JSON.stringify(row));
  const { out } = await tocsin("text", "code", "--file", dated, "--json");
  expect(JSON.parse(out)).toMatchObject({
    events: [{ root: "ACCUSE", date: { from: "2026-03-02", to: "2026-03-02", precision: "day" } }],
  });
});

test("PETRARCH's dictionaries code in their own codes", async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, "Test.actors.txt"), "NORLAND [NOR]\nSUDLAND [SUD]\n");
  const lines = file("norland.txt", "Norland condemned Sudland.\n");
  const ask = () => tocsin("text", "code", "--petrarch", folder, "--file", lines, "--json");
  expect((await ask()).err).toContain('no verbs; expected a .txt with "verb" in its name');
  writeFileSync(path.join(folder, "Test.verbs.txt"), "--- CONDEMN [111] ---\nCONDEMN\n");
  expect(JSON.parse((await ask()).out)).toEqual({
    id: 1,
    reason: null,
    events: [{ source: "NOR", target: "SUD", code: "111", trigger: [8, 17], pattern: null }],
  });
});

test("a broken line is told by its number, and the rest is coded", async () => {
  const lines = [
    "China condemned Japan.",
    '{"id": ',
    '{"id": "x"}',
    '{"id": "y", "text": "France thanked Chad."}',
  ];
  const broken = file("broken.jsonl", lines.join("\n"));
  const { out, err, exitCode } = await tocsin("text", "code", "--file", broken, "--json");
  expect(out.split("\n").map((line) => (JSON.parse(line) as { id: unknown }).id)).toEqual([1, "y"]);
  expect(err.split("\n")).toEqual([
    `${broken}:2:7: broken JSON; expected one object on a line, or plain text`,
    `${broken}:3: no "text"; expected "text" with a text`,
  ]);
  expect(exitCode).toBe(1);
});

test("a line without its sides is told by its number, and the rest is classified", async () => {
  const row = { sentence: "France has condemned Syria.", source: "France", target: "Syria" };
  const rows = [{ ...row, source: 7 }, row].map((one) => JSON.stringify(one)).join("\n");
  const given = file("sides.jsonl", rows);
  const { out, err, exitCode } = await tocsin("text", "classify", "--file", given, "--json");
  expect(JSON.parse(out)).toMatchObject({ id: 2, root: "ACCUSE" });
  expect(err).toBe(`${given}:1: "source" is no text; expected "source" with a text`);
  expect(exitCode).toBe(1);
});

test("an event between two given sides gets its root, its quad class and its reasons", async () => {
  const row = {
    id: "x",
    sentence: "France has condemned the Syrian government.",
    source: "France",
    target: "the Syrian government",
  };
  const { out, exitCode } = await tocsin(
    "text",
    "classify",
    "--file",
    file("rows.jsonl", JSON.stringify(row)),
    "--json",
  );
  const answer = JSON.parse(out) as { root: string; quad: number; confidence: number; because: string[] };
  expect(exitCode).toBe(0);
  expect(answer).toMatchObject({ id: "x", root: "ACCUSE", quad: 3 });
  expect(answer.confidence).toBeGreaterThan(0.8);
  expect(answer.because).toContain("F:ACCUSE");
});
