import { meanOrbit, secularRates } from "../sgp4/mean-orbit.ts";
import type { AlongTrack } from "./along-track.ts";
import { runningMedian } from "./running-median.ts";

/** Radians a minute, against the stars. */
const EARTH_RATE = (2 * Math.PI * 1.002_737_909_35) / 1440;
const MINUTES_A_DAY = 1440;
/** Longer cycles hold too few burns to tell. */
const MOST_TURNS = 40;
/** By how little of a revolution a track that is kept misses itself: more than sets err, less than chance would hit often. */
const CLOSED = 0.002;
const [WIDTH, STRIDE] = [41, 8];

/**
 * After how many days the ground track of each set repeats: the fewest turns of the Earth under the plane of the orbit
 * that are whole revolutions; NaN where there are none within forty, as where no track is kept.
 */
export function repeatDays({ sets }: AlongTrack): Float64Array {
  const rates = sets.map((each) => secularRates(meanOrbit(each)));
  const smooth = (of: (rate: (typeof rates)[number]) => number) =>
    runningMedian(Float64Array.from(rates, of), WIDTH, STRIDE);
  const latitude = smooth(({ mdot, argpdot }) => mdot + argpdot);
  const turning = smooth(({ nodedot }) => EARTH_RATE - nodedot);
  return turning.map((turn, i) => {
    const revolutions = latitude[i]! / turn;
    for (let turns = 1; turns <= MOST_TURNS; turns++) {
      const beside = turns * revolutions - Math.round(turns * revolutions);
      if (Math.abs(beside) < CLOSED) return (turns * 2 * Math.PI) / turn / MINUTES_A_DAY;
    }
    return NaN;
  });
}
