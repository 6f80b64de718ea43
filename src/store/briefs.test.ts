import { expect, test } from "vitest";
import { acknowledgementsOf, appendAcknowledgement } from "./acknowledgements.ts";
import { appendBrief, briefBefore, briefOf, briefsWritten } from "./briefs.ts";
import { storeCounts } from "./counts.ts";
import { onEachStore } from "./testing/each-store.ts";
import { brief, NOW } from "./testing/samples.ts";

onEachStore(({ open }) => {
  test("the brief before a day is the latest about an earlier one, as last appended", async () => {
    const store = await open();
    const revised = { ...brief("b2", "2026-02-01"), title: "Revised" };
    for (const one of [
      brief("b3", "2026-03-01"),
      brief("b1", "2026-01-01"),
      brief("b2", "2026-02-01"),
      revised,
    ]) {
      await appendBrief(store, one, NOW);
    }
    expect(await briefBefore(store, "2026-03-01")).toEqual(revised);
    expect(await briefBefore(store, "2026-03-02")).toEqual(brief("b3", "2026-03-01"));
    expect(await briefBefore(store, "2026-01-01")).toBeNull();
    expect(await briefOf(store, "b2")).toEqual(revised);
    expect(await briefOf(store, "b4")).toBeNull();
  });

  test("the briefs written last are told with when they were first written and last changed", async () => {
    const store = await open();
    const at = (day: number) => `2026-01-0${day}T00:00:00.000Z`;
    const changed = { ...brief("b1", "2026-01-01"), title: "Revised" };
    await appendBrief(store, brief("b1", "2026-01-01"), at(1));
    await appendBrief(store, brief("b2", "2026-02-01"), at(2));
    await appendBrief(store, changed, at(3));
    await appendBrief(store, brief("b3", "2026-03-01"), at(4));
    const [first, second] = [
      { brief: brief("b2", "2026-02-01"), writtenAt: at(2), changedAt: at(2) },
      { brief: changed, writtenAt: at(1), changedAt: at(3) },
    ];
    expect(await briefsWritten(store, "2026-02-28", 9)).toEqual([first, second]);
    expect(await briefsWritten(store, "2026-02-28", 1)).toEqual([second]);
  });

  test("a brief that says the same is not appended again", async () => {
    const store = await open();
    await appendBrief(store, brief("b", "2026-01-01"), NOW);
    await appendBrief(store, brief("b", "2026-01-01"), "2026-12-01T00:00:00.000Z");
    expect((await storeCounts(store)).briefs).toBe(1);
  });

  test("acknowledgements come back in the order they were made, only those asked for", async () => {
    const store = await open();
    const all = ["w1", "w2", "w1", "w3"].map((warning, i) => ({
      warning,
      by: "analyst",
      at: NOW,
      note: `${i}`,
    }));
    for (const one of all) await appendAcknowledgement(store, one);
    expect(await acknowledgementsOf(store, ["w1", "w3"], "2099-12-31")).toEqual([all[0], all[2], all[3]]);
    expect(await acknowledgementsOf(store, [], "2099-12-31")).toEqual([]);
    expect(await acknowledgementsOf(store, ["w1"], "2026-11-22")).toEqual([]);
  });
});
