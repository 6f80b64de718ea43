import { expect, test } from "vitest";
import { appendReply, claimRequest, requestsOf } from "./requests.ts";
import type { Store } from "./store.ts";
import { onEachStore } from "./testing/each-store.ts";

const HOUR = { everyMs: 3_600_000, isRetry: false, budget: [{ requests: 3, perMs: 60_000 }] };
const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 10, 23, 12, minute, second)).toISOString();

function claim(store: Store, source: string, when: string, manners = HOUR) {
  return claimRequest(store, { source, host: "a.example", url: "https://a.example/", at: when }, manners);
}

onEachStore(({ open, place }) => {
  test("a source is asked once an interval, whoever asks and whether a reply came or not", async () => {
    const where = await place();
    const [one, other] = [await open(where), await open(where)];
    const claims = await Promise.all([claim(one, "x", at(0)), claim(other, "x", at(0))]);
    expect(claims.filter((claimed) => "seq" in claimed)).toHaveLength(1);
    expect(claims.find((claimed) => "notBefore" in claimed)).toEqual({ notBefore: at(60) });
    expect(await claim(other, "x", at(59, 59))).toEqual({ notBefore: at(60) });
    expect(await claim(other, "x", at(60))).toHaveProperty("seq");
  });

  test("a host bears so many requests in a time, of all sources together", async () => {
    const store = await open();
    for (const [i, source] of ["x", "y", "z"].entries())
      expect(await claim(store, source, at(0, i))).toHaveProperty("seq");
    expect(await claim(store, "w", at(0, 30))).toEqual({ notBefore: at(1) });
    expect(await claim(store, "w", at(1))).toHaveProperty("seq");
    expect(await claim(store, "v", at(1))).toEqual({ notBefore: at(1, 1) });
  });

  test("a pause after a failure holds until it is over, or until a person waives it", async () => {
    const store = await open();
    const claimed = await claim(store, "x", at(0));
    const reply = { at: at(1), outcome: "failed", fault: "HTTP 403", notBefore: at(300) } as const;
    await appendReply(store, "seq" in claimed ? claimed.seq : 0, reply);
    expect(await claim(store, "x", at(61))).toEqual({ notBefore: at(300) });
    expect(await claim(store, "x", at(59), { ...HOUR, isRetry: true })).toEqual({ notBefore: at(60) });
    expect(await claim(store, "x", at(61), { ...HOUR, isRetry: true })).toHaveProperty("seq");
    expect(await requestsOf(store, "x")).toEqual([
      { at: at(0), url: "https://a.example/", reply },
      { at: at(61), url: "https://a.example/", reply: null },
    ]);
  });
});
