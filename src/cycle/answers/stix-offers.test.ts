import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isEvidenceLink, MARKINGS, type Observation } from "#model/observation.ts";
import { type Ceiling, CEILINGS, isWithin } from "#model/release.ts";
import { openStore, syncOrigin, type Store } from "#store/index.ts";
import { batch, observation } from "#store/testing/samples.ts";
import { readWatch } from "#watch/index.ts";
import { readAs } from "../collect/formats/testing/read-as.ts";
import { collectAndObserve } from "../cycle.ts";
import { assessAndWarn } from "../judge.ts";
import type { StixObject } from "../release/stix/stix-object.ts";
import { stixFaults } from "../release/stix/testing/stix-faults.ts";
import { createWorld, type World } from "../world.ts";
import { stixBundle, stixOffers } from "./stix-offers.ts";
import { warningChanges } from "./warning-changes.ts";

const TODAY = "2026-11-23";
const folder = mkdtempSync(path.join(tmpdir(), "tocsin-stix-"));
const stores: Store[] = [];
afterAll(async () => {
  for (const store of stores) await store.close();
  rmSync(folder, { recursive: true });
});

async function worldOf(watchDir: string, changed: Partial<World> = {}): Promise<World> {
  const store = await openStore({ file: path.join(folder, `${stores.length}.sqlite`) });
  stores.push(store);
  return createWorld({
    ...{ watch: readWatch(watchDir), watchDir, store, now: () => `${TODAY}T12:00:00.000Z` },
    ...changed,
  });
}

async function bundleIn(world: World, asOf = TODAY) {
  const changes = await warningChanges(world, await assessAndWarn(world, asOf, { withPath: false }));
  return stixBundle(world, await stixOffers(world, asOf, changes));
}

/** As a client has it: what is undefined is not sent. */
const sent = (objects: readonly StixObject[]) => JSON.parse(JSON.stringify(objects)) as StixObject[];

let example: World;
beforeAll(async () => {
  example = await worldOf("examples/watches/arctic-cables");
  await collectAndObserve(example);
});

test("every object of the default watch's record keeps the rules of STIX 2.1", async () => {
  const ilrs = await worldOf("watches/ilrs");
  await collectAndObserve(ilrs);
  const { objects } = stixBundle(ilrs, await stixOffers(ilrs, TODAY, []));
  const kinds = new Set(objects.map(({ type }) => type));
  expect(kinds).toContain("incident");
  expect(kinds).not.toContain("threat-actor");
  expect(objects.filter(({ labels }) => Array.isArray(labels)).length).toBeGreaterThan(800);
  expect(stixFaults(sent(objects))).toEqual([]);
});

test("warnings keep them too, each with the state and the interval of its last change", async () => {
  const { objects } = await bundleIn(example);
  expect(stixFaults(sent(objects))).toEqual([]);
  const { warnings } = await assessAndWarn(example, TODAY);
  const told = objects.filter(({ labels }) => (labels as string[] | undefined)?.[0] === "warning");
  const said = told.map(({ labels, modified }) => `${(labels as string[])[1]} ${modified}`);
  const meant = warnings.map(({ state, changedOn }) => `${state} ${changedOn}T00:00:00.000Z`);
  expect(said.toSorted()).toEqual(meant.toSorted());
});

test("a rule that is broken is seen", () => {
  const [sound] = sent([
    {
      ...{ type: "identity", spec_version: "2.1", id: "identity--e911c1a1-0ab6-5413-8ec0-b1ef36b8c6a7" },
      ...{ created: "2026-11-23T00:00:00.000Z", modified: "2026-11-23T00:00:00.000Z", name: "A" },
    },
  ]);
  expect(stixFaults([sound!])).toEqual([]);
  const broken: Partial<StixObject>[] = [
    ...[
      { id: "identity--1" },
      { modified: "2026-11-22T00:00:00.000Z" },
      { created: "2026-11-23" },
      { name: "" },
    ],
    ...[{ confidence: 101 }, { labels: [] }, { created_by_ref: "identity--none" }, { type: "alien" }],
    { external_references: [{ source_name: "A" }] },
  ];
  for (const one of broken) expect(stixFaults([{ ...sound!, ...one }]), JSON.stringify(one)).not.toEqual([]);
});

test("the same day of the same store is the same bundle to the byte", async () => {
  expect(JSON.stringify(await bundleIn(example))).toBe(JSON.stringify(await bundleIn(example)));
});

test("what is written is read back by the reader of STIX, claim, text, link, grade and time", async () => {
  const { objects } = await bundleIn(example);
  const { documents, rejects } = readAs("stix", JSON.stringify({ type: "bundle", id: "bundle--1", objects }));
  expect(rejects).toEqual([]);
  expect(documents).toHaveLength(objects.length);
  const lives = await example.store.db
    .selectFrom("observation_versions")
    .select(["body", "recorded_at"])
    .execute();
  for (const { body, recorded_at: at } of lives) {
    const { id, claim, source, grade, stream, kind, marking } = JSON.parse(body!) as Observation;
    const read = documents.find(
      ({ attributes }) => (attributes.external_ids as string[] | undefined)?.at(-1) === id,
    );
    expect(read).toMatchObject({ title: claim, published: at });
    expect(read!.text.startsWith(claim)).toBe(true);
    if (isEvidenceLink(source)) expect(read!.url).toBe(new URL(source.url).href.replace(/#.*/, ""));
    expect(read!.attributes.external_ids).toEqual([`${grade.reliability}${grade.credibility}`, id]);
    expect((read!.attributes.labels as string[]).slice(0, 2)).toEqual([stream, kind]);
    expect([read!.attributes.confidence, marking]).toEqual([
      [90, 70, 50, 30, 10][grade.credibility - 1],
      "TLP:CLEAR",
    ]);
  }
});

test("a claim keeps the doubt of its attribution, and no arrow says more", async () => {
  const { objects } = await bundleIn(
    await worldWith([observation("X-1", { kind: "cyber", attribution: "suspected" })]),
  );
  const incident = objects.find(({ type }) => type === "incident")!;
  expect(incident.labels).toContain("attribution: suspected");
  const [arrow] = objects.filter(({ source_ref: from }) => from === incident.id);
  expect(arrow).toMatchObject({
    relationship_type: "related-to",
    description: "actor; attribution: suspected",
  });
});

async function worldWith(observations: readonly Observation[], release?: Ceiling): Promise<World> {
  const world = await worldOf("examples/watches/arctic-cables", release && { release });
  await syncOrigin(world.store, batch(observations, { origin: "test" }));
  return world;
}

test("nothing of what is marked above the ceiling is in any object that leaves", async () => {
  const marked = fc.array(fc.constantFrom(...MARKINGS), { minLength: 2, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(marked, fc.constantFrom(...CEILINGS), async (markings, release) => {
      const secret = (i: number) => `zz${i}zz`;
      const observations = markings.map((marking, i) =>
        observation(secret(i), {
          ...{ claim: `Claim ${secret(i)}`, marking, place: { name: `Place ${secret(i)}`, lat: i, lon: i } },
          actors: [{ id: `actor-${secret(i)}`, role: "actor" }],
          links: markings.map((_, to) => ({ relation: "same-story" as const, to: secret(to) })),
        }),
      );
      const { offered, withheld } = (await stixOffers(await worldWith(observations, release), TODAY, []))
        .observations;
      const text = JSON.stringify(offered);
      const hidden = markings.map((marking) => !isWithin(release, marking));
      expect(hidden.map((_, i) => !text.includes(secret(i)))).toEqual(hidden);
      expect(withheld).toBe(hidden.filter(Boolean).length);
      expect(stixFaults(sent(offered.map(({ object }) => object)))).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test("a watch marked above the ceiling is not named by what leaves", async () => {
  const world = await worldWith([observation("N-1")]);
  const { name, question } = world.watch;
  const closed = { ...world, watch: { ...world.watch, marking: "TLP:AMBER" as const } };
  const said = async (one: World) => JSON.stringify(stixBundle(one, await stixOffers(one, TODAY, [])));
  expect(await said(world)).toContain(name);
  expect(await said(closed)).not.toContain(name);
  expect(await said(closed)).not.toContain(question);
  expect(await said({ ...closed, release: "TLP:AMBER" })).toContain(name);
});

test("what was withdrawn is told as revoked, and is in no bundle; what awaits an analyst is nowhere", async () => {
  const coded = observation("C-1", { verified: "coded" });
  const world = await worldWith([observation("W-1"), observation("W-2"), coded]);
  const later = { origin: "test", recordedAt: "2026-11-24T00:00:00.000Z" };
  await syncOrigin(world.store, batch([observation("W-2"), coded], later));
  const offers = await stixOffers(world, TODAY, []);
  const named = (id: string) =>
    offers.observations.offered.find(({ object }) =>
      JSON.stringify(object.external_references)?.includes(`"${id}"`),
    );
  expect(named("W-1")).toMatchObject({
    addedAt: later.recordedAt,
    object: { revoked: true, modified: later.recordedAt },
  });
  expect(named("W-2")!.object.revoked).toBeUndefined();
  expect(named("C-1")).toBeUndefined();
  expect(JSON.stringify(stixBundle(world, offers))).not.toContain("W-1");
});
