import { expect, test } from "vitest";
import { gravestFirst, isOpen } from "./gravity.ts";

test("the gravest warning stands first, the latest among equals", () => {
  const warnings = [
    { state: "watch", changedOn: "2026-09-30" },
    { state: "critical", changedOn: "2021-01-31" },
    { state: "resolved", changedOn: "2026-10-31" },
    { state: "critical", changedOn: "2025-12-31" },
  ] as const;
  expect(gravestFirst(warnings).map(({ changedOn }) => changedOn)).toEqual([
    "2025-12-31",
    "2021-01-31",
    "2026-09-30",
    "2026-10-31",
  ]);
  expect(warnings.filter(isOpen)).toHaveLength(3);
});
