import fc from "fast-check";
import { expect, test } from "vitest";
import type { ElementSet } from "#science/orbits/index.ts";
import {
  addElementSets,
  elementHistories,
  latestElementSets,
  type PublishedElementSet,
} from "./element-sets.ts";
import type { Store } from "./store.ts";
import { onEachStore } from "./testing/each-store.ts";
import { capture, DAY_MS, elementSet, EVER, NOW, reject } from "./testing/samples.ts";

/** Public at the end of the day of its epoch. */
function published(elements: ElementSet): PublishedElementSet {
  return { elements, knownAt: `${new Date(elements.epochMs).toISOString().slice(0, 10)}T23:00:00.000Z` };
}

function add(store: Store, elementSets: readonly ElementSet[], recordedAt = NOW) {
  return addElementSets(store, {
    origin: "import/elements.tle",
    capture: capture(JSON.stringify(elementSets)),
    elementSets: elementSets.map(published),
    rejects: [],
    recordedAt,
  });
}

onEachStore(({ open }) => {
  test("an element set comes back bit for bit, with when it was known and what it was read from", async () => {
    const store = await open();
    const elements = elementSet(799501299, 20_000, { bstar: -1.23456789e-7 });
    await add(store, [elements]);
    expect(await elementHistories(store, EVER)).toEqual([
      {
        elements,
        knownAt: "2024-10-04T23:00:00.000Z",
        recordedAt: NOW,
        capture: capture(JSON.stringify([elements])).sha256,
      },
    ]);
  });

  test("the same set is stored once, whatever file, name or rounding of its epoch it comes with", async () => {
    const store = await open();
    expect(await add(store, [elementSet(5, 10), elementSet(5, 10)])).toMatchObject({
      added: 1,
      duplicate: 1,
    });
    const again = elementSet(5, 10, { name: "VANGUARD 1", epochMs: 10 * DAY_MS + 0.1230001 });
    expect(await add(store, [again])).toMatchObject({ added: 0, duplicate: 1 });
    expect(await elementHistories(store, EVER)).toHaveLength(1);
  });

  test("what an object is later said to have done at the same instant stands beside it, and is the latest", async () => {
    const store = await open();
    await add(store, [elementSet(5, 10)]);
    await add(store, [elementSet(5, 10, { raanDeg: 1 })]);
    await add(store, [elementSet(5, 9, { raanDeg: 2 })]);
    expect((await elementHistories(store, EVER)).map(({ elements }) => elements.raanDeg)).toEqual(
      expect.arrayContaining([1, 2, 216.3185]),
    );
    expect((await latestElementSets(store, EVER)).map(({ elements }) => elements.raanDeg)).toEqual([1]);
  });

  test("rows nobody could read are kept with their reasons", async () => {
    const store = await open();
    const of = capture("x");
    const batch = {
      origin: "import/x",
      capture: of,
      elementSets: [],
      rejects: [reject(of, 3)],
      recordedAt: NOW,
    };
    expect(await addElementSets(store, batch)).toEqual({ added: 0, duplicate: 0, rejected: 1 });
  });

  test("histories can be narrowed to objects, to a span of epochs and to a belt", async () => {
    const store = await open();
    const belt = { meanMotionRevPerDay: 1.0027 };
    await add(store, [elementSet(1, 1), elementSet(2, 1, belt), elementSet(2, 2, belt), elementSet(3, 2)]);
    const ids = async (selection: Parameters<typeof elementHistories>[2]) =>
      (await elementHistories(store, EVER, selection)).map(({ elements }) => elements.id);
    expect(await ids({ objects: [3, 1, 9] })).toEqual([1, 3]);
    expect(await ids({ objects: [] })).toEqual([]);
    expect(await ids({ epochMs: { from: 2 * DAY_MS, to: 3 * DAY_MS } })).toEqual([2, 3]);
    expect(await ids({ meanMotionRevPerDay: { from: 0.9, to: 1.1 } })).toEqual([2, 2]);
  });

  test("a set stored later, or public later, is not known before", async () => {
    const store = await open();
    await add(store, [elementSet(1, 1), elementSet(1, 3)]);
    await add(store, [elementSet(1, 2)], "2026-11-24T12:00:00.000Z");
    const days = async (known: string, recorded?: string) =>
      (await elementHistories(store, { known, ...(recorded === undefined ? {} : { recorded }) })).map(
        ({ elements }) => Math.floor(elements.epochMs / DAY_MS),
      );
    expect(await days("1970-01-03")).toEqual([1, 2]);
    expect(await days("1970-01-04", NOW)).toEqual([1, 3]);
  });

  test("the latest of each object is the last of its history, for every day and selection", async () => {
    const store = await open();
    const any = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 8 }));
    for (const batch of fc.sample(fc.array(any, { maxLength: 30 }), 5)) {
      const sets = batch.map(([id, day]) => elementSet(id, day));
      await add(store, sets);
    }
    for (let day = 1; day <= 9; day++) {
      const known = { known: `1970-01-0${day}` };
      const selection = day % 2 === 0 ? {} : { objects: [1, 3, 10] };
      const histories = await elementHistories(store, known, selection);
      const last = histories.filter(({ elements }, i) => elements.id !== histories[i + 1]?.elements.id);
      expect(await latestElementSets(store, known, selection)).toEqual(last);
    }
  });
});
