import { expect, test } from "vitest";
import type { PartnershipOnDay } from "#model/partnership.ts";
import { commandLine, EXAMPLE, temporaryFolder } from "../testing/recorded-shell.ts";

const tocsin = commandLine(temporaryFolder());

test("the partnership of the default watch is told by the day, down to observations", async () => {
  const { out } = await tocsin("partnership", "--as-of", "2026-11-01", "--json");
  const told = JSON.parse(out) as PartnershipOnDay;
  expect(told.between).toEqual(["CHN", "RUS"]);
  const { on, cooperation, divergence } = told.path.at(-1)!;
  const inWindow = told.events.filter((event) => event.on > "2023-09-10" && event.on <= on);
  expect([on, cooperation + divergence]).toEqual(["2026-09-10", inWindow.length]);
  expect(told.rungs.at(-1)).toMatchObject({ statement: "A treaty binds each to defend the other", seen: [] });
  const inWords = await tocsin("partnership", "--as-of", "2026-11-01");
  expect(inWords.out).toMatch(/^Of \d+ events in the 3 years to 2026-09-10, \d+ were cooperation/);
});

test("a watch that follows no partnership says so", async () => {
  const { out, exitCode } = await tocsin("partnership", "--watch", EXAMPLE);
  expect([exitCode, out]).toEqual([0, "This watch does not say whose partnership it follows."]);
});
