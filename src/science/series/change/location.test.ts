import { expect, test } from "vitest";
import { logSumExp, randomStream, standardNormal } from "#science/numbers/index.ts";
import { invertSymmetric, solveSymmetric } from "../solve-symmetric.ts";
import { changePosterior } from "./location.ts";

/** ln evidence of a step before `at` under AR(1) noise, from the whole covariance matrix. */
function byWholeCovariance(values: readonly number[], at: number, rho: number): number {
  const n = values.length;
  const covariance = values.map((_, i) => values.map((__, j) => rho ** Math.abs(i - j)));
  const columns = [values.map((_, i) => Number(i < at)), values.map((_, i) => Number(i >= at))];
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
  const whitened = [...columns, values].map((column) => solveSymmetric(covariance, column)!);
  const normal = columns.map((a) => columns.map((_, j) => dot(a, whitened[j]!)));
  const levels = solveSymmetric(
    normal,
    columns.map((a) => dot(a, whitened[2]!)),
  )!;
  const error =
    dot(values, whitened[2]!) -
    dot(
      levels,
      columns.map((a) => dot(a, whitened[2]!)),
    );
  const [[p, q], [, r]] = invertSymmetric(normal) as [[number, number], [number, number]];
  return Math.log(p * r - q * q) / 2 - ((n - 2) / 2) * Math.log(error);
}

test.each([0, 0.3, 0.8])(
  "the place of a step in red noise of %s is weighed by the whole covariance",
  (rho) => {
    const random = randomStream("location");
    const values = Array.from({ length: 14 }, (_, i) => standardNormal(random) + (i < 6 ? 0 : 1.5));
    const [from, to, shortest] = [1, 13, 3];
    const told = changePosterior(Float64Array.from(values), { from, to, shortest }, "level", rho);
    const part = values.slice(from, to);
    const wanted = Array.from(told, (_, k) => byWholeCovariance(part, shortest + k, rho));
    const total = logSumExp(Float64Array.from(wanted));
    for (const [k, log] of told.entries()) expect(log).toBeCloseTo(wanted[k]! - total, 9);
  },
);
