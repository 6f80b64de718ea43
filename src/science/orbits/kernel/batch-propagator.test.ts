import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { compileKernel } from "../../../../tools/build-kernel.ts";
import { readElements } from "../elements/read-elements.ts";
import { initialise } from "../sgp4/initialise.ts";
import { allocateStates, propagateBatch } from "../sgp4/propagate-batch.ts";
import { batchPropagator } from "./batch-propagator.ts";

/** From Vallado et al. 2006: near the Earth, low perigee, synchronous, half-day, far, and soon decayed. */
const SETS = `1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753
2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667
1 28350U 04020A   06167.21788666  .16154492  76267-5  18678-3 0  8894
2 28350  64.9977 345.6130 0024870 260.7578  99.9590 16.47856722116490
1 28626U 05008A   06176.46683397 -.00000205  00000-0  10000-3 0  2190
2 28626   0.0019 286.9433 0000335  13.7918  55.6504  1.00270176  4891
1 08195U 75081A   06176.33215444  .00000099  00000-0  11873-3 0   813
2 08195  64.1586 279.0717 6877146 264.7651  20.2257  2.00491383225656
1 20413U 83020D   05363.79166667  .00000000  00000-0  00000+0 0  7041
2 20413  12.3514 187.4253 7864447 196.3027 356.5478  0.24690082  7978
1 29141U 85108AA  06170.26783845  .99999999  00000-0  13519-0 0   718
2 29141  82.4288 273.4882 0015848 277.2124  83.9133 15.93343074  6828`;

type Case = Parameters<typeof propagateBatch>;

/** The largest distance between what the kernel and the plain code say; Infinity where one refuses alone. */
function disagreementKm(...[orbits, range, times]: [Case[0], Case[1], Case[2]]): number {
  const cells = (range.end - range.first) * times.minutes.length;
  const [plain, fast] = [allocateStates(cells), allocateStates(cells)];
  propagateBatch(orbits, range, times, plain);
  batchPropagator(orbits)(range, times, fast);
  let worst = 0;
  for (let cell = 0; cell < cells; cell++) {
    if (plain.errors[cell] !== fast.errors[cell]) return Infinity;
    const gap = (i: number) => plain.values[cell * 6 + i]! - fast.values[cell * 6 + i]!;
    worst = Math.max(worst, Math.hypot(gap(0), gap(1), gap(2)), Math.hypot(gap(3), gap(4), gap(5)));
  }
  return worst;
}

const orbits = initialise(readElements(SETS, "test").elements);

test("the kernel that is stored is what its sources compile to", { timeout: 60_000 }, async () => {
  expect(readFileSync(new URL("kernel-bytes.ts", import.meta.url), "utf8")).toBe(
    await compileKernel("src/science/orbits/kernel"),
  );
});

test("any objects at any times, few or many, are where the plain code has them", () => {
  const span = fc
    .tuple(fc.nat(6), fc.nat(6))
    .map(([a, b]) => ({ first: Math.min(a, b), end: Math.max(a, b) }));
  const minutes = fc.array(fc.double({ min: -3e4, max: 3e4, noNaN: true }), { maxLength: 7 });
  const originMs = fc.option(fc.integer({ min: 1.1e12, max: 1.2e12 }));
  fc.assert(
    fc.property(span, minutes, originMs, (range, times, origin) => {
      const asked = { minutes: Float64Array.from(times), originMs: origin };
      expect(disagreementKm(orbits, range, asked)).toBeLessThan(1e-6);
    }),
  );
  const week = Float64Array.from({ length: 20_001 }, (_, i) => i / 2);
  // All but the last, whose Kepler equation loses its solution in the minutes before decay.
  expect(disagreementKm(orbits, { first: 0, end: 5 }, { minutes: week, originMs: null })).toBeLessThan(1e-8);
});

const CATALOGUE = "../shared/data/orbit/catalog_20250901.tle.gz";
test.skipIf(!existsSync(CATALOGUE))(
  `a whole catalogue over a week agrees within 1e-8 km (needs ${CATALOGUE})`,
  () => {
    const text = new TextDecoder().decode(gunzipSync(readFileSync(CATALOGUE)));
    const catalogue = initialise(readElements(text, CATALOGUE).elements);
    const times = { minutes: Float64Array.of(0, 2000, 5000, 10_080), originMs: Date.UTC(2025, 8, 1) };
    expect(disagreementKm(catalogue, { first: 0, end: catalogue.count }, times)).toBeLessThan(1e-8);
  },
);

test("where there is no SIMD, the plain code answers", async () => {
  onTestFinished(() => void vi.unstubAllGlobals());
  vi.stubGlobal("WebAssembly", undefined);
  // Under another name the module is loaded anew, and looks for SIMD again.
  const anew: string = "./batch-propagator.ts?anew";
  const { batchPropagator: fallback } = (await import(anew)) as { batchPropagator: typeof batchPropagator };
  const times = { minutes: Float64Array.of(0, 10), originMs: null };
  const [states, plain] = [allocateStates(12), allocateStates(12)];
  fallback(orbits)({ first: 0, end: 6 }, times, states);
  propagateBatch(orbits, { first: 0, end: 6 }, times, plain);
  expect(states).toEqual(plain);
});
