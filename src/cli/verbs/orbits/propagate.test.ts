import { writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { commandLine, temporaryFolder } from "../../testing/recorded-shell.ts";

const VANGUARD = `1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753
2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667`;
const DECAYING = `1 29141U 85108AA  06170.26783845  .99999999  00000-0  13519-0 0   718
2 29141  82.4288 273.4882 0015848 277.2124  83.9133 15.93343074  6828`;

const folder = temporaryFolder();
const run = commandLine(folder);

function fileOf(text: string): string {
  const file = path.join(folder, "elements");
  writeFileSync(file, text);
  return file;
}

test("every object and time has a line, with a state or the reason why there is none", async () => {
  const file = fileOf(`${VANGUARD}\n${DECAYING}`);
  const { exitCode, out, err } = await run(
    "orbits",
    "propagate",
    "--elements",
    file,
    "--minutes",
    "360,-60,5000",
    "--json",
  );
  const rows = out.split("\n").map((line) => JSON.parse(line));
  expect([exitCode, err, rows.length]).toEqual([0, "", 6]);
  expect(rows[0]).toMatchObject({ id: 5, minutes: 360, error: null });
  expect(rows[0].r[0]).toBeCloseTo(-7154.03120202, 7);
  expect(rows[0].v[0]).toBeCloseTo(4.741887409, 8);
  expect(rows[1].minutes).toBe(-60);
  expect(rows[5]).toEqual({ id: 29141, minutes: 5000, r: null, v: null, error: "decayed" });
});

test("without --json the states stand in a table", async () => {
  const { out } = await run(
    "orbits",
    "propagate",
    "--elements",
    fileOf(`${VANGUARD}\n${DECAYING}`),
    "--minutes",
    "5000",
  );
  expect(out.split("\n")[0]).toMatch(/^ *id +minutes +x km/);
  expect(out).toMatch(/29141 +5000 +decayed$/);
});

test("a bad set is told with its line, and the others are still there", async () => {
  const file = fileOf(`${VANGUARD}\n${DECAYING.replace("82.4288", "82.4289")}`);
  const { exitCode, out, err } = await run("orbits", "propagate", "--elements", file, "--json");
  expect([exitCode, out.split("\n").length]).toEqual([0, 1]);
  expect(err).toBe(`${file}:4: checksum 8 in column 69; expected 9 for this line`);
});

test("a file without one usable set ends with 1, and words that mean nothing with 2", async () => {
  const nothing = await run("orbits", "propagate", "--elements", fileOf("404 not found"));
  expect([nothing.exitCode, nothing.out]).toEqual([1, ""]);
  expect(nothing.err).toMatch(/elements:1: "404 not found" with no element lines below/);
  const empty = await run("orbits", "propagate", "--elements", fileOf("\n"));
  expect([empty.exitCode, empty.err]).toEqual([1, expect.stringMatching(/: no element sets; expected OMM/)]);
  const words = await run("orbits", "propagate", "--elements", fileOf(VANGUARD), "--minutes", "0,soon");
  expect([words.exitCode, words.err]).toEqual([2, expect.stringMatching(/--minutes has "soon"/)]);
  const never = await run("orbits", "propagate", "--elements", fileOf(VANGUARD), "--minutes", "1e400");
  expect([never.exitCode, never.err]).toEqual([2, expect.stringMatching(/--minutes has "1e400"/)]);
  expect((await run("orbits", "propagate")).exitCode).toBe(2);
});

test("a packed file is read as a plain one, and one of another kind tells a few of its faults", async () => {
  const packed = path.join(folder, "packed.gz");
  writeFileSync(packed, gzipSync(VANGUARD));
  const { exitCode, out } = await run("orbits", "propagate", "--elements", packed, "--json");
  expect([exitCode, JSON.parse(out).id]).toEqual([0, 5]);
  writeFileSync(packed, gzipSync(VANGUARD).subarray(0, 60));
  const cut = await run("orbits", "propagate", "--elements", packed);
  expect([cut.exitCode, cut.err]).toEqual([
    1,
    `${packed}: broken gzip; expected a text, plain or packed whole`,
  ]);
  const other = await run("orbits", "propagate", "--elements", fileOf("a poem\n".repeat(500)));
  expect([other.exitCode, other.err.split("\n").length]).toEqual([1, 21]);
  expect(other.err).toMatch(/: 480 more records that cannot be read; expected none$/);
});
