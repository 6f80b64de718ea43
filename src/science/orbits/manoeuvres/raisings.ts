import { MU_KM3_PER_S2 } from "../sgp4/earth-model.ts";
import type { AlongTrack } from "./along-track.ts";

/** An orbit raised steadily for days: the sets it began and ended with. */
export interface Raising {
  readonly from: number;
  readonly to: number;
  /** What a spiral of so many m/s takes: the difference of the circular speeds. */
  readonly dvMs: number;
}

/** μ of the Earth, m³/s². */
const MU = MU_KM3_PER_S2 * 1e9;
/**
 * Nothing in nature raises an orbit by so much for days: resonance with the Earth's field, the most there is, gives the
 * geostationary belt less than 0.01 m/s a day.
 */
const LEAST_MS_PER_DAY = 0.1;
/** Shorter than this it may be a few burns; a pause of less is part of it, for engines rest to charge and to be tracked. */
const [LEAST_DAYS, PAUSE_DAYS] = [5, 2];
const LEAST_GAPS = 5;
/** Where one gap between sets has this share of it more than its time has, it is a burn and what sets made of it. */
const MOST_IN_ONE = 0.4;

/** The times for which an orbit was raised without a burn standing out, as electric engines do. */
export function raisingsOf({ sets, days }: AlongTrack): Raising[] {
  const speeds = sets.map(({ meanMotionRevPerDay }) =>
    Math.cbrt((MU * meanMotionRevPerDay * 2 * Math.PI) / 86_400),
  );
  const isClimb = (from: number, to: number) =>
    speeds[from]! - speeds[to]! >= LEAST_MS_PER_DAY * (days[to]! - days[from]!);
  const found: Raising[] = [];
  for (let from = 0, to = 0; from + 1 < sets.length; from = Math.max(to, from + 1)) {
    let gaps = 0;
    to = from;
    for (let i = from + 1; i < sets.length && days[i - 1]! - days[to]! < PAUSE_DAYS; i++) {
      if (isClimb(i - 1, i) && isClimb(to, i)) [to, gaps] = [i, gaps + 1];
      else if (gaps === 0) break;
    }
    const [lasts, dvMs] = [days[to]! - days[from]!, speeds[from]! - speeds[to]!];
    if (lasts < LEAST_DAYS || gaps < LEAST_GAPS) continue;
    const isEven = (i: number) => {
      const [share, time] = [(speeds[i]! - speeds[i + 1]!) / dvMs, (days[i + 1]! - days[i]!) / lasts];
      return share - time <= MOST_IN_ONE;
    };
    if (Array.from({ length: to - from }, (_, i) => from + i).every(isEven)) found.push({ from, to, dvMs });
  }
  return found;
}
