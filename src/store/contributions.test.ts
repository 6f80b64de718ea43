import { expect, test } from "vitest";
import type { Contribution } from "#model/contribution.ts";
import { appendContribution, appendVetting, contributions } from "./contributions.ts";
import { onEachStore } from "./testing/each-store.ts";
import { NOW } from "./testing/samples.ts";

const LATER = "2026-11-25T12:00:00.000Z";
const SAID: Contribution = {
  ...{ contributor: "harbour-watch", title: "A ship", text: "It waits off the landing.", url: "" },
  marking: "TLP:GREEN",
};

onEachStore(({ open }) => {
  test("a contribution stays in quarantine until the latest decision, and earlier ones stay written", async () => {
    const store = await open();
    const id = await appendContribution(store, SAID, NOW);
    expect(await contributions(store)).toEqual([{ id, contribution: SAID, receivedAt: NOW, vetting: null }]);
    await appendVetting(store, id, { decision: "rejected", by: "a", note: "", at: NOW });
    const anew = { decision: "accepted", by: "b", note: "seen", at: LATER } as const;
    await appendVetting(store, id, anew);
    expect(await contributions(store)).toMatchObject([{ vetting: anew }]);
    expect(await store.db.selectFrom("vettings").selectAll().execute()).toHaveLength(2);
  });

  test("what is received or decided on a later day is not known before", async () => {
    const store = await open();
    const id = await appendContribution(store, SAID, NOW);
    await appendVetting(store, id, { decision: "rejected", by: "a", note: "", at: LATER });
    await appendContribution(store, { ...SAID, contributor: "other" }, LATER);
    expect(await contributions(store, "2026-11-22")).toEqual([]);
    expect(await contributions(store, "2026-11-24")).toMatchObject([{ id, vetting: null }]);
    expect(await contributions(store, "2026-11-25")).toHaveLength(2);
  });

  test("the same said by the same hand is one contribution, by another hand a second", async () => {
    const store = await open();
    const id = await appendContribution(store, SAID, NOW);
    expect(await appendContribution(store, SAID, LATER)).toBe(id);
    await appendContribution(store, { ...SAID, contributor: "other" }, LATER);
    const all = await contributions(store);
    expect(all.map(({ contribution, receivedAt }) => [contribution.contributor, receivedAt])).toEqual([
      ["other", LATER],
      ["harbour-watch", NOW],
    ]);
  });

  test("a decision that was taken back stands no more", async () => {
    const store = await open();
    const id = await appendContribution(store, SAID, NOW);
    for (const decision of ["rejected", "undone"] as const) {
      await appendVetting(store, id, { decision, by: "a", note: "", at: NOW });
    }
    expect(await contributions(store)).toMatchObject([{ vetting: null }]);
  });

  test("what is not admitted is not kept, and that is decided knowing what came since the moment asked for", async () => {
    const store = await open();
    await appendContribution(store, SAID, NOW);
    const told: unknown[] = [];
    const admission = {
      since: NOW,
      admit: (before: unknown) => {
        told.push(before);
        throw new RangeError("too much");
      },
    };
    const more = appendContribution(store, { ...SAID, title: "Another" }, LATER, admission);
    await expect(more).rejects.toThrow("too much");
    expect(await appendContribution(store, SAID, LATER, admission)).toMatch(/^[0-9a-f]{64}$/);
    expect(told).toEqual([[{ contributor: "harbour-watch", at: NOW }]]);
    expect(await contributions(store)).toHaveLength(1);
  });
});
