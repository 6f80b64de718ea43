import fc from "fast-check";
import { expect, test } from "vitest";
import { createBackOff } from "./back-off.ts";

const HOUR_MS = 3_600_000;
const guesser = { account: "duty", address: "203.0.113.9" };
const desk = { account: "duty", address: "192.0.2.7" };

/** Tries as often as it is let, for so long; answers how often that was. */
function guessing(
  backOff: ReturnType<typeof createBackOff>,
  lastsMs: number,
  next: (i: number) => typeof desk,
  between: (nowMs: number) => void = () => {},
) {
  let [nowMs, tried] = [0, 0];
  while (nowMs < lastsMs) {
    const waitMs = backOff.attempt(next(tried), nowMs);
    if (waitMs === 0) tried += 1;
    between(nowMs);
    nowMs += Math.max(waitMs, 1);
  }
  return tried;
}

test("whoever guesses an account from one address is let try some thirty times an hour", () => {
  expect(guessing(createBackOff(), HOUR_MS, () => guesser)).toBeLessThan(30);
});

test("whoever guesses it from everywhere is let try some seventy times an hour", () => {
  const from = (i: number) => ({ account: "duty", address: `203.0.${i >> 8}.${i & 255}` });
  expect(guessing(createBackOff(), HOUR_MS, from)).toBeLessThan(75);
});

test("whoever tries one password on every account is slowed down by where it comes from", () => {
  expect(guessing(createBackOff(), HOUR_MS, (i) => ({ ...guesser, account: `a${i}` }))).toBeLessThan(30);
});

test("from where an account has signed in, nobody elsewhere can keep it out", () => {
  const backOff = createBackOff();
  backOff.attempt(desk, 0);
  backOff.succeeded(desk);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(255), fc.nat(HOUR_MS)), { maxLength: 200 }), (attempts) => {
      for (const [i, atMs] of attempts) backOff.attempt({ account: "duty", address: `203.0.113.${i}` }, atMs);
      expect(backOff.attempt(desk, HOUR_MS)).toBe(0);
      backOff.succeeded(desk);
    }),
  );
});

test("nobody waits for an account longer than a minute, nor for an address longer than a quarter of an hour", () => {
  const backOff = createBackOff();
  for (let nowMs = 0; nowMs < HOUR_MS;) {
    const waitMs = backOff.attempt({ account: "duty", address: null }, nowMs);
    expect(waitMs).toBeLessThanOrEqual(60_000);
    expect(backOff.attempt(guesser, nowMs)).toBeLessThanOrEqual(900_000);
    nowMs += Math.max(1, waitMs);
  }
});

test("attempts made at once all count before any of them is answered", () => {
  const backOff = createBackOff();
  const waits = Array.from({ length: 100 }, () => backOff.attempt(guesser, 0));
  expect(waits.filter((waitMs) => waitMs === 0)).toHaveLength(5);
});

test("a guesser with an account of his own does not clear his failures by signing in", () => {
  const backOff = createBackOff();
  const own = { account: "his-own", address: guesser.address };
  const guesses = guessing(
    backOff,
    HOUR_MS,
    () => guesser,
    (nowMs) => {
      if (backOff.attempt(own, nowMs) === 0) backOff.succeeded(own);
    },
  );
  expect(guesses).toBeLessThan(30);
});
