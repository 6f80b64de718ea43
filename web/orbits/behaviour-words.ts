import type { BehaviourReply } from "../../src/api/contract.ts";
import { count } from "../words/dates.ts";
import { percent } from "../words/probability.ts";

type Behaviour = BehaviourReply["behaviour"][number];

/** How near, in the measure that is right for the kind: kilometres, angle between planes, longitude. */
export function closeness({ kind, measures }: Behaviour): string {
  const { missKm, minPlaneDeg, heightKm, minDeg } = measures;
  if (kind === "approach" && missKm !== undefined) return `${missKm.toFixed(missKm < 10 ? 1 : 0)} km`;
  if (kind === "coplanar" && minPlaneDeg !== undefined && heightKm !== undefined)
    return `plane ${minPlaneDeg.toFixed(1)}°, ${Math.abs(heightKm).toFixed(0)} km ${heightKm < 0 ? "below" : "above"}`;
  if (kind === "geo_neighbour" && minDeg !== undefined) return `${minDeg.toFixed(2)}° of longitude`;
  return "–";
}

/** How fast against the other, or for a manoeuvre the change of velocity. */
export function speedInWords({ kind, measures: { relMs, dvMs } }: Behaviour): string {
  if (kind === "approach" && relMs !== undefined) return `${relMs.toFixed(0)} m/s`;
  if (kind === "manoeuvre" && dvMs !== undefined) return `Δv ${dvMs.toFixed(2)} m/s`;
  return "–";
}

/** Planes that part no faster than this, degrees a day, stay together for months. */
const KEPT_DEG_PER_DAY = 0.02;

/** What it means, in one sentence. */
export function meaningOf({ kind, measures, oneWith }: Behaviour): string {
  const counted = oneWith === null ? "" : " Counts as one with what was told before.";
  return `${MEANINGS[kind](measures)}${counted}`;
}

const MEANINGS: Readonly<Record<Behaviour["kind"], (measures: Behaviour["measures"]) => string>> = {
  approach: ({ chanceInMonth = 0 }) =>
    `Closed in from elsewhere, slowly and more than once; a pair of its class does so in a month with a chance of ${percent(chanceInMonth)}.`,
  coplanar: ({ nodeDriftDegPerDay = 0 }) =>
    Math.abs(nodeDriftDegPerDay) <= KEPT_DEG_PER_DAY
      ? "Entered its plane and keeps it: placed to look or to close in."
      : "Crosses its plane: near for some weeks.",
  geo_neighbour: ({ days = 0, arrivals = 0 }) =>
    `Newly stays beside ${arrivals > 1 ? `${arrivals} satellites` : "it"}, seen there on ${count(days, "day")} of the month: placed to listen.`,
  manoeuvre: ({ inThreeMonths = 0 }) => `Unusual for its class; ${inThreeMonths} in three months.`,
};
