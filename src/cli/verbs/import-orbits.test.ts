import { writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { elementHistories, latestElementSets, openStore, spaceObjectsKnown } from "#store/index.ts";
import { commandLine, EXAMPLE, NOW, temporaryFolder } from "../testing/recorded-shell.ts";

const ISS = [
  "ISS (ZARYA)",
  "1 25544U 98067A   19342.66077196  .00001338  00000-0  31360-4 0  9993",
  "2 25544  51.6436 216.3185 0007395  13.0033  84.0775 15.50097716202328",
];
const OMM_COLUMNS =
  "CREATION_DATE,OBJECT_NAME,OBJECT_ID,EPOCH,MEAN_MOTION,ECCENTRICITY,INCLINATION,RA_OF_ASC_NODE,ARG_OF_PERICENTER,MEAN_ANOMALY,EPHEMERIS_TYPE,CLASSIFICATION_TYPE,NORAD_CAT_ID,ELEMENT_SET_NO,REV_AT_EPOCH,BSTAR,MEAN_MOTION_DOT,MEAN_MOTION_DDOT";
const ISS_AS_OMM =
  "2019-12-08T17:50:12,ISS (ZARYA),1998-067A,2019-12-08T15:51:30.697344,15.50097716,0.00073950,51.6436,216.3185,13.0033,84.0775,0,U,25544,999,20232,0.0000313600,0.00001338,0";

/** A command line with a store of its own, which can be looked into between commands. */
function place() {
  const home = temporaryFolder();
  const tocsin = commandLine(home);
  const file = (name: string, bytes: string | Uint8Array) => {
    writeFileSync(path.join(home, name), bytes);
    return path.join(home, name);
  };
  const kept = async <T>(look: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>) => {
    const store = await openStore({ file: path.join(home, "arctic-cables.sqlite") });
    return look(store).finally(() => store.close());
  };
  const importing = (...argv: string[]) => tocsin("import", ...argv, "--watch", EXAMPLE, "--json");
  return { file, kept, importing, tocsin };
}

test("element sets are kept once, whatever the format, and what cannot be read is said by line", async () => {
  const { file, kept, importing, tocsin } = place();
  const broken = [...ISS.slice(0, 2), ISS[2]!.replace("51.6436", "51.6437")];
  const given = file("mine.tle.gz", gzipSync([...ISS, ...broken].join("\n")));
  const first = await importing(given, "--kind", "tle", "--known", "epoch");
  expect(JSON.parse(first.out)).toMatchObject({ accepted: 1, duplicate: 0, rejected: 1 });
  expect(first.err.split("\n").at(-1)).toMatch(/mine\.tle\.gz:6:1: .*checksum/i);
  expect(first.exitCode).toBe(1);
  const again = await importing(file("mine.csv", `${OMM_COLUMNS}\n${ISS_AS_OMM}\n`), "--kind", "omm");
  expect(JSON.parse(again.out)).toMatchObject({ accepted: 0, duplicate: 1, rejected: 0 });
  const histories = await kept((store) => elementHistories(store, { known: "2026-11-23" }));
  expect(histories).toMatchObject([{ elements: { id: 25544 }, knownAt: "2019-12-08T15:51:30.697Z" }]);
  const { out } = await tocsin("export", "--rejects", "--watch", EXAMPLE);
  expect(JSON.parse(out)).toMatchObject({ origin: "import/mine.tle.gz", line: 6 });
});

test("an empty file of element sets is told", async () => {
  const { file, importing } = place();
  const { err, exitCode } = await importing(file("none.tle", " \n"), "--kind", "tle");
  expect(err).toMatch(/none\.tle:1:1: an empty file; expected element sets/);
  expect(exitCode).toBe(1);
});

test("a set was public when it was written, else on the day somebody vouches for, else only now", async () => {
  const { file, kept, importing } = place();
  const known = async () =>
    (await kept((store) => latestElementSets(store, { known: "2026-11-23" }))).map(({ knownAt }) => knownAt);
  await importing(file("a.csv", `${OMM_COLUMNS}\n${ISS_AS_OMM}\n`), "--kind", "omm");
  expect(await known()).toEqual(["2019-12-08T17:50:12.000Z"]);
  const later = ISS.map((line) => line.replace("19342.66077196", "19343.66077196").replace(/9993$/, "9994"));
  await importing(file("b.tle", later.join("\n")), "--kind", "tle", "--known", "2020-01-01");
  expect(await known()).toEqual(["2020-01-01T00:00:00.000Z"]);
  const last = ISS.map((line) => line.replace("19342.66077196", "19344.66077196").replace(/9993$/, "9995"));
  await importing(file("c.tle", last.join("\n")), "--kind", "tle");
  expect(await known()).toEqual([NOW]);
});

test("a satellite catalogue is kept by what it says, and a broken packing or kind is refused", async () => {
  const { file, kept, importing } = place();
  const satcat =
    "OBJECT_NAME,OBJECT_ID,NORAD_CAT_ID,OBJECT_TYPE,OWNER,LAUNCH_DATE\nISS (ZARYA),1998-067A,25544,PAY,ISS,1998-11-20\n";
  expect((await importing(file("satcat.csv", satcat), "--kind", "satcat")).exitCode).toBe(0);
  const objects = await kept((store) => spaceObjectsKnown(store, { known: "2026-11-23" }, "satcat"));
  expect(objects).toMatchObject([{ object: { id: 25544, owner: "ISS" }, catalogue: "satcat" }]);
  const cut = await importing(file("cut.tle.gz", gzipSync(ISS.join("\n")).subarray(0, 40)), "--kind", "tle");
  expect(cut).toMatchObject({
    exitCode: 1,
    err: expect.stringMatching(/cut\.tle\.gz: .*expected UTF-8/) as never,
  });
  expect(await importing(file("x", ""), "--kind", "xls")).toMatchObject({ exitCode: 2 });
});
