import { expect, test } from "vitest";
import { addObservations } from "./imports.ts";
import { markingsHeld } from "./markings-held.ts";
import { onEachStore } from "./testing/each-store.ts";
import { batch, observation } from "./testing/samples.ts";

onEachStore(({ open }) => {
  test("what was marked strictly once counts there for good: an earlier day shows it so", async () => {
    const store = await open();
    expect(await markingsHeld(store)).toEqual(new Map());
    const marked = (marking: "TLP:RED" | "TLP:GREEN") => observation("a", { marking });
    await addObservations(store, batch([marked("TLP:RED"), observation("b", { marking: "TLP:GREEN" })]));
    await addObservations(store, batch([marked("TLP:GREEN")], { recordedAt: "2026-11-24T12:00:00.000Z" }));
    expect(await markingsHeld(store)).toEqual(
      new Map([
        ["TLP:GREEN", 2],
        ["TLP:RED", 1],
      ]),
    );
  });
});
