import { expect, test } from "vitest";
import { betaDraw, expit, logit, randomStream, standardNormal, type Random } from "#science/numbers/index.ts";
import {
  binned,
  LEAST_QUESTIONS,
  meanBrier,
  poissonRate,
  reliabilityDiagram,
  skillAgainstBaseRate,
  type Forecast,
} from "./index.ts";

/** Questions asked one to five times by a forecaster who sees the true chance through noise. */
function questions(count: number, random: Random): Forecast[] {
  return Array.from({ length: count }, (_, q) => {
    const chance = betaDraw(random, 1, 1.5);
    const outcome = random() < chance ? 1 : 0;
    return Array.from({ length: 1 + Math.floor(random() * 5) }, () => ({
      p: expit(logit(chance) + 0.5 * standardNormal(random)),
      outcome,
      question: String(q),
    }));
  }).flat();
}

const WORLDS = 400;
const many = questions(100_000, randomStream("truth"));
const truth = { brier: meanBrier(many).value, skill: skillAgainstBaseRate(many).value! };

test(`from ${LEAST_QUESTIONS} questions on, the 90 % intervals hold the truth in 90 % of simulated worlds`, () => {
  const random = randomStream("worlds");
  const held = { brier: 0, skill: 0, claimedTooMuch: 0 };
  for (let world = 0; world < WORLDS; world++) {
    const forecasts = questions(LEAST_QUESTIONS, random);
    const brier = meanBrier(forecasts);
    if (brier.low! <= truth.brier && truth.brier <= brier.high!) held.brier++;
    const skill = skillAgainstBaseRate(forecasts);
    if (skill.low! <= truth.skill && truth.skill <= skill.high!) held.skill++;
    if (skill.low! > truth.skill) held.claimedTooMuch++;
  }
  const standardError = Math.sqrt((0.9 * 0.1) / WORLDS);
  for (const share of [held.brier / WORLDS, held.skill / WORLDS]) {
    expect(share).toBeGreaterThan(0.88 - 1.5 * standardError);
    expect(share).toBeLessThan(0.92 + 1.5 * standardError);
  }
  expect(held.claimedTooMuch / WORLDS).toBeLessThan(0.05 + 2 * standardError);
});

test("nine in ten consistency bands hold the frequency of a reliable forecaster", () => {
  const random = randomStream("bands");
  let [held, bands] = [0, 0];
  for (let world = 0; world < 60; world++) {
    const forecasts = Array.from({ length: 600 }, (_, q) => {
      const p = random();
      return { p, outcome: random() < p ? 1 : 0, question: String(q) };
    });
    for (const { frequency, low, high } of reliabilityDiagram(binned(forecasts, 10))) {
      bands++;
      if (frequency >= low && frequency <= high) held++;
    }
  }
  expect(held / bands).toBeGreaterThan(0.88);
  expect(held / bands).toBeLessThan(0.96);
});

test("Poisson bounds are Jeffreys', and hold nine in ten rates of small and of larger counts", () => {
  const { low, high } = poissonRate(10, 2, 0.95);
  expect([low * 2, high * 2]).toEqual([expect.closeTo(5.14144889, 8), expect.closeTo(17.73943795, 8)]);
  expect(poissonRate(0, 1)).toMatchObject({ low: 0, high: expect.closeTo(1.920729410347062, 12) });
  const bounds = Array.from({ length: 120 }, (_, count) => poissonRate(count, 1));
  const heldAt = (mean: number) => {
    let [held, p] = [0, Math.exp(-mean)];
    for (const [count, each] of bounds.entries()) {
      if (each.low <= mean && mean <= each.high) held += p;
      p *= mean / (count + 1);
    }
    return held;
  };
  for (const most of [3, 10, 30]) {
    const means = Array.from({ length: 400 }, (_, k) => (most * (40 + 360 * (k / 399))) / 400);
    const mean = means.reduce((sum, each) => sum + heldAt(each), 0) / means.length;
    expect(mean).toBeGreaterThan(0.88);
    expect(mean).toBeLessThan(0.92);
  }
  expect(() => poissonRate(1.5, 1)).toThrow(/whole number/);
  expect(() => poissonRate(1, 0)).toThrow(/above 0/);
});
