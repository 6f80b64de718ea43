import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { ExposureOnDay } from "../../cycle/answers/exposure-on-day.ts";
import { commandLine, EXAMPLE, temporaryFolder } from "../testing/recorded-shell.ts";

const home = temporaryFolder();
const tocsin = commandLine(home);
const ESTATE = "examples/estates/northlight.yaml";

test("exposure tells what was seen by the day asked for, and what it would cost the operator", async () => {
  const on = async (day: string) => {
    const { out, err, exitCode } = await tocsin("exposure", "--estate", ESTATE, "--as-of", day, "--json");
    expect(exitCode, err).toBe(0);
    return JSON.parse(out) as ExposureOnDay;
  };
  const [then, now] = [await on("2019-12-31"), await on("2026-11-01")];
  for (const { id, sightings } of then.threats) {
    const later = now.threats.find((threat) => threat.id === id)!;
    expect(later.sightings.filter(({ on: day }) => day <= "2019-12-31").length).toBeGreaterThanOrEqual(
      sightings.length,
    );
    expect(sightings.every(({ on: day }) => day <= "2019-12-31")).toBe(true);
  }
  expect(now.estate!.exposure.services[1]!.cuts).toContainEqual({
    parts: ["svalbard", "tromso"],
    suppliers: ["ground-host"],
    countries: ["NOR"],
  });
  expect(now.estate!.exposure.open.length).toBeGreaterThan(0);
});

test("a person reads the same in tables, and without an estate what was seen alone", async () => {
  const { out } = await tocsin("exposure", "--estate", ESTATE, "--as-of", "2026-11-01");
  expect(out).toMatch(/imagery +svalbard \+ tromso +ground-host, NOR/);
  const alone = await tocsin("exposure", "--as-of", "2026-11-01");
  expect(alone.out).toMatch(/jamming +\d+ +\d{4}-\d\d-\d\d +[\d.]+ \([\d.]+–[\d.]+\)/);
  expect(alone.out).toMatch(/Of no operator in particular/);
});

test("an estate that is wrong is told in one line, and a watch without threats says so", async () => {
  const file = path.join(home, "wrong.yaml");
  writeFileSync(file, "id: x\nname: X\nparts: []\nservices: []\n");
  const wrong = await tocsin("exposure", "--estate", file);
  expect(wrong.exitCode).toBe(1);
  expect(wrong.err).toMatch(/wrong\.yaml:3:\d+: parts is/);
  const absent = await tocsin("exposure", "--estate", path.join(home, "absent.yaml"));
  expect([absent.exitCode, absent.err.split("\n").length]).toEqual([1, 1]);
  const none = await tocsin("exposure", "--watch", EXAMPLE);
  expect(none.exitCode).toBe(2);
  expect(none.err).toMatch(/names no threats/);
});
