import { expect, test } from "vitest";
import type { SpaceObject } from "#model/space-object.ts";
import { addSpaceObjects, spaceObjectsKnown } from "./space-objects.ts";
import type { Store } from "./store.ts";
import { onEachStore } from "./testing/each-store.ts";
import { capture, EVER, NOW, VANGUARD } from "./testing/samples.ts";

function add(store: Store, objects: readonly SpaceObject[], catalogue = "satcat", recordedAt = NOW) {
  const of = capture(JSON.stringify(objects));
  return addSpaceObjects(store, { catalogue, capture: of, objects, rejects: [], recordedAt });
}

onEachStore(({ open }) => {
  test("each catalogue keeps what it says, and a new version only where that changes", async () => {
    const store = await open();
    expect(await add(store, [VANGUARD, { ...VANGUARD, id: 6 }])).toMatchObject({ added: 2, duplicate: 0 });
    const later = "2026-11-24T12:00:00.000Z";
    const named = [VANGUARD, { ...VANGUARD, id: 6, name: "RENAMED" }];
    expect(await add(store, named, "satcat", later)).toMatchObject({ added: 0, corrected: 1, duplicate: 1 });
    expect(await add(store, [VANGUARD], "gcat")).toMatchObject({ added: 1 });
    const names = async (known: string, catalogue: string) =>
      (await spaceObjectsKnown(store, { known }, catalogue)).map(({ object }) => object.name).sort();
    expect(await names("2026-11-23", "satcat")).toEqual(["VANGUARD 1", "VANGUARD 1"]);
    expect(await names("2026-11-24", "satcat")).toEqual(["RENAMED", "VANGUARD 1"]);
    expect(await names("2026-11-22", "satcat")).toEqual([]);
    expect(await spaceObjectsKnown(store, EVER, "satcat", [6, 99])).toMatchObject([
      { object: { name: "RENAMED" } },
    ]);
    expect(await spaceObjectsKnown(store, EVER, "gcat")).toEqual([
      { object: VANGUARD, catalogue: "gcat", recordedAt: NOW },
    ]);
  });
});
