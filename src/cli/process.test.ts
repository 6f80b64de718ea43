import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { openStore, observationsKnown } from "#store/index.ts";
import { EXAMPLE, temporaryFolder } from "./testing/recorded-shell.ts";

/** The command as a process of its own. */
function start(home: string, ...argv: string[]) {
  const child = spawn(process.execPath, ["bin/tocsin.js", ...argv, "--watch", EXAMPLE], {
    env: { ...process.env, TOCSIN_HOME: home },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { child, ended: once(child, "exit") as Promise<[number | null, string | null]> };
}

const ROWS = 60_000;
const HEADER =
  "id,date,precision,known_on,kind,claim,actors,place,lat,lon,source,url,url_kind,reliability,credibility,confidence,verified,links";
const row = (n: number) =>
  `R-${n},2024-01-${10 + (n % 18)},day,2024-02-01,sighting,Ship ${n} is seen,NOR:target,,,,Log,,landing,B,3,low,recall,`;

test("an import killed at any moment keeps every acknowledged row once, and takes up where it stopped", async () => {
  const home = temporaryFolder();
  const file = path.join(home, "ships.csv");
  writeFileSync(file, [HEADER, ...Array.from({ length: ROWS }, (_, n) => row(n))].join("\n"));
  const stored = async () => {
    const store = await openStore({ file: path.join(home, "arctic-cables.sqlite") });
    const known = await observationsKnown(store, { known: "2026-01-01" }, { streams: ["ships"] });
    await store.close();
    return known.map(({ observation }) => Number(observation.id.slice(2)));
  };

  const { child, ended } = start(home, "import", file, "--progress", "--json");
  let acknowledged = 0;
  for await (const line of createInterface(child.stderr)) {
    acknowledged = Number(/: (\d+) of/.exec(line)?.[1] ?? acknowledged);
    if (acknowledged >= ROWS / 3) child.kill("SIGKILL");
  }
  expect((await ended)[1]).toBe("SIGKILL");
  expect(acknowledged).toBeLessThan(ROWS);
  const survivors = await stored();
  const isThere = new Set(survivors);
  expect(isThere.size).toBe(survivors.length);
  const lost = Array.from({ length: acknowledged }, (_, n) => n).filter((n) => !isThere.has(n));
  expect(lost).toEqual([]);

  const again = start(home, "import", file, "--json");
  const [out] = await Promise.all([textOf(again.child.stdout), textOf(again.child.stderr)]);
  expect(await again.ended).toEqual([0, null]);
  expect(JSON.parse(out)).toMatchObject({
    accepted: ROWS - survivors.length,
    duplicate: survivors.length,
    corrected: 0,
    rejected: 0,
  });
  expect(new Set(await stored()).size).toBe(ROWS);
});

test("run serves until it is told to stop, then ends at once and cleanly", async () => {
  const { child, ended } = start(temporaryFolder(), "run");
  void textOf(child.stderr);
  for await (const line of createInterface(child.stdout)) {
    if (!line.startsWith("http://127.0.0.1:")) continue;
    const reply = await fetch(`${line}/api/assessment`);
    expect(reply.status).toBe(200);
    await reply.arrayBuffer();
    child.kill("SIGINT");
  }
  expect(await ended).toEqual([0, null]);
});

test("a reader that has seen enough ends a replay quietly", async () => {
  const { child, ended } = start(temporaryFolder(), "replay", "--step", "day", "--json");
  child.stdout.once("data", () => child.stdout.destroy());
  const err = await textOf(child.stderr);
  expect(await ended).toEqual([0, null]);
  expect(err).not.toMatch(/EPIPE/);
});

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const chunk of stream) text += String(chunk);
  return text;
}
