import { cpSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { SiteLooks } from "../../../cycle/orbits/site-looks.ts";
import { commandLine, EXAMPLE, temporaryFolder } from "../../testing/recorded-shell.ts";

const SITES = `id,name,operator,country,kind,lat,lon,alt_m,precision_km,footprint_km,status,confidence,known,suspected,gcat,source,verified
SVALBARD,Svalbard cable landing,NOR,NOR,reception,78.23,15.4,450,1,1,active,high,Antennas,,,Wikipedia,recall
`;
const IMAGERS = `id,name,owner,sensor,min_off_nadir_deg,max_off_nadir_deg,basis,source,confidence
40697,Sentinel-2A,NOR,optical,0,10.3,Fixed swath,guide,high
40698,Unknown radar,RUS,radar,,,Not published,,low
40699,Lost,RUS,optical,0,45,Assumed,,low
`;
const ELEMENTS = `1 40697U 15028A   24306.50000000  .00000100  00000-0  60000-4 0  999
2 40697  98.5665  20.0000 0001100  90.0000 270.1300 14.30820737 4890
1 40698U 15029A   24306.50000000  .00000100  00000-0  60000-4 0  999
2 40698  98.5665  90.0000 0001100  90.0000 270.1300 14.30820737 4890
`;

const home = temporaryFolder();
const run = commandLine(home);
const watch = path.join(home, "watch");
cpSync(EXAMPLE, watch, { recursive: true });
const write = (name: string, text: string) => writeFileSync(path.join(watch, name), text);
write("sites.csv", SITES);
write("imagers.csv", IMAGERS);
write("elements.tle", ELEMENTS);

test("each bloc is told what it could see, when it could see nothing, and what is not known", async () => {
  const asked = ["--site", "SVALBARD", "--from", "2024-11-02", "--days", "1", "--watch", watch];
  const file = ["--elements", path.join(watch, "elements.tle")];
  const { exitCode, out } = await run("orbits", "seen", ...asked, ...file, "--json");
  const looks = JSON.parse(out) as SiteLooks;
  expect(exitCode).toBe(0);
  const [first, second] = looks.blocs;
  expect(first).toMatchObject({ satellites: 1, without: [] });
  expect(first!.looks, "the polar night has begun").toEqual([]);
  expect(first!.unseen).toEqual([{ from: "2024-11-02T00:00:00.000Z", to: "2024-11-03T00:00:00.000Z" }]);
  expect(second).toMatchObject({ satellites: 1, without: [{ id: 40699, why: "no elements known by then" }] });
  expect(second!.looks.length).toBeGreaterThan(5);
  expect(second!.looks.every(({ isAssumed }) => isAssumed)).toBe(true);
  expect(second!.unseen.length).toBeGreaterThanOrEqual(second!.looks.length - 1);
  await run("import", file[1]!, "--kind", "tle", "--known", "2024-11-01", "--watch", watch);
  const stored = await run("orbits", "seen", ...asked, "--json");
  expect(JSON.parse(stored.out)).toEqual(looks);
  const late = await run(
    "orbits",
    "seen",
    "--site",
    "SVALBARD",
    "--from",
    "2025-11-02",
    "--watch",
    watch,
    "--json",
  );
  expect((JSON.parse(late.out) as SiteLooks).blocs[0]!.without[0]!.why).toMatch(/elements are 366 days off/);
});

test("a site nobody watches, and a store without elements, are told with what would help", async () => {
  const wrong = await run("orbits", "seen", "--site", "X", "--watch", watch);
  expect(wrong).toMatchObject({ exitCode: 2, err: expect.stringMatching(/one of SVALBARD/) });
  const elsewhere = commandLine(temporaryFolder());
  const none = await elsewhere(
    "orbits",
    "seen",
    "--site",
    "SVALBARD",
    "--from",
    "2024-11-02",
    "--watch",
    watch,
  );
  expect(none).toMatchObject({ exitCode: 1, err: expect.stringMatching(/no element sets.*tocsin import/) });
});

test("a site or a satellite that is wrong is told at its place", async () => {
  const broken = path.join(temporaryFolder(), "watch");
  cpSync(watch, broken, { recursive: true });
  writeFileSync(
    path.join(broken, "sites.csv"),
    SITES.replace("78.23", "98.23").replace(",NOR,NOR,", ",NOW,NOR,"),
  );
  writeFileSync(
    path.join(broken, "imagers.csv"),
    IMAGERS.replace(",radar,,,", ",radar,,30,").replace("40699", "40698"),
  );
  const { err } = await run("watch", "check", broken);
  expect(err).toMatch(/sites\.csv:2:\d+: lat is "98\.23"; expected/);
  expect(err).toMatch(/imagers\.csv:3:\d+: max_off_nadir_deg is "30"; expected both limits, or neither/);
});
