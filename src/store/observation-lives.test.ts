import { expect, test } from "vitest";
import { syncOrigin } from "./imports.ts";
import { observationLives } from "./observation-lives.ts";
import { onEachStore } from "./testing/each-store.ts";
import { batch, observation } from "./testing/samples.ts";

onEachStore(({ open }) => {
  test("a life runs from the first version to the last word, and a withdrawn one keeps what it last said", async () => {
    const store = await open();
    const at = (day: number) => `2026-01-0${day}T00:00:00.000Z`;
    const [a, b, later] = [observation("A"), observation("B"), observation("C", { knownAt: "2026-06-01" })];
    const corrected = { ...a, claim: "Corrected" };
    await syncOrigin(store, batch([a, b, later], { recordedAt: at(1) }));
    await syncOrigin(store, batch([corrected, b, later], { recordedAt: at(2) }));
    await syncOrigin(store, batch([corrected, later], { recordedAt: at(3) }));
    expect(await observationLives(store, "2026-05-31")).toEqual([
      { observation: corrected, createdAt: at(1), changedAt: at(2), withdrawn: false },
      { observation: b, createdAt: at(1), changedAt: at(3), withdrawn: true },
    ]);
  });
});
