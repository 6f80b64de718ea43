import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Observation } from "#model/observation.ts";
import { noPostgresBecause, type PostgresServer, startPostgres } from "#store/testing/postgres-server.ts";
import { commandLine, EXAMPLE, temporaryFolder } from "../testing/recorded-shell.ts";

const RECORD = readFileSync(`${EXAMPLE}/record/incidents.csv`, "utf8");
const [HEADER, ...ROWS] = RECORD.trimEnd().split("\n");
const withId = (row: string, id: string) => row.replace(/^[^,]+/, id);

/** A command line with a store of its own, and files to give it. */
function place() {
  const home = temporaryFolder();
  const tocsin = commandLine(home);
  const file = (name: string, ...lines: string[]) => {
    const written = path.join(home, name);
    writeFileSync(written, `${lines.join("\n")}\n`);
    return written;
  };
  const onWatch = (...argv: string[]) => tocsin(...argv, "--watch", EXAMPLE);
  const exported = async (...argv: string[]) => {
    const { out } = await onWatch("export", ...argv);
    return out.split("\n").map((line) => JSON.parse(line) as Observation);
  };
  return { home, file, onWatch, exported };
}

describe("import", () => {
  test("keeps what can be read, says where the rest is wrong, and exits 1", async () => {
    const { file, onWatch, exported } = place();
    const broken = withId(ROWS[1]!, "X-2").replace("2022-01-07", "2022-02-30");
    const given = file("mine.csv", HEADER!, withId(ROWS[0]!, "X-1"), broken, withId(ROWS[2]!, "X-3"));
    const { exitCode, out, err } = await onWatch("import", given, "--json");
    expect(err.split("\n").at(-1)).toMatch(/mine\.csv:3:5: date is "2022-02-30"; expected a calendar day/);
    expect(JSON.parse(out)).toMatchObject({ accepted: 2, duplicate: 0, corrected: 0, rejected: 1 });
    expect(exitCode).toBe(1);
    const { out: rejects } = await onWatch("export", "--rejects");
    expect(JSON.parse(rejects)).toMatchObject({
      origin: "import/mine.csv",
      line: 3,
      column: 5,
      text: broken,
    });
    const mine = (await exported("--stream", "mine")).map(({ id }) => id);
    expect(mine).toEqual(["X-1", "X-3"]);
  });

  test("counts what it knows already and what says something else", async () => {
    const { file, onWatch } = place();
    const given = file("mine.csv", HEADER!, withId(ROWS[0]!, "X-1"), withId(ROWS[1]!, "X-2"));
    await onWatch("import", given);
    const changed = withId(ROWS[1]!, "X-2").replace("Svalbard", "Spitsbergen");
    const again = file("mine.csv", HEADER!, withId(ROWS[0]!, "X-1"), changed);
    const { out, exitCode } = await onWatch("import", again, "--json");
    expect(JSON.parse(out)).toMatchObject({ accepted: 0, duplicate: 1, corrected: 1, rejected: 0 });
    expect(exitCode).toBe(0);
  });

  test("a file that is not there, a folder, an empty file and a foreign table exit 1 with their place", async () => {
    const { home, file, onWatch } = place();
    const said = async (name: string) => {
      const { exitCode, err } = await onWatch("import", name);
      expect(exitCode).toBe(1);
      return err.split("\n").at(-1);
    };
    expect(await said(path.join(home, "no.csv"))).toMatch(/no\.csv: no such file/);
    expect(await said(home)).toMatch(/a folder; expected a file/);
    expect(await said(file("empty.csv", ""))).toMatch(/empty\.csv:1:1: an empty file/);
    expect(await said(file("foreign.csv", "a,b", "1,2"))).toMatch(/foreign\.csv:1:1: no column "/);
  });

  test("does not take an id that the record of the watch has for something else", async () => {
    const { file, onWatch, exported } = place();
    const before = await exported("--stream", "incidents");
    const given = file("mine.csv", HEADER!, ROWS[0]!.replace("2021-04-03", "2021-04-04"));
    const { out, err, exitCode } = await onWatch("import", given, "--json");
    expect(JSON.parse(out)).toMatchObject({ accepted: 0, corrected: 0, duplicate: 0, rejected: 1 });
    expect(err).toMatch(
      /mine\.csv:2:1: id "AI-01" is that of another row, in record\/incidents\.csv of the watch; expected an id/,
    );
    expect(exitCode).toBe(1);
    expect(await exported("--stream", "incidents")).toEqual(before);
  });

  test("does not overrule what the record of the watch says later on", async () => {
    const { file, onWatch, exported } = place();
    await onWatch("observe");
    await onWatch("import", file("incidents.csv", HEADER!, ...ROWS), "--stream", "incidents");
    await onWatch("observe");
    const incidents = await exported("--stream", "incidents");
    expect(incidents).toHaveLength(ROWS.length);
  });
});

test("collect keeps the record byte for byte, observe reads it, and again changes nothing", async () => {
  const { onWatch } = place();
  const collected = JSON.parse((await onWatch("collect", "--json")).out) as { url: string; bytes: number }[];
  expect(collected[0]).toMatchObject({ url: "file:record/incidents.csv", bytes: Buffer.byteLength(RECORD) });
  const observe = async () => {
    const observed = JSON.parse((await onWatch("observe", "--json")).out) as {
      added: number;
      duplicate: number;
    }[];
    return observed.map(({ added, duplicate }) => [added, duplicate]);
  };
  const first = await observe();
  expect(await observe()).toEqual(first.map(([added]) => [0, added]));
});

test("a row of the record nobody can read stops nothing, is said by run, and makes observe exit 1", async () => {
  const { home } = place();
  const watch = path.join(home, "watch");
  cpSync(EXAMPLE, watch, { recursive: true });
  writeFileSync(path.join(watch, "record/incidents.csv"), RECORD.replace("2022-01-07", "2022-13-07"));
  const run = await commandLine(home)("run", "--no-serve", "--watch", watch, "--json");
  expect(run.err).toMatch(/record\/incidents\.csv: 1 faults; "tocsin watch check .*" says where/);
  expect(JSON.parse(run.out)).toMatchObject({ inputs: { observations: expect.any(Number) as number } });
  expect(run.exitCode).toBe(0);
  expect((await commandLine(home)("observe", "--watch", watch)).exitCode).toBe(1);
  const check = await commandLine(home)("watch", "check", watch);
  expect(check.err).toMatch(/incidents\.csv:3:\d+: date is "2022-13-07"; expected a calendar day/);
  expect(check.exitCode).toBe(1);
});

describe("export", () => {
  test("tells only what was known by the day", async () => {
    const { exported } = place();
    const known = await exported("--as-of", "2022-06-30");
    expect(known.length).toBeGreaterThan(0);
    expect(known.every(({ knownAt }) => knownAt <= "2022-06-30")).toBe(true);
    expect((await exported()).length).toBeGreaterThan(known.length);
  });

  test("as CSV reads back as the very same observations", async () => {
    const { file, onWatch } = place();
    for (const stream of ["incidents", "responses"]) {
      const { out } = await onWatch("export", "--csv", "--stream", stream);
      const again = await onWatch("import", file(`${stream}.csv`, out), "--json");
      const counts = JSON.parse(again.out) as object;
      const rows = out.split("\n").length - 1;
      expect(counts).toMatchObject({ accepted: 0, corrected: 0, rejected: 0, duplicate: rows });
    }
  });
});

describe("backup and restore", () => {
  test("a restored store says the same, and a store that is there is never overwritten", async () => {
    const { home, onWatch } = place();
    const before = await onWatch("run", "--no-serve", "--json");
    const backup = path.join(home, "copy", "..", "backup.sqlite");
    expect((await onWatch("backup", backup)).exitCode).toBe(0);
    const refused = await onWatch("restore", backup);
    expect(refused.err).toMatch(/arctic-cables\.sqlite is there, and is not overwritten/);
    expect(refused.exitCode).toBe(2);
    for (const ending of ["", "-wal", "-shm"])
      rmSync(path.join(home, `arctic-cables.sqlite${ending}`), { force: true });
    expect((await onWatch("restore", backup)).exitCode).toBe(0);
    expect((await onWatch("assess", "--json")).out).toBe(before.out);
    expect((await onWatch("backup", backup)).exitCode).toBe(2);
  });

  test("a file that is no backup is refused and leaves nothing behind", async () => {
    const { file, home, onWatch } = place();
    const { exitCode, err } = await onWatch("restore", file("notes.txt", "hello"));
    expect(err).toMatch(/notes\.txt: not a SQLite file; expected a file written by "tocsin backup"/);
    expect(exitCode).toBe(1);
    expect((await onWatch("restore", path.join(home, "absent"))).exitCode).toBe(1);
    expect((await onWatch("doctor", "--json")).out).toMatch(/none yet/);
  });
});

describe.skipIf(noPostgresBecause !== null)("on PostgreSQL", () => {
  let server: PostgresServer;
  beforeAll(() => {
    server = startPostgres();
  });
  afterAll(() => server.remove());

  test("the same commands say the same, and backups are left to pg_dump", async () => {
    const file = temporaryFolder();
    const env = { TOCSIN_HOME: file, TOCSIN_DATABASE_URL: server.address };
    const onServer = commandLine(file, { env });
    const { out, exitCode } = await onServer("run", "--no-serve", "--watch", EXAMPLE, "--json");
    expect(exitCode).toBe(0);
    expect(out).toBe((await place().onWatch("run", "--no-serve", "--json")).out);
    const backup = await onServer("backup", path.join(file, "copy"), "--watch", EXAMPLE);
    expect(backup).toMatchObject({ exitCode: 2, err: expect.stringContaining("pg_dump") as never });
    const restore = await onServer("restore", path.join(file, "copy"), "--watch", EXAMPLE);
    expect(restore).toMatchObject({ exitCode: 2, err: expect.stringContaining("pg_restore") as never });
  });
});

test("doctor names what it looked at", async () => {
  const { onWatch } = place();
  await onWatch("run", "--no-serve");
  const { out } = await onWatch("doctor", "--json");
  const findings = JSON.parse(out) as { what: string; isSound: boolean; found: string }[];
  expect(findings.map(({ what }) => what)).toEqual(
    expect.arrayContaining(["Node", "watch", "store", "ledger"]),
  );
  expect(findings.find(({ what }) => what === "ledger")).toMatchObject({
    isSound: true,
    found: /^1 entries/ as never,
  });
});
