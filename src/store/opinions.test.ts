import { expect, test } from "vitest";
import type { Opinion } from "#model/opinion.ts";
import { lastChange } from "./counts.ts";
import { appendOpinion, opinionOf, opinionsGiven } from "./opinions.ts";
import { onEachStore } from "./testing/each-store.ts";

const opinion = (id: string, at: string, changed: Partial<Opinion> = {}): Opinion => ({
  ...{ id, kind: "gloss", model: "m", refused: null, at, answer: { kind: "gloss", gloss: id } },
  sentence: {
    ...{ text: "签署协议", language: "zh", capture: "a", from: 3, to: 7, url: "", source: "CNSA" },
    ...{ reliability: "C", marking: "TLP:CLEAR", knownAt: "2026-11-01" },
  },
  ...changed,
});

onEachStore(({ open }) => {
  test("a question is answered once, and an earlier day knows no later answer", async () => {
    const store = await open();
    await appendOpinion(store, opinion("first", "2026-11-20T10:00:00.000Z"));
    await appendOpinion(store, opinion("first", "2026-11-21T10:00:00.000Z", { model: "other" }));
    await appendOpinion(store, opinion("second", "2026-11-22T10:00:00.000Z", { kind: "sentence" }));
    expect((await opinionOf(store, "first"))?.model).toBe("m");
    const ids = async (selection: Parameters<typeof opinionsGiven>[1]) =>
      (await opinionsGiven(store, selection)).map(({ id }) => id);
    expect(await ids({ by: "2026-11-22" })).toEqual(["second", "first"]);
    expect(await ids({ by: "2026-11-20" })).toEqual(["first"]);
    expect(await ids({ by: "2026-11-22", kinds: ["sentence"] })).toEqual(["second"]);
    expect(await ids({ by: "2026-11-22", on: "签署协议" })).toHaveLength(2);
    expect(await ids({ by: "2026-11-22", on: "签署" })).toEqual([]);
  });

  test("an opinion changes nothing that a judgement rests on", async () => {
    const store = await open();
    const before = await lastChange(store);
    await appendOpinion(store, opinion("first", "2026-11-20T10:00:00.000Z"));
    expect(await lastChange(store)).toBe(before);
  });
});
