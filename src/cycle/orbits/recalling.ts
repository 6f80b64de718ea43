import { createHash } from "node:crypto";
import type { ElementSet } from "#science/orbits/index.ts";

/** Answers for so many histories are kept: some hundred objects over ten years of months. */
const MOST = 20_000;

/** The same function of a history of element sets, which knows what it answered of the same sets before. */
export function recalling<Answer>(
  ask: (sets: readonly ElementSet[]) => Answer,
): (sets: readonly ElementSet[]) => Answer {
  const known = new Map<string, Answer>();
  return (sets) => {
    const key = createHash("sha256").update(sets.map(textOf).join(";")).digest("base64");
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = ask(sets);
    if (known.size >= MOST) known.delete(known.keys().next().value!);
    known.set(key, answer);
    return answer;
  };
}

function textOf(set: ElementSet): string {
  const { id, epochMs, meanMotionRevPerDay, eccentricity, inclinationDeg, raanDeg } = set;
  const { argumentOfPerigeeDeg, meanAnomalyDeg, bstar } = set;
  return `${id},${epochMs},${meanMotionRevPerDay},${eccentricity},${inclinationDeg},${raanDeg},${argumentOfPerigeeDeg},${meanAnomalyDeg},${bstar}`;
}
