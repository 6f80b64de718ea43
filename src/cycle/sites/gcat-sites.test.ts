import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readWatch } from "#watch/index.ts";
import { agreementWithGcat, readGcatSites } from "./gcat-sites.ts";

const HEAD = "#Site\tName\tLongitude\tLatitude\tError";
const FILE = "../shared/data/geo/gcat_sites.tsv";

test("places without coordinates are left out, and the error becomes kilometres", () => {
  const text = `${HEAD}\n# Updated\nOCEAN\tOcean\t-\t-\t0.0\nXSC\tXichang\t  102.0291 \t 28.2472\t0.0200 \n`;
  expect(readGcatSites(text)).toEqual([
    { code: "XSC", name: "Xichang", lat: 28.2472, lon: 102.0291, errorKm: expect.closeTo(2.224, 3) },
  ]);
  expect(() => readGcatSites("a\tb\n")).toThrow("Site, Name, Longitude, Latitude, Error");
});

test("a site agrees within both errors and its own ground, and one that is not there does not", () => {
  const [, xichang] = readWatch("watches/ilrs").sites;
  const there = (km: number) =>
    readGcatSites(`${HEAD}\nXSC\tXichang\t102.0291\t${28.2472 + km / 111.2}\t0.01\n`);
  expect(xichang).toMatchObject({ gcat: "XSC", precisionKm: 0.1, footprintKm: 4 });
  const agrees = (km: number) => agreementWithGcat([xichang!], there(km))[0]!.agrees;
  expect([agrees(0), agrees(5), agrees(5.4)]).toEqual([true, true, false]);
  expect(agreementWithGcat([xichang!], [])).toMatchObject([{ apartKm: null, agrees: false }]);
});

test.skipIf(!existsSync(FILE))(
  "the watch's sites lie where GCAT has them, but for four that are told to lie elsewhere",
  () => {
    const { sites } = readWatch("watches/ilrs");
    const compared = agreementWithGcat(sites, readGcatSites(readFileSync(FILE, "utf8")));
    const differing = compared.filter(({ agrees }) => !agrees);
    expect(compared.length).toBeGreaterThan(30);
    expect(compared.every(({ apartKm }) => apartKm !== null)).toBe(true);
    expect(differing.map(({ site }) => site)).toEqual(["JIUQUAN", "TAIYUAN", "DOMBAROVSKY", "KAPUSTIN-YAR"]);
    for (const { site } of differing)
      expect(sites.find(({ id }) => id === site)!.source).toMatch(/GCAT gives/);
  },
);

test("the watch has the Chinese and Russian sites of each purpose, and counterparts of the other side", () => {
  const { sites, actors } = readWatch("watches/ilrs");
  const kindsOf = (bloc: string) =>
    new Set(
      sites
        .filter(({ operator }) => actors.find(({ id }) => id === operator)?.bloc === bloc)
        .map(({ kind }) => kind),
    );
  const east = kindsOf("EAST");
  for (const kind of ["launch", "tracking-radar", "deep-space", "counterspace", "manufacture", "test"])
    expect([...east]).toContain(kind);
  const onlyEastern = [...east].filter((kind) => !kindsOf("WEST").has(kind));
  expect(onlyEastern).toEqual(["sea-launch", "polar"]);
});
