import fc from "fast-check";
import { expect, test } from "vitest";
import type { Client } from "#model/client.ts";
import type { Notice } from "#model/notice.ts";
import type { Warning, WarningState } from "#model/warning.ts";
import { changeItem, changesDue, changesWithdrawn, itemNow } from "./changes-due.ts";

const client = (changed: Partial<Client> = {}): Client => ({
  ...{ id: "desk", name: "Desk", to: "file:///srv/out", since: "2026-06-01", from: "warning" },
  ...{ ceiling: "TLP:CLEAR", brief: "never", ...changed },
});

/** A warning that went through those states, one a month from January 2026 on. */
function warningOf(...states: WarningState[]): Warning {
  const steps = states.slice(1).map((to, i) => ({
    ...{ on: `2026-${String(i + 1).padStart(2, "0")}-28`, from: states[i]!, to, because: "" },
  }));
  return {
    ...{ id: "espionage-2026-01", scenario: "espionage", state: states.at(-1)!, steps },
    ...{ openedOn: steps[0]!.on, changedOn: steps.at(-1)!.on, signal: 0.5, withinYear: 0.6 },
    ...{ expected: { from: null, median: null, to: null }, movedBy: [], wouldLower: [], wouldDecide: null },
  };
}

const told = (item: string, outcome: Notice["outcome"] = "told"): Notice => ({
  ...{ client: "desk", item, title: "", marking: "TLP:CLEAR", at: "2026-06-01T00:00:00.000Z", outcome },
  ...{ fault: null, tries: 1, notBefore: null },
});

test("a client is told where an open warning stands, and from its day on every change up to and down from its state", () => {
  const warning = warningOf("quiet", "watch", "warning", "critical", "warning", "watch", "resolved");
  const days = (changed: Partial<Client>, one = warning) =>
    changesDue([one], client(changed), "2026-12-31").map(({ step }) => `${step.on.slice(5, 7)} ${step.to}`);
  expect(days({ since: "2026-01-01" })).toEqual(["02 warning", "03 critical", "04 warning", "05 watch"]);
  expect(days({ since: "2026-04-01" })).toEqual(["04 warning", "05 watch"]);
  expect(days({ since: "2026-01-01", from: "critical" })).toEqual(["03 critical", "04 warning"]);
  expect(days({ since: "2026-07-01" })).toEqual([]);
  const open = warningOf("quiet", "watch", "warning", "critical");
  expect(days({ since: "2026-07-01" }, open)).toEqual(["03 critical"]);
  expect(days({ since: "2026-07-01" }, warningOf("quiet", "watch"))).toEqual([]);
  expect(days({ since: "2026-01-01", scenarios: ["legal"] })).toEqual([]);
});

test("what was told and is in the record no more is withdrawn, and nothing else", () => {
  const warning = warningOf("quiet", "watch", "warning");
  const kept = told(changeItem(warning.id, warning.steps[1]!));
  const gone = told("change/espionage-2026-01/2026-03/critical");
  const others = [told("brief/b"), told("change/never-sent", "failed")];
  expect(changesWithdrawn([warning], [kept, gone, ...others])).toEqual([gone]);
});

test("a rise is told at once, a fall when its month is over", () => {
  const warning = warningOf("quiet", "warning", "critical", "warning");
  const told = (asOf: string) => changesDue([warning], client({ since: "2026-01-01" }), asOf).length;
  expect([told("2026-03-28"), told("2026-03-30"), told("2026-03-31"), told("2026-04-01")]).toEqual([
    2, 2, 3, 3,
  ]);
});

test("a change that was taken back and comes again is told again, under another name", () => {
  const item = "change/a/2026-03/watch";
  expect(itemNow(item, [told(item)])).toBe(item);
  const back = [told(item), told(`withdrawn/${item}`)];
  expect(itemNow(item, back)).toBe(`${item}~2`);
  expect(itemNow(item, [...back, told(`${item}~2`), told(`withdrawn/${item}~2`)])).toBe(`${item}~3`);
  expect(itemNow(item, [...back, told(`withdrawn/${item}~2`, "failed")])).toBe(`${item}~2`);
});

test("who asks from a lower state is told everything that one who asks from a higher state is", () => {
  const state = fc.constantFrom<WarningState>("quiet", "watch", "warning", "critical", "resolved");
  fc.assert(
    fc.property(
      fc.array(state, { minLength: 2, maxLength: 12 }),
      fc.integer({ min: 1, max: 12 }),
      (states, month) => {
        const since = `2026-${String(month).padStart(2, "0")}-01`;
        const items = (["watch", "warning", "critical"] as const).map(
          (from) =>
            new Set(
              changesDue([warningOf(...states)], client({ from, since }), "2026-12-31").map(
                ({ item }) => item,
              ),
            ),
        );
        const isWithin = (few: Set<string>, many: Set<string>) => [...few].every((item) => many.has(item));
        expect(isWithin(items[1]!, items[0]!) && isWithin(items[2]!, items[1]!)).toBe(true);
      },
    ),
  );
});
