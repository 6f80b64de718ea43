import { expect, test } from "vitest";
import type { ActivityOnDay } from "#model/activity.ts";
import { commandLine, EXAMPLE, temporaryFolder } from "../testing/recorded-shell.ts";

const tocsin = commandLine(temporaryFolder());

test("an activity is told by its faces, as known on a day, with what of them has changed", async () => {
  const { out } = await tocsin("activity", "--as-of", "2026-11-01", "--json");
  const { faces, cases, now, before } = JSON.parse(out) as ActivityOnDay;
  const [sponsor, , target] = faces;
  expect(sponsor!.values.map(({ value }) => value)).toEqual(expect.arrayContaining(["CHN", "RUS"]));
  expect(sponsor!.p).toBeLessThan(0.05);
  expect(target!.values.map(({ value }) => value)).toContain("technology of firms and laboratories");
  expect(now! + before!).toBeLessThan(cases.length);
  const inWords = await tocsin("activity", "--as-of", "2026-11-01");
  expect(inWords.out).toMatch(
    /^Intelligence activity in NATO and EU states: \d+ cases in the 3 years to 2026-05-07/,
  );
  expect(inWords.out).toMatch(/Changed \(p [\d.<]+\): /);
});

test("a watch that follows no activity says so", async () => {
  const { out, exitCode } = await tocsin("activity", "--watch", EXAMPLE);
  expect({ out, exitCode }).toEqual({ out: "This watch follows no activity.", exitCode: 0 });
});
