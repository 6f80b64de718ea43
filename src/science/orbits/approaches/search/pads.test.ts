import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { ElementSet } from "../../elements/element-set.ts";
import { newestElements, readElements } from "../../elements/read-elements.ts";
import { initialise } from "../../sgp4/initialise.ts";
import { allocateStates, propagateBatch } from "../../sgp4/propagate-batch.ts";
import { randomElements } from "../testing/random-elements.ts";
import { planKernel } from "./kernel.ts";
import { ARC_SECONDS, STEPS_PER_ARC } from "./search-plan.ts";

const START = Date.UTC(2025, 8, 1);
const CATALOGUE = "../shared/data/orbit/catalog_20250901.tle.gz";

/** The largest error of the arc from `seconds` on, in pads, over all objects and steps. */
function worstOf(elements: readonly ElementSet[], seconds: number): number {
  const orbits = initialise(elements);
  const all = { first: 0, end: orbits.count };
  const lanes = Math.ceil(orbits.count / 4) * 4;
  const minutes = Float64Array.from(
    { length: STEPS_PER_ARC + 1 },
    (_, step) => (seconds + (step * ARC_SECONDS) / STEPS_PER_ARC) / 60,
  );
  const exact = allocateStates(orbits.count * minutes.length);
  propagateBatch(orbits, all, { minutes, originMs: START }, exact);

  const kernel = planKernel(5);
  kernel.layOut(orbits.count, 2, 1, 1, 1);
  const ends = {
    values: new Float64Array(kernel.memory.buffer, kernel.statesAt(), orbits.count * 12),
    errors: new Uint8Array(orbits.count * 2),
  };
  propagateBatch(
    orbits,
    all,
    { minutes: Float64Array.of(minutes[0]!, minutes.at(-1)!), originMs: START },
    ends,
  );
  kernel.fitArc(0);
  const pads = new Float32Array(kernel.memory.buffer, kernel.padsAt(), lanes);
  const places = new Float32Array(kernel.memory.buffer, kernel.placesAt(), lanes * 3 * minutes.length);

  let worst = 0;
  for (let cell = 0; cell < orbits.count * minutes.length; cell++) {
    const [object, step] = [Math.floor(cell / minutes.length), cell % minutes.length];
    if (exact.errors[cell] !== 0 || ends.errors[2 * object] !== 0 || ends.errors[2 * object + 1] !== 0)
      continue;
    const gap = (c: number) => places[(step * 3 + c) * lanes + object]! - exact.values[cell * 6 + c]!;
    worst = Math.max(worst, Math.hypot(gap(0), gap(1), gap(2)) / pads[object]!);
  }
  return worst;
}

test("no arc leaves SGP4 by more than its pad, on any kind of orbit", () => {
  const elements = randomElements(2000, 7, START);
  for (let hour = 0; hour < 6; hour++) expect(worstOf(elements, hour * 3600)).toBeLessThan(1);
});

test.skipIf(!existsSync(CATALOGUE))("nor in a whole catalogue (needs ../shared/data)", () => {
  const text = gunzipSync(readFileSync(CATALOGUE)).toString("latin1");
  const elements = newestElements(readElements(text, CATALOGUE).elements);
  for (const seconds of [0, 250_000]) expect(worstOf(elements, seconds)).toBeLessThan(1);
});
