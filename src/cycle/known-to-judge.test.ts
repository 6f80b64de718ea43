import fc from "fast-check";
import { expect, test } from "vitest";
import { addObservations, observationsKnown, openStore, syncOrigin } from "#store/index.ts";
import { batch, observation } from "#store/testing/samples.ts";
import { knownToJudge } from "./known-to-judge.ts";

const DAYS = ["2020-01-01", "2020-06-01", "2021-03-04", "2024-12-31"];
const day = fc.constantFrom(...DAYS);
const said = fc
  .record({ id: fc.constantFrom("a", "b", "c", "d"), knownAt: day, claim: fc.constantFrom("x", "y") })
  .map(({ id, ...changed }) => observation(id, changed));
const distinct = fc.uniqueArray(said, { selector: ({ id }) => id });

test("whatever is added, corrected or withdrawn between two judgements, each rests on what the store holds", async () => {
  const steps = fc.array(fc.record({ rows: distinct, replaces: fc.boolean(), known: day }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const store = await openStore({ file: ":memory:" });
      for (const { rows, replaces, known } of sequence) {
        await (replaces ? syncOrigin : addObservations)(store, batch(rows));
        expect(await knownToJudge(store, known)).toEqual(await observationsKnown(store, { known }));
      }
      await store.close();
    }),
  );
});

test("what a machine read bears on nothing until an analyst has looked at it", async () => {
  const store = await openStore({ file: ":memory:" });
  const read = observation("r", { verified: "coded" });
  await addObservations(store, batch([read, observation("s", {})]));
  expect((await knownToJudge(store, "2026-01-01")).map(({ observation: { id } }) => id)).toEqual(["s"]);
  await store.close();
});
