import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { KnownSite } from "#model/site-check.ts";
import { commandLine, NOW, temporaryFolder } from "../../testing/recorded-shell.ts";

const home = temporaryFolder();
const tocsin = commandLine(home);
const listed = async (...more: string[]) =>
  JSON.parse((await tocsin("sites", ...more, "--json")).out) as KnownSite[];
const bohu = async (...more: string[]) => (await listed(...more)).find(({ id }) => id === "BOHU")!;
const BY = ["--source", "Sentinel-2 of 1 June 2026", "--by", "analyst"];

test("coordinates are told as recalled until somebody confirms them, and what was said before stays", async () => {
  expect(await bohu()).toMatchObject({ coordinates: "recalled", checks: [], precisionKm: 5 });
  const place = ["--at", "41.535,86.372", "--precision-km", "0.2"];
  expect((await tocsin("sites", "confirm", "BOHU", ...BY, ...place)).exitCode).toBe(0);
  const moved = { lat: 41.535, lon: 86.372, precisionKm: 0.2, by: "analyst", at: NOW };
  expect(await bohu()).toMatchObject({ lat: 41.535, precisionKm: 0.2, coordinates: "confirmed" });
  expect((await tocsin("sites", "confirm", "BOHU", "--source", "a map", "--by", "chief")).exitCode).toBe(0);
  expect((await bohu()).checks).toMatchObject([moved, { ...moved, source: "a map", by: "chief" }]);
  expect(await bohu("--as-of", "2026-11-22")).toMatchObject({ coordinates: "recalled", lat: 41.53 });
  const recalled = await listed("--unconfirmed", "--kind", "counterspace");
  expect(recalled.map(({ id }) => id)).not.toContain("BOHU");
  expect(recalled.map(({ id }) => id)).toContain("MALAN");
});

test.each([
  ["an unknown site", ["NOWHERE", ...BY], 'no site "NOWHERE"'],
  ["no source", ["BOHU", "--by", "analyst"], "needs --source TEXT and --by ROLE"],
  [
    "a place without its precision",
    ["BOHU", ...BY, "--at", "1,2"],
    "--at LAT,LON and --precision-km KM together",
  ],
  ["no place", ["BOHU", ...BY, "--at", "north", "--precision-km", "1"], '--at is "north"'],
])("a confirmation with %s is refused in one line", async (_what, words, line) => {
  const { exitCode, err } = await tocsin("sites", "confirm", ...words);
  expect(exitCode).toBe(2);
  expect(err).toContain(line);
});

test("sites are compared with a catalogue, and a file that is none is refused", async () => {
  const file = path.join(home, "sites.tsv");
  const row = (code: string, lat: number, lon: number) => `${code}\tx\t${lon}\t${lat}\t0.0001\n`;
  writeFileSync(file, `#Site\tName\tLongitude\tLatitude\tError\n${row("XSC", 28.2472, 102.0291)}`);
  const { exitCode, out } = await tocsin("sites", "check", file);
  expect(exitCode).toBe(1);
  expect(out).toMatch(/XICHANG +XSC +0\.0 +4\.1 +agrees/);
  expect(out).toMatch(/WENCHANG +WEN +not there +differs/);
  writeFileSync(file, "nothing\n");
  expect((await tocsin("sites", "check", file)).err).toContain("no sites.tsv of GCAT");
});
