import { expect, test } from "vitest";
import { lastChange, storeCounts } from "./counts.ts";
import { addObservations, syncOrigin } from "./imports.ts";
import { observationHistory, observationsKnown } from "./observations.ts";
import { rejectsOf } from "./rejects.ts";
import { searchObservations } from "./search.ts";
import type { Store } from "./store.ts";
import { onEachStore } from "./testing/each-store.ts";
import { batch, capture, EVER, NOW, observation, reject } from "./testing/samples.ts";

const LATER = "2026-11-24T12:00:00.000Z";
const nothing = { added: 0, corrected: 0, duplicate: 0, withdrawn: 0, rejected: 0 };
const idsIn = async (store: Store) =>
  (await observationsKnown(store, EVER)).map(({ observation: { id } }) => id);

onEachStore(({ open }) => {
  test("importing the same again adds nothing", async () => {
    const store = await open();
    const three = batch(["a", "b", "c"].map((id) => observation(id)));
    expect(await addObservations(store, three)).toEqual({ ...nothing, added: 3 });
    const before = await storeCounts(store);
    expect(await addObservations(store, { ...three, recordedAt: LATER })).toEqual({
      ...nothing,
      duplicate: 3,
    });
    expect(await storeCounts(store)).toEqual(before);
  });

  test("the change number grows with additions and withdrawals, and with nothing else", async () => {
    const store = await open();
    expect(await lastChange(store)).toBe(0);
    const file = batch([observation("a"), observation("b")]);
    await syncOrigin(store, file);
    const added = await lastChange(store);
    await syncOrigin(store, { ...file, recordedAt: LATER });
    expect(await lastChange(store)).toBe(added);
    await syncOrigin(store, { ...file, observations: [observation("a")], recordedAt: LATER });
    expect(await lastChange(store)).toBeGreaterThan(added);
  });

  test("a sync withdraws what its origin added since an equal sync", async () => {
    const store = await open();
    const nothingSaid = batch([]);
    await syncOrigin(store, nothingSaid);
    await addObservations(store, batch([observation("a")]));
    expect(await syncOrigin(store, nothingSaid)).toMatchObject({ withdrawn: 1 });
    expect(await idsIn(store)).toEqual([]);
  });

  test("the same claim read from another file is a duplicate and keeps its first evidence", async () => {
    const store = await open();
    const first = observation("a");
    const copy = { ...first, evidence: { ...first.evidence, capture: capture("copy").sha256 } };
    await addObservations(store, batch([first]));
    expect(await addObservations(store, batch([copy], { origin: "copy.csv" }))).toEqual({
      ...nothing,
      duplicate: 1,
    });
    expect((await observationsKnown(store, EVER))[0]?.observation).toEqual(first);
  });

  test("another claim under the same id appends a correction and keeps what was said", async () => {
    const store = await open();
    const corrected = observation("a", { claim: "Launch a fails" });
    await addObservations(store, batch([observation("a")]));
    expect(await addObservations(store, batch([corrected], { recordedAt: LATER }))).toEqual({
      ...nothing,
      corrected: 1,
    });
    const history = await observationHistory(store, "a");
    expect(history.map((step) => [step.version, step.recordedAt, step.recorded?.observation.claim])).toEqual([
      [1, NOW, "Launch a reaches orbit"],
      [2, LATER, "Launch a fails"],
    ]);
  });

  test("an id used twice in one import for different claims keeps the first and rejects the second", async () => {
    const store = await open();
    const other = observation("a", { claim: "Something else" });
    const twice = batch([observation("a"), observation("a"), other]);
    expect(await addObservations(store, twice)).toEqual({ ...nothing, added: 1, duplicate: 1, rejected: 1 });
    expect(await addObservations(store, twice)).toEqual({ ...nothing, duplicate: 2, rejected: 1 });
    expect(await rejectsOf(store)).toMatchObject([{ text: "Something else", line: 2 }]);
  });

  test("more rows than one statement can hold are stored whole and in order", async () => {
    const store = await open();
    const ids = Array.from({ length: 2501 }, (_, i) => `n${String(i).padStart(4, "0")}`);
    expect(await addObservations(store, batch(ids.map((id) => observation(id))))).toMatchObject({
      added: 2501,
    });
    expect(await idsIn(store)).toEqual(ids);
  });

  test("rejects are kept once with origin and reason", async () => {
    const store = await open();
    const of = capture("bad");
    const bad = { capture: of, rejects: [reject(of, 2), reject(of, 3)] };
    expect(await addObservations(store, batch([], bad))).toEqual({ ...nothing, rejected: 2 });
    await addObservations(store, batch([], { ...bad, recordedAt: LATER }));
    await addObservations(store, batch([], { ...bad, origin: "other" }));
    expect(await rejectsOf(store, "record/milestones.csv")).toEqual(
      [2, 3].map((line) => ({ ...reject(of, line), origin: "record/milestones.csv", recordedAt: NOW })),
    );
    expect(await rejectsOf(store)).toHaveLength(4);
  });

  test("a sync withdraws what its origin no longer says, and nothing of another origin", async () => {
    const store = await open();
    await syncOrigin(store, batch([observation("a"), observation("b")]));
    await addObservations(store, batch([observation("c")], { origin: "import" }));
    const shorter = batch([observation("a")], { recordedAt: LATER });
    expect(await syncOrigin(store, shorter)).toEqual({ ...nothing, duplicate: 1, withdrawn: 1 });
    expect(await idsIn(store)).toEqual(["a", "c"]);
    expect((await observationHistory(store, "b")).at(-1)).toEqual({
      version: 2,
      origin: "record/milestones.csv",
      recordedAt: LATER,
      recorded: null,
    });
  });

  test("what was withdrawn can be said again", async () => {
    const store = await open();
    await syncOrigin(store, batch([observation("a"), observation("b")]));
    await syncOrigin(store, batch([observation("a")]));
    expect(await syncOrigin(store, batch([observation("a"), observation("b")]))).toEqual({
      ...nothing,
      added: 1,
      duplicate: 1,
    });
    expect(await idsIn(store)).toEqual(["a", "b"]);
  });

  test("a sync equal to the origin's last one writes nothing", async () => {
    const store = await open();
    const of = capture("x");
    const file = batch([observation("a")], { capture: of, rejects: [reject(of, 9)] });
    await syncOrigin(store, file);
    const before = await storeCounts(store);
    const again = await syncOrigin(store, { ...file, recordedAt: LATER });
    expect(again).toEqual({ ...nothing, duplicate: 1, rejected: 1 });
    expect(await storeCounts(store)).toEqual(before);
  });

  test("the same bytes read differently are not mistaken for an unchanged file", async () => {
    const store = await open();
    const of = capture("id,actors\na,PRC");
    await syncOrigin(store, batch([observation("a", { actors: [] })], { capture: of }));
    expect(await syncOrigin(store, batch([observation("a")], { capture: of }))).toMatchObject({
      corrected: 1,
    });
  });

  test("a row moved from one record file to another survives, whichever is synced first", async () => {
    for (const order of [
      ["old", "new"],
      ["new", "old"],
    ]) {
      const store = await open();
      await syncOrigin(store, batch([observation("a")], { origin: "old" }));
      for (const origin of order) {
        await syncOrigin(store, batch(origin === "new" ? [observation("a")] : [], { origin }));
      }
      expect(await idsIn(store)).toEqual(["a"]);
    }
  });

  test("an import that fails midway leaves nothing behind", async () => {
    const store = await open();
    await addObservations(store, batch([observation("a")]));
    const before = await storeCounts(store);
    const rows = Array.from({ length: 1500 }, (_, i) => observation(`n${i}`));
    const unstorable = observation(null as unknown as string);
    await expect(addObservations(store, batch([...rows, unstorable]))).rejects.toThrow(/null/i);
    expect(await storeCounts(store)).toEqual(before);
  });

  test("texts with quotes, line breaks, emoji and every script come back as they were", async () => {
    const store = await open();
    const claim = `"O'Brien"; drop table x; --\n\tспутник 航天 🛰️ \u2028 %_\\`;
    await addObservations(store, batch([observation("a", { claim })]));
    expect((await observationsKnown(store, EVER))[0]?.observation.claim).toBe(claim);
  });

  test("texts that hold what databases dislike are stored and found", async () => {
    const store = await open();
    const odd = observation("a", { kind: "a\0b", claim: "x\0y \ud800", attributes: { __proto: "\0" } });
    await addObservations(store, batch([odd]));
    const found = await searchObservations(store, EVER, { kind: "a\0b", q: "y", limit: 1, offset: 0 });
    expect(found.items[0]?.observation).toEqual(odd);
  });
});
