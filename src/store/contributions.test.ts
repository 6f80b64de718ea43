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
});
