import { namedObjects } from "../../cycle/orbits/named-objects.ts";
import { latestElementSets } from "#store/index.ts";
import { defineRoute } from "../route.ts";
import { onlyAsOf } from "../shapes/asked.ts";
import { orbitsReply } from "../shapes/orbits.ts";

/** Names that sets carry until somebody knows whose object it is. */
const PROVISIONAL = /^(OBJECT|PAYLOAD) [A-Z]+$|^TBA/;

export const orbits = defineRoute({
  name: "GET /api/orbits",
  summary: "The newest element set of every object, in columns",
  asks: onlyAsOf,
  replies: orbitsReply,
  async answer({ asOf }, { world, dayOf }) {
    const day = dayOf(asOf);
    const elements = (await latestElementSets(world.store, { known: day })).map((one) => one.elements);
    const nameless = elements.filter(({ name }) => name === null || PROVISIONAL.test(name));
    const entries = await namedObjects(
      world.store,
      day,
      nameless.map(({ id }) => id),
    );
    return {
      asOf: day,
      id: elements.map(({ id }) => id),
      name: elements.map(({ id, name }) => entries.get(id)?.name ?? name),
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
