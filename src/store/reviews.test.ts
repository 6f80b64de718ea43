import { expect, test } from "vitest";
import type { Review } from "#model/review.ts";
import { appendReview, reviewsStanding } from "./reviews.ts";
import { onEachStore } from "./testing/each-store.ts";
import { NOW } from "./testing/samples.ts";

const review = (report: string, decided: Review["decided"]): Review => ({
  ...{ report, decided, entered: null, by: "analyst", note: "", at: NOW },
});

onEachStore(({ open }) => {
  test("the last decision on a report stands, and what was undone has none", async () => {
    const store = await open();
    const rejected = { verdict: "rejected", because: "misread" } as const;
    await appendReview(store, review("a", rejected));
    await appendReview(store, review("b", rejected));
    await appendReview(store, review("a", { verdict: "accepted", correction: { kind: "arrest" } }));
    await appendReview(store, review("b", { verdict: "undone" }));
    expect(await reviewsStanding(store, NOW.slice(0, 10))).toEqual([
      review("a", { verdict: "accepted", correction: { kind: "arrest" } }),
    ]);
  });

  test("a decision of a later day leaves standing what was decided before it", async () => {
    const store = await open();
    const before = review("a", { verdict: "rejected", because: "misread" });
    await appendReview(store, before);
    await appendReview(store, { ...before, decided: { verdict: "undone" }, at: "2027-01-01T00:00:00.000Z" });
    expect(await reviewsStanding(store, "2026-11-22")).toEqual([]);
    expect(await reviewsStanding(store, "2026-12-31")).toEqual([before]);
    expect(await reviewsStanding(store, "2027-01-01")).toEqual([]);
  });
});
