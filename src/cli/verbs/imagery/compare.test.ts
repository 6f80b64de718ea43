import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import proj4 from "proj4";
import { type Raster, type Samples, writeGeoTiff } from "#science/imagery/index.ts";
import { randomStream, standardNormal } from "#science/numbers/index.ts";
import { captureOf, openStore } from "#store/index.ts";
import type { Comparison } from "#model/comparison.ts";
import { commandLine, temporaryFolder } from "../../testing/recorded-shell.ts";

const home = temporaryFolder();
const tocsin = commandLine(home);
const SIDE = 64;
/** Taiyuan, in the middle of the pictures. */
const [EAST, NORTH] = proj4("+proj=utm +zone=49 +datum=WGS84 +units=m", [111.6085, 38.8491]);
const GRID = { epsg: 32_649, geotransform: [EAST! - 320, 10, 0, NORTH! + 320, 0, -10] } as const;

interface Shown {
  readonly seed: string;
  readonly isBuilt?: boolean;
  readonly isClouded?: boolean;
  readonly grid?: Raster["grid"];
}

/** Four bands of fields, new ground on a square where something was built; nothing at all under cloud. */
function picture({ seed, isBuilt = false, isClouded = false, grid = GRID }: Shown): string {
  const random = randomStream(seed);
  const bands = Array.from({ length: 4 }, (_, k): Samples =>
    Uint16Array.from({ length: SIDE * SIDE }, (__, i) => {
      const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
      if (isClouded && y < 60) return 0;
      const isSquare = isBuilt && x >= 20 && x < 32 && y >= 30 && y < 42;
      const field = (Math.imul((x >> 3) * 31 + (y >> 3) * 17 + 5, 2_654_435_761) >>> 8) % 5;
      return 900 + 300 * ((field * (k + 2)) % 5) + (isSquare ? 2500 : 0) + 25 * standardNormal(random);
    }),
  );
  const raster: Raster = {
    ...{ width: SIDE, height: SIDE, bands, noData: null, mask: null, grid },
    ...{ scales: [1, 1, 1, 1], offsets: [0, 0, 0, 0] },
  };
  const file = path.join(home, `${seed}.tif`);
  writeFileSync(file, writeGeoTiff(raster));
  return file;
}

function flat(value: number): string {
  const file = path.join(home, `flat ${value}.tif`);
  const bands = [new Uint8Array(SIDE * SIDE).fill(value)];
  const size = { width: SIDE, height: SIDE, noData: null, mask: null, grid: GRID };
  writeFileSync(file, writeGeoTiff({ ...size, bands, scales: [1], offsets: [0] }));
  return file;
}

const before = picture({ seed: "before" });
const built = picture({ seed: "built", isBuilt: true });
const later = picture({ seed: "later", isBuilt: true });
const latest = picture({ seed: "latest", isBuilt: true });
/** As marks no cloud, as scene classes no data; vegetation as scene classes. */
const [noCloud, vegetation] = [0, 4].map((value) => flat(value)) as [string, string];
const DATES = ["--site", "TAIYUAN", "--before", "2026-06-01", "--after", "2026-07-01"];
const compare = (...more: string[]) => tocsin("imagery", "compare", ...more, "--json");
const told = async (...more: string[]) => JSON.parse((await compare(...more)).out) as Comparison;
const waiting = async () =>
  (await tocsin("review", "--json")).out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

describe("two pictures of a site", () => {
  test("new ground is a candidate with both pictures as evidence, and awaits an analyst", async () => {
    const scenes = ["--scenes", "S2A_MSIL2A_1,S2B_MSIL2A_2", "--sensor", "Sentinel-2"];
    const { outcome, findings, credit, lastClear, ...rest } = await told(before, built, ...DATES, ...scenes);
    expect({ outcome, lastClear, credit, metres: rest.metresPerPixel }).toEqual({
      ...{ outcome: "changed", lastClear: "2026-07-01", metres: 10 },
      credit: "Contains modified Copernicus Sentinel data 2026",
    });
    expect(findings).toMatchObject([{ status: "candidate", firstSeen: "2026-07-01" }]);
    expect(findings[0]!.lat).toBeCloseTo(38.849, 2);
    expect(rest.falseAlarms).toBeNull();
    const store = await openStore({ file: path.join(home, "ilrs.sqlite") });
    for (const { picture: hash } of [rest.before, rest.after]) {
      const png = await captureOf(store, hash!);
      expect(png).toMatchObject({ mediaType: "image/png", source: "imagery/TAIYUAN" });
      expect(new TextDecoder().decode(png!.bytes.subarray(1, 4))).toBe("PNG");
    }
    await store.close();
    const [queued] = await waiting();
    expect(queued.report ?? queued).toMatchObject({
      ...{ id: "imagery/TAIYUAN/2026-06-01/2026-07-01/1", stream: "imagery", kind: "candidate" },
      ...{ verified: "coded", validFrom: "2026-06-01", validTo: "2026-07-01" },
      evidence: { locator: { type: "scenes", ids: ["S2A_MSIL2A_1", "S2B_MSIL2A_2"] } },
      attributes: { "false-alarm rate": expect.stringContaining("not measured on this site's history") },
    });
  });

  test("without cloud masks a second clear date leaves it a candidate that says what it waits for", async () => {
    const once = ["--confirm", later, "--confirmed-on", "2026-08-01"];
    const [finding] = (await told(before, built, ...DATES, ...once)).findings;
    expect(finding).toMatchObject({
      ...{ status: "candidate", seenOn: ["2026-07-01", "2026-08-01"] },
      waitsFor: "a second later date, as one has no mask",
    });
    const { out } = await tocsin("imagery", "compare", before, built, ...DATES, ...once);
    expect(out).toContain("waits for a second later date, as one has no mask");
  });

  test("without cloud masks three dates after and two before confirm it", async () => {
    const twice = ["--confirm", [later, latest].join(","), "--confirmed-on", "2026-08-01,2026-09-01"];
    const alone = await told(before, built, ...DATES, ...twice);
    expect(alone.findings[0]).toMatchObject({ status: "candidate", waitsFor: "an earlier date" });
    const history = ["--history", picture({ seed: "year before" })];
    const { findings, later: asked } = await told(before, built, ...DATES, ...twice, ...history);
    expect(findings).toMatchObject([{ status: "confirmed", waitsFor: null }]);
    expect(asked.map(({ date, isMasked }) => [date, isMasked])).toEqual([
      ["2026-08-01", false],
      ["2026-09-01", false],
    ]);
  });

  test("a mask of each date hides its clouds, by marks or by the scene classes of Sentinel-2", async () => {
    const masked = ["--mask", [noCloud, vegetation, vegetation].join(","), "--mask-kind", "scl"];
    const {
      before: first,
      after,
      ...rest
    } = await told(before, built, ...DATES, ...masked, "--confirm", later, "--confirmed-on", "2026-08-01");
    expect([first.clearShare, after.clearShare]).toEqual([0, 1]);
    expect(rest.outcome).toBe("not clear");
  });

  test("a second clear date that shows it confirms it, under the same name", async () => {
    const confirmed = ["--confirm", later, "--confirmed-on", "2026-08-01"];
    const masks = ["--mask", [noCloud, noCloud, noCloud].join(",")];
    const { findings } = await told(before, built, ...DATES, ...confirmed, ...masks);
    expect(findings).toMatchObject([{ status: "confirmed", seenOn: ["2026-07-01", "2026-08-01"] }]);
    const reports = await waiting();
    expect(reports).toHaveLength(1);
    expect(reports[0].report ?? reports[0]).toMatchObject({ kind: "confirmed", confidence: "medium" });
  });

  test("an accepted finding is entered and a rejected one is not; both can be taken back", async () => {
    const id = "imagery/TAIYUAN/2026-06-01/2026-07-01/1";
    const accepted = await tocsin("review", "accept", id, "--by", "analyst");
    expect(accepted.out).toContain("entered as reviewed/imagery/TAIYUAN/2026-06-01/2026-07-01/1");
    expect(await waiting()).toEqual([]);
    expect((await tocsin("review", "undo", id, "--by", "analyst")).exitCode).toBe(0);
    const rejected = await tocsin(
      "review",
      "reject",
      id,
      "--because",
      "misread",
      "--by",
      "analyst",
      "--note",
      "snow",
    );
    expect(rejected.exitCode).toBe(0);
    await tocsin("review", "undo", id, "--by", "analyst");
    expect(await waiting()).toHaveLength(1);
  });

  test("the same ground is no finding, and what was found before is withdrawn", async () => {
    const quiet = picture({ seed: "quiet" });
    const { out } = await tocsin("imagery", "compare", before, quiet, ...DATES);
    expect(out).toContain("Taiyuan: no change found between 2026-06-01 and 2026-07-01");
    expect(await waiting()).toEqual([]);
  });

  test("the site's own history says how often the threshold is passed for nothing", async () => {
    const history = [1, 2, 3].map((k) => picture({ seed: `history ${k}` })).join(",");
    const { falseAlarms } = await told(before, built, ...DATES, "--history", history);
    expect(falseAlarms).toMatchObject({ pairs: 2 });
    expect(falseAlarms!.share).toBeLessThan(0.01);
    expect(falseAlarms!.most).toBeGreaterThanOrEqual(falseAlarms!.least);
  });

  test("under cloud nothing is compared, and the last clear day is said", async () => {
    const clouded = picture({ seed: "clouded", isClouded: true });
    const { out, exitCode } = await tocsin("imagery", "compare", before, clouded, ...DATES);
    expect(exitCode).toBe(0);
    expect(out).toBe(
      "Taiyuan: no clear image since 2026-06-01; 6 % of 2026-07-01 and 100 % of 2026-06-01 are clear",
    );
    expect(await waiting()).toEqual([]);
  });
});

describe("what cannot be compared is refused with its place", () => {
  const refused: readonly (readonly [string, string[], string])[] = [
    [
      "another place",
      [picture({ seed: "elsewhere", grid: { ...GRID, geotransform: [4e5, 10, 0, 5e6, 0, -10] } }), built],
      "pixels away",
    ],
    ["no site", [before, built, "--site", "NOWHERE"], "one of the watch's sites such as JIUQUAN"],
    ["dates the wrong way round", [before, built, "--after", "2026-05-01"], "a day after 2026-06-01"],
    ["another site", [before, built, "--site", "WENCHANG"], "where Wenchang is not"],
    [
      "a confirming picture without its date",
      [before, built, "--confirm", later],
      "needs --confirmed-on DATE",
    ],
    ["more masks than pictures", [before, built, "--mask", "a,b,c"], "at most one for each of 2 pictures"],
    ["a band without a name for it", [before, built, "--preset", "swir-nir-red"], "no band is swir"],
  ];
  test.for(refused)("%s", async ([, more, said]) => {
    const [first = "", second = "", ...rest] = more;
    const given = DATES.filter((_, i) => !rest.includes(DATES[i - (i % 2)]!));
    const { exitCode, err } = await compare(first, second, ...given, ...rest);
    expect(exitCode).toBeGreaterThan(0);
    expect(err).toContain(said);
  });
});
