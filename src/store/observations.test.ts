import fc from "fast-check";
import { expect, test } from "vitest";
import type { AsOf, Observation } from "#model/observation.ts";
import { addObservations, syncOrigin } from "./imports.ts";
import { observationOf, observationsKnown } from "./observations.ts";
import type { Store } from "./store.ts";
import { onEachStore } from "./testing/each-store.ts";
import { batch, EVER, NOW, observation } from "./testing/samples.ts";

const DAYS = ["2020-01-01", "2020-06-01", "2020-06-02", "2021-03-04", "2024-12-31"];
/** Upper and lower case, digits and signs: orders that a server's language would sort differently. */
const IDS = ["a", "B", "b-1", "b.1", "C", "c/2", "Z:9", "_z", "MS-0001", "ms-0002"];

const day = fc.constantFrom(...DAYS);
const record = fc.record({
  id: fc.constantFrom(...IDS),
  knownAt: day,
  claim: fc.constantFrom("x", "y", "z"),
});
const said = record.map(({ id, ...changed }) => observation(id, changed));
const distinct = fc.uniqueArray(said, { selector: ({ id }) => id });

const read = async (store: Store, asOf: AsOf) =>
  (await observationsKnown(store, asOf)).map((recorded) => recorded.observation);
const byDayAndId = (a: Observation, b: Observation) =>
  a.knownAt < b.knownAt ? -1 : a.knownAt > b.knownAt ? 1 : a.id < b.id ? -1 : 1;
const at = (minute: number) => new Date(Date.parse(NOW) + minute * 60_000).toISOString();

onEachStore(({ open, dialect }) => {
  const runs = { numRuns: dialect === "sqlite" ? 100 : 15 };

  test("any split of the imports, in any order and with any overlap, reads the same", async () => {
    const parts = distinct.chain((all) =>
      fc.record({
        all: fc.constant(all),
        parts: fc.array(fc.shuffledSubarray(all), { maxLength: 5 }),
        rest: fc.shuffledSubarray(all, { minLength: all.length }),
        known: day,
      }),
    );
    await fc.assert(
      fc.asyncProperty(parts, async ({ all, parts, rest, known }) => {
        const store = await open();
        for (const part of [...parts, rest]) await addObservations(store, batch(part));
        expect(await read(store, { known })).toEqual(
          all.filter(({ knownAt }) => knownAt <= known).sort(byDayAndId),
        );
        await store.close();
      }),
      runs,
    );
  });

  test("what becomes known later never changes an earlier reading", async () => {
    await fc.assert(
      fc.asyncProperty(distinct, day, async (all, known) => {
        const store = await open();
        const early = all.filter(({ knownAt }) => knownAt <= known);
        await addObservations(store, batch(early));
        const before = await observationsKnown(store, { known });
        await addObservations(store, batch(all.filter(({ knownAt }) => knownAt > known)));
        expect(await observationsKnown(store, { known })).toEqual(before);
        await store.close();
      }),
      runs,
    );
  });

  test("every past state can be read again: as known on any day, as recorded at any time", async () => {
    const step = fc.record({ origin: fc.constantFrom("one", "two"), sync: fc.boolean(), said: distinct });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        const store = await open();
        const states: Map<string, { origin: string; observation: Observation }>[] = [];
        for (const [minute, { origin, sync, said }] of steps.entries()) {
          const state = new Map(states.at(-1));
          if (sync) {
            for (const [id, held] of state) if (held.origin === origin) state.delete(id);
          }
          for (const observation of said) {
            const held = states.at(-1)?.get(observation.id);
            const isDuplicate = !sync && JSON.stringify(held?.observation) === JSON.stringify(observation);
            if (!isDuplicate) state.set(observation.id, { origin, observation });
          }
          states.push(state);
          const imported = batch(said, { origin, recordedAt: at(minute) });
          await (sync ? syncOrigin : addObservations)(store, imported);
        }
        for (const [minute, state] of states.entries()) {
          for (const known of DAYS) {
            const expected = [...state.values()]
              .map((held) => held.observation)
              .filter(({ knownAt }) => knownAt <= known)
              .sort(byDayAndId);
            expect(await read(store, { known, recorded: at(minute) })).toEqual(expected);
          }
        }
        await store.close();
      }),
      runs,
    );
  });

  test("a correction that moves the day it became known moves it in every replay", async () => {
    const store = await open();
    await addObservations(store, batch([observation("a", { knownAt: "2020-01-01" })]));
    await addObservations(store, batch([observation("a", { knownAt: "2021-03-04" })], { recordedAt: at(1) }));
    expect(await read(store, { known: "2020-06-01" })).toEqual([]);
    expect(await read(store, { known: "2020-06-01", recorded: NOW })).toHaveLength(1);
  });

  test("one observation is read by its id as of then", async () => {
    const store = await open();
    await addObservations(store, batch([observation("a", { knownAt: "2020-06-01" })]));
    expect((await observationOf(store, "a", EVER))?.observation.id).toBe("a");
    expect(await observationOf(store, "a", { known: "2020-05-31" })).toBeNull();
    expect(await observationOf(store, "b", EVER)).toBeNull();
  });

  test("streams narrow what is read, and no stream reads nothing", async () => {
    const store = await open();
    await addObservations(store, batch([observation("a"), observation("b", { stream: "legal" })]));
    const ids = async (streams: string[]) =>
      (await observationsKnown(store, EVER, { streams })).map((one) => one.observation.id);
    expect(await ids(["legal", "cyber"])).toEqual(["b"]);
    expect(await ids([])).toEqual([]);
  });
});
