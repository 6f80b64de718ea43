import { latestElementSets } from "#store/index.ts";
import { defineRoute } from "../route.ts";
import { onlyAsOf } from "../shapes/asked.ts";
import { orbitsReply } from "../shapes/orbits.ts";

export const orbits = defineRoute({
  name: "GET /api/orbits",
  summary: "The newest element set of every object, in columns",
  asks: onlyAsOf,
  replies: orbitsReply,
  async answer({ asOf }, { world, dayOf }) {
    const day = dayOf(asOf);
    const elements = (await latestElementSets(world.store, { known: day })).map((one) => one.elements);
    return {
      asOf: day,
      id: elements.map(({ id }) => id),
      name: elements.map(({ name }) => name),
      designator: elements.map(({ designator }) => designator),
      epochMs: elements.map(({ epochMs }) => epochMs),
      meanMotionRevPerDay: elements.map(({ meanMotionRevPerDay }) => meanMotionRevPerDay),
      eccentricity: elements.map(({ eccentricity }) => eccentricity),
      inclinationDeg: elements.map(({ inclinationDeg }) => inclinationDeg),
      raanDeg: elements.map(({ raanDeg }) => raanDeg),
      argumentOfPerigeeDeg: elements.map(({ argumentOfPerigeeDeg }) => argumentOfPerigeeDeg),
      meanAnomalyDeg: elements.map(({ meanAnomalyDeg }) => meanAnomalyDeg),
      bstar: elements.map(({ bstar }) => bstar),
    };
  },
});
