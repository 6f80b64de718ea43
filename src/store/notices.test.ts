import { expect, test } from "vitest";
import type { Notice } from "#model/notice.ts";
import { appendNotice, claimNotice, noticesStanding } from "./notices.ts";
import { onEachStore } from "./testing/each-store.ts";

const notice = (changed: Partial<Notice> = {}): Notice => ({
  ...{ client: "desk", item: "change/a", title: "A", marking: "TLP:CLEAR", tries: 1 },
  ...{
    at: "2026-11-29T07:00:00.000Z",
    outcome: "sending",
    fault: null,
    notBefore: "2026-11-29T07:10:00.000Z",
  },
  ...changed,
});

onEachStore(({ place, open }) => {
  test("a thing is begun once, again only when its time has come, and never once it is told", async () => {
    const store = await open();
    expect(await claimNotice(store, notice())).toBe(true);
    expect(await claimNotice(store, notice({ at: "2026-11-29T07:09:00.000Z" }))).toBe(false);
    const second = notice({ at: "2026-11-29T07:11:00.000Z", tries: 2, notBefore: null });
    expect(await claimNotice(store, second)).toBe(true);
    await appendNotice(store, { ...second, outcome: "told" });
    expect(await claimNotice(store, { ...second, at: "2027-01-01T00:00:00.000Z" })).toBe(false);
    expect(await noticesStanding(store)).toEqual([{ ...second, outcome: "told" }]);
  });

  test("two that begin at the same time do not both begin, and other clients are told all the same", async () => {
    const shared = await place();
    const [one, other] = [await open(shared), await open(shared)];
    const begun = await Promise.all([claimNotice(one, notice()), claimNotice(other, notice())]);
    expect(begun.toSorted()).toEqual([false, true]);
    expect(await claimNotice(one, notice({ client: "ministry" }))).toBe(true);
    expect(await noticesStanding(other)).toHaveLength(2);
  });
});
