import { expect, test } from "vitest";
import { randomStream, standardNormal } from "#science/numbers/index.ts";
import type { ElementSet } from "../elements/element-set.ts";
import { bareSet } from "../elements/testing/bare-set.ts";
import { meanOrbit, secularRates } from "../sgp4/mean-orbit.ts";
import { findManoeuvres } from "./find-manoeuvres.ts";

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2022, 2, 1);
const RAD = Math.PI / 180;
const AXIS_M = 6_798_000;
const HOURS = 24;
/** An orbit at 420 km that comes down by some 70 m a day gains so many metres along the track, a day and a day. */
const DRAG = 9800;

/** A year of sets at 420 km, of which the drag strays from its usual by half for ten days or so, and burns in m/s. */
function draggedYear(seed: number, burns: readonly { readonly day: number; readonly dvMs: number }[] = []) {
  const random = randomStream(seed);
  const base = bareSet({
    id: 90_001,
    name: "LOW",
    epochMs: START_MS,
    meanMotionRevPerDay: 15.49,
    eccentricity: 1e-3,
    inclinationDeg: 97,
    raanDeg: 10,
    argumentOfPerigeeDeg: 90,
    meanAnomalyDeg: 0,
    bstar: 1e-4,
  });
  const { mdot, argpdot, nodedot } = secularRates(meanOrbit(base));
  const radPerDay = (mdot + argpdot) * 1440;
  const sets: ElementSet[] = [];
  let [metres, rate, strays] = [0, 0, standardNormal(random)];
  for (let hour = 0; hour < 365 * HOURS; hour++) {
    const day = hour / HOURS;
    if (hour % 20 === 0) {
      const [placed, moving] = [metres + 60 * standardNormal(random), rate + 20 * standardNormal(random)];
      const angle = (radPerDay * day + placed / AXIS_M) / RAD;
      sets.push({
        ...base,
        epochMs: START_MS + day * DAY_MS,
        raanDeg: (base.raanDeg + (nodedot * 1440 * day) / RAD) % 360,
        meanMotionRevPerDay: base.meanMotionRevPerDay * (1 + moving / AXIS_M / radPerDay),
        meanAnomalyDeg: angle - 360 * Math.floor(angle / 360),
      });
    }
    strays = 0.9958 * strays + 0.0914 * standardNormal(random);
    for (const burn of burns)
      if (burn.day >= day && burn.day < day + 1 / HOURS) rate -= 3 * 86_400 * burn.dvMs;
    rate += (DRAG * Math.exp(0.5 * strays - 0.125)) / HOURS;
    metres += rate / HOURS;
  }
  return sets;
}

test("drag that strays from its usual for days is no burn", () => {
  for (const seed of [1, 2, 3]) expect(findManoeuvres(draggedYear(seed)).length).toBeLessThanOrEqual(1);
});

test("burns worth a fortnight of drag are told beside drag that strays", () => {
  const burns = [60.4, 150.7, 240.2, 330.9].map((day) => ({ day, dvMs: (14 * DRAG) / (3 * 86_400) }));
  const found = findManoeuvres(draggedYear(4, burns)).map(({ timeMs }) => (timeMs - START_MS) / DAY_MS);
  for (const { day } of burns) expect(found.some((told) => Math.abs(told - day) < 0.5)).toBe(true);
});
