import fc from "fast-check";
import { expect, test } from "vitest";
import type { Offered } from "../stix/stix-object.ts";
import { selectObjects } from "./select-objects.ts";

const day = (n: number) => `2026-01-${String(n).padStart(2, "0")}T00:00:00.000Z`;
const offer = (id: string, version: number, added: number): Offered => ({
  object: { type: "report", spec_version: "2.1", id, created: day(1), modified: day(version) },
  addedAt: day(added),
});
const LAST = { versions: ["last"], limit: 100 };

const some = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 28 })), {
    selector: String,
  })
  .chain((made) =>
    fc.tuple(
      ...made.map(([id, version]) =>
        fc.integer({ min: version, max: 28 }).map((added) => offer(`report--${id}`, version, added)),
      ),
    ),
  );

test("the pages together are the whole, each object once, in the order in which they were added", () => {
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 7 }), (offered, limit) => {
      const paged: Offered[] = [];
      for (let next: string | undefined; ;) {
        const page = selectObjects(offered, { versions: ["all"], limit, next });
        paged.push(...page.objects);
        if (page.next === null) break;
        next = page.next;
      }
      expect(paged).toEqual(selectObjects(offered, { versions: ["all"], limit: 1000 }).objects);
      expect(new Set(paged)).toEqual(new Set(offered));
      const added = paged.map(({ addedAt }) => addedAt);
      expect(added).toEqual(added.toSorted());
    }),
  );
});

test("only what was added later, exactly", () => {
  const offered = [offer("report--a", 1, 1), offer("report--b", 1, 2)];
  const ids = (after: string) =>
    selectObjects(offered, { ...LAST, addedAfterMs: Date.parse(after) }).objects.map(
      ({ object }) => object.id,
    );
  expect([ids("2025-12-31T00:00:00Z"), ids(day(1)), ids(day(2))]).toEqual([
    ["report--a", "report--b"],
    ["report--b"],
    [],
  ]);
});

test("the last version unless others are asked for", () => {
  const offered = [offer("report--a", 1, 1), offer("report--a", 5, 5), offer("report--a", 9, 9)];
  const versions = (...wanted: string[]) =>
    selectObjects(offered, { versions: wanted, limit: 9 }).objects.map(({ object }) => object.modified);
  expect(versions("last")).toEqual([day(9)]);
  expect(versions("first")).toEqual([day(1)]);
  expect(versions("first", "last")).toEqual([day(1), day(9)]);
  expect(versions("2026-01-05T00:00:00Z")).toEqual([day(5)]);
  expect(versions("all")).toHaveLength(3);
});
