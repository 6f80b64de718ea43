import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { captureOf, contributions, observationsKnown, openStore, type Store } from "#store/index.ts";
import { evidenceText } from "../collect/evidence-text.ts";
import { readWatch } from "#watch/index.ts";
import { createWorld, type World } from "../world.ts";
import { contributorLetters } from "./contributor-letters.ts";
import { receiveContribution } from "./receive-contribution.ts";
import { vetContribution, type VettingGiven } from "./vet-contribution.ts";

const WATCH = "examples/watches/arctic-cables";
const TODAY = "2026-11-23";
const GIVEN = {
  ...{ contributor: "Cable monitor", title: "A ship lingered", text: "Six hours.", on: "2026-11-20" },
  marking: "TLP:AMBER",
};
let [store, world, folder, minute] = [] as unknown as [Store, World, string, number];

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "tocsin-contributions-"));
  store = await openStore({ file: path.join(folder, "store.sqlite") });
  minute = 0;
  const now = () => new Date(Date.parse(`${TODAY}T12:00:00.000Z`) + minute * 60_000).toISOString();
  world = createWorld({ watch: readWatch(WATCH), watchDir: WATCH, store, now });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

async function handIn(changed: object = {}): Promise<string> {
  const received = await receiveContribution(world, { ...GIVEN, ...changed });
  if ("refused" in received) throw new Error(received.because);
  return received.id;
}
const recorded = async () =>
  (await observationsKnown(store, { known: TODAY })).map(({ observation }) => observation);
const vet = (id: string, given: Omit<VettingGiven, "by" | "note">) =>
  vetContribution(world, id, { ...given, by: "analyst", note: "" });
const ENTERED = { decision: "entered", entry: { stream: "incidents", kind: "sighting" } } as const;
const waiting = async () =>
  (await contributions(store)).filter(({ vetting }) => vetting === null).map(({ id }) => id);

describe("what is handed in stays apart until an analyst has vetted it", () => {
  test("it waits in the queue and is no observation; handed in again it is the same contribution", async () => {
    const id = await handIn();
    minute = 5;
    expect(await handIn()).toBe(id);
    expect(await waiting()).toEqual([id]);
    expect(await recorded()).toEqual([]);
  });

  test("accepted, it is an observation of its contributor that nobody has confirmed, resting on its own bytes", async () => {
    const id = await handIn({ url: "https://example.org/ship", text: "It waited six hours." });
    const vetting = await vet(id, ENTERED);
    const [entry] = await recorded();
    expect(entry).toMatchObject({
      id: vetting!.vetting!.observation,
      claim: "A ship lingered",
      knownAt: TODAY,
      validFrom: "2026-11-20",
      grade: { reliability: "F", credibility: 6 },
      verified: "analyst",
      marking: "TLP:AMBER",
      source: { name: "Cable monitor (contributor)", url: "https://example.org/ship", urlKind: "exact" },
    });
    const capture = (await captureOf(store, entry!.evidence.capture))!;
    const text = evidenceText(capture, entry!.evidence.locator).text;
    expect(JSON.parse(text)).toMatchObject({ ...GIVEN, text: "It waited six hours." });
    expect(await waiting()).toEqual([]);
  });

  test("taken back, it is as if it had not been entered, and can be decided again", async () => {
    const id = await handIn();
    await vet(id, ENTERED);
    await vet(id, { decision: "undone" });
    expect([await recorded(), await waiting()]).toEqual([[], [id]]);
    await vet(id, { ...ENTERED, entry: { ...ENTERED.entry, credibility: 2 } });
    expect(await recorded()).toMatchObject([{ grade: { credibility: 2 } }]);
    await vet(id, { decision: "rejected", because: "unsupported" });
    expect(await recorded()).toEqual([]);
  });

  test("no entry is made of a stream, kind or actor that nobody named or the watch does not know", async () => {
    const id = await handIn();
    await expect(vet(id, { decision: "entered" })).rejects.toThrow("needs its stream and kind");
    const entry = { stream: "weather", kind: "storm" };
    await expect(vet(id, { decision: "entered", entry })).rejects.toThrow('"weather" is no stream');
    expect(await waiting()).toEqual([id]);
    expect(await vet("none", ENTERED)).toBeNull();
  });
});

test("what was accepted as a document cannot be taken back, since what is read in it is decided on by itself", async () => {
  const id = await handIn();
  await vet(id, { decision: "accepted" });
  await expect(vet(id, { decision: "undone" })).rejects.toThrow("reject what is read in it under Review");
  expect(await recorded()).toEqual([]);
});

test("the stricter of the contribution's and the watch's marking is kept", async () => {
  world = createWorld({ ...world, watch: { ...world.watch, marking: "TLP:GREEN" } });
  for (const marking of ["TLP:CLEAR", "TLP:RED"]) await vet(await handIn({ marking }), ENTERED);
  expect((await recorded()).map(({ marking }) => marking).sort()).toEqual(["TLP:GREEN", "TLP:RED"]);
});

test("a period that is only known to the month or year is entered as such", async () => {
  await vet(await handIn({ on: "2026-02-11", precision: "month" }), ENTERED);
  expect(await recorded()).toMatchObject([
    { validFrom: "2026-02-01", validTo: "2026-02-28", precision: "month" },
  ]);
});

test("too much from one contributor is refused in a line, and nothing of it kept", async () => {
  for (let i = 0; i < 10; i++) await handIn({ title: `Ship ${i}` });
  const more = await receiveContribution(world, { ...GIVEN, title: "Ship 10" });
  expect(more).toMatchObject({ refused: "too-many", because: expect.stringContaining("within the hour") });
  expect(await contributions(store)).toHaveLength(10);
});

test("what is refuted tells against its contributor, and no source's name lends a letter", async () => {
  for (let i = 0; i < 10; i++) {
    minute = i * 10;
    await vet(await handIn({ title: `Ship ${i}` }), { decision: "rejected", because: "refuted" });
  }
  const ledger = await contributorLetters(world, TODAY);
  expect(ledger.get("Cable monitor (contributor)")).toMatchObject({ letter: "E", refuted: 10 });
  const known = world.watch.sources[0]?.name ?? "Reuters";
  await vet(await handIn({ contributor: known }), ENTERED);
  expect(await recorded()).toMatchObject([{ grade: { reliability: "F" } }]);
  await vet(await handIn({ title: "One more", marking: "TLP:CLEAR", on: "2026-11-01" }), ENTERED);
  expect((await recorded()).find(({ claim }) => claim === "One more")?.grade.reliability).toBe("E");
});
