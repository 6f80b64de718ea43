import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { addObservations, documentsKnown, openStore } from "#store/index.ts";
import { batch, observation } from "#store/testing/samples.ts";
import type { Collected } from "../../cycle/network/collected.ts";
import { commandLine, EXAMPLE, temporaryFolder } from "../testing/recorded-shell.ts";

const store = (home: string, watch: string) => openStore({ file: `${home}/${watch}.sqlite` });

test("one Tocsin collects over TAXII what another one releases, to the last page, and then what was added", async () => {
  const [home, theirs] = [temporaryFolder(), temporaryFolder()];
  const kept = await store(home, "arctic-cables");
  const many = Array.from({ length: 600 }, (_, i) => observation(`M-${i}`, { actors: [], place: undefined }));
  await addObservations(kept, batch([...many, observation("SECRET", { marking: "TLP:RED" })]));
  let stop = () => {};
  const stopped = new Promise<void>((done) => (stop = done));
  let told = (_address: string) => {};
  const address = new Promise<string>((done) => (told = done));
  const served = commandLine(home, { stopped: () => stopped, out: told })(
    "serve",
    "--port",
    "0",
    "--watch",
    EXAMPLE,
  );
  let clock = Date.parse("2026-11-24T00:00:00.000Z");
  const client = commandLine(theirs, { now: () => new Date(clock).toISOString() });
  const feed = `${await address}/taxii2/`;
  const collect = async () => {
    const asked = [
      "collect",
      "--once",
      "--feed",
      feed,
      "--format",
      "taxii",
      "--allow-host",
      "127.0.0.1",
      "--json",
    ];
    return (JSON.parse((await client(...asked)).out) as Collected[])[0]!;
  };
  const first = await collect();
  expect(first).toMatchObject({ outcome: "kept", rejected: 0 });
  const copy = await store(theirs, "ilrs");
  const titles = async () =>
    (await documentsKnown(copy, { known: "2999-12-31" })).map(({ document }) => document.title);
  const said = await titles();
  expect(said.filter((title) => /^Launch M-\d+ reaches orbit$/.test(title))).toHaveLength(600);
  expect(said.join()).not.toContain("SECRET");
  const late = { recordedAt: "2026-11-24T00:30:00.000Z" };
  await addObservations(kept, batch([observation("N-1", { actors: [], place: undefined })], late));
  clock += 90 * 60_000;
  expect(await collect()).toMatchObject({ outcome: "kept", added: 1 });
  expect(await titles()).toContain("Launch N-1 reaches orbit");
  stop();
  expect((await served).exitCode).toBe(0);
  await Promise.all([kept.close(), copy.close()]);
}, 60_000);

test("a bundle that was written is brought in again whole", async () => {
  const tocsin = commandLine(temporaryFolder());
  const { out } = await tocsin("export", "--stix", "--watch", EXAMPLE);
  const { objects } = JSON.parse(out) as { objects: readonly object[] };
  const folder = temporaryFolder();
  writeFileSync(`${folder}/bundle.json`, out);
  const again = await tocsin(
    "import",
    `${folder}/bundle.json`,
    "--kind",
    "stix",
    "--watch",
    EXAMPLE,
    "--json",
  );
  expect(JSON.parse(again.out)).toMatchObject({ accepted: objects.length, rejected: 0 });
});

test("the ceiling of an export is named, told by count, and never red", async () => {
  const home = temporaryFolder();
  const kept = await store(home, "arctic-cables");
  await addObservations(
    kept,
    batch([observation("A-1", { marking: "TLP:AMBER" }), observation("R-1", { marking: "TLP:RED" })]),
  );
  await kept.close();
  const tocsin = commandLine(home);
  const ids = async (...asked: string[]) => {
    const { out, err } = await tocsin(
      "export",
      "--geojson",
      "--stream",
      "milestones",
      "--watch",
      EXAMPLE,
      ...asked,
    );
    return [
      (JSON.parse(out) as { features: { id: string }[] }).features.map(({ id }) => id),
      err.split("\n").at(-1),
    ];
  };
  expect(await ids()).toEqual([[], "2 observations are marked above TLP:CLEAR and were left out"]);
  expect(await ids("--release", "amber")).toEqual([
    ["A-1"],
    "1 observation is marked above TLP:AMBER and was left out",
  ]);
  const red = await tocsin("export", "--stix", "--release", "RED", "--watch", EXAMPLE);
  expect([red.exitCode, red.err]).toEqual([
    2,
    expect.stringMatching(/--release is "RED"; one of TLP:CLEAR, .* would be right/),
  ]);
  for (const wrong of [
    ["--json", "--release", "amber"],
    ["--stix", "--stream", "milestones"],
  ])
    expect((await tocsin("export", ...wrong, "--watch", EXAMPLE)).exitCode).toBe(2);
  const both = await tocsin("export", "--stix", "--csv", "--watch", EXAMPLE);
  expect([both.exitCode, both.err]).toEqual([
    2,
    expect.stringMatching(/--csv and --stix exclude each other/),
  ]);
});
