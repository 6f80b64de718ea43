import { DatabaseSync } from "node:sqlite";
import path from "node:path";
import { expect, test } from "vitest";
import { commandLine, EXAMPLE, temporaryFolder } from "../../testing/recorded-shell.ts";
import type { Scoreboard } from "../../../cycle/answers/score-ledger.ts";

const home = temporaryFolder();
const on = (now: string, ...argv: string[]) =>
  commandLine(home, { now: () => `${now}T12:00:00.000Z` })(...argv, "--watch", EXAMPLE);

test("only what was recorded on its day after the watch was written is live, and is scored as first said", async () => {
  await on("2026-11-23", "assess");
  await on("2026-12-31", "assess");
  await on("2026-12-31", "assess", "--as-of", "2026-12-01");
  await on("2026-12-31", "assess", "--as-of", "2024-06-30");
  const { out } = await on("2027-01-01", "score", "--json");
  const { ledger, live, illustrative, questions, claims } = JSON.parse(out) as Scoreboard;
  expect(ledger).toMatchObject({ entries: 4, live: 2, notScored: 2 });
  expect(live).toMatchObject({ assessments: 2, first: "2026-11-23", last: "2026-12-31" });
  expect(live.horizons.map(({ open }) => open)).toEqual([4, 4, 4, 4]);
  expect(illustrative.last! < "2026-11-23").toBe(true);
  expect([questions.questions, claims]).toEqual([[], null]);
});

test("a table keeps live and illustrative apart", async () => {
  const { out, exitCode } = await on("2027-01-01", "score");
  expect(exitCode).toBe(0);
  expect(out).toMatch(/LIVE: made after .*2026-11-23[^]*ILLUSTRATIVE: replays of earlier days/);
});

test("a broken chain is not scored, and where it breaks is said in one line", async () => {
  const file = path.join(home, "arctic-cables.sqlite");
  const db = new DatabaseSync(file);
  db.exec("drop trigger assessments_refuses_update; update assessments set body = body || ' ' where seq = 2");
  db.close();
  const { exitCode, err, out } = await on("2027-01-01", "score", "--json");
  expect(err).toMatch(/\.sqlite: the chain of the ledger breaks at entry 2; expected every entry/);
  expect({ exitCode, out, lines: err.split("\n").length }).toEqual({ exitCode: 1, out: "", lines: 1 });
});
