import { randomStream, standardNormal } from "#science/numbers/index.ts";
import { expect, test } from "vitest";
import { collinearCovariate } from "./collinear.ts";

const random = randomStream("collinear");
const draws = Array.from({ length: 60 }, () => [1, 2, 3].map(() => standardNormal(random)));

test("covariates that vary on their own are not collinear", () => {
  expect(collinearCovariate(draws)).toBeNull();
  expect(collinearCovariate(draws.map(([a, b]) => [a!, a! + 1e-3 * b!]))).toBeNull();
});

test("a copy in another unit names what it is a copy of", () => {
  expect(collinearCovariate(draws.map(([a, b]) => [a!, b!, 1e6 - 1000 * b!]))).toEqual({ place: 2, of: [1] });
});

test("indicators of every word of a column follow from each other", () => {
  const rows = draws.map(([a], n) => [a!, n % 3 === 0 ? 1 : 0, n % 3 === 1 ? 1 : 0, n % 3 === 2 ? 1 : 0]);
  expect(collinearCovariate(rows)).toEqual({ place: 3, of: [1, 2] });
});

test("no covariates, and one, are not collinear", () => {
  expect(collinearCovariate([[], []])).toBeNull();
  expect(collinearCovariate([[1], [2]])).toBeNull();
});
