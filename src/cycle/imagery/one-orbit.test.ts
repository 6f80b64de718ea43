import { expect, test } from "vitest";
import type { SceneFound } from "#model/scene-found.ts";
import { requireOneOrbit } from "./one-orbit.ts";

const scene = (id: string, relativeOrbit: number | null): SceneFound => ({
  ...{ id, relativeOrbit, collection: null, datetime: "2026-06-01T00:00:00Z", platform: null },
  ...{ cloudPercent: null, sunElevationDeg: null, passDirection: null, classesAt: null },
});

test("radar scenes of two relative orbits are refused, those of which nobody told are not", () => {
  const told = [scene("a", 47), scene("b", null), scene("c", 12), scene("d", 47)];
  expect(() => requireOneOrbit(told, ["a", "b", "d", "elsewhere"])).not.toThrow();
  expect(() => requireOneOrbit(told, ["a", "c"])).toThrow("c is of 12, a of 47");
});
