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
    expect(await reviewsStanding(store)).toEqual([
      review("a", { verdict: "accepted", correction: { kind: "arrest" } }),
    ]);
  });
});
