import { z } from "zod";
import { elementHistories } from "#store/index.ts";
import { Refusal } from "../refusal.ts";
import { defineRoute } from "../route.ts";
import { asOf } from "../shapes/asked.ts";
import { orbitReply } from "../shapes/orbits.ts";

export const orbit = defineRoute({
  name: "GET /api/orbits/:id",
  summary: "How the orbit of one object has changed, element set by element set",
  asks: z.object({ asOf, id: z.string().regex(/^\d{1,9}$/) }),
  replies: orbitReply,
  async answer({ asOf: day, id }, { world, dayOf }) {
    const sets = await elementHistories(world.store, { known: dayOf(day) }, { objects: [Number(id)] });
    const last = sets.at(-1);
    if (!last) throw new Refusal(404, "no-object", `No element set of object ${id} was known by then.`);
    const elements = sets.map((one) => one.elements);
    return {
      id: Number(id),
      name: last.elements.name,
      designator: last.elements.designator,
      epochMs: elements.map(({ epochMs }) => epochMs),
      meanMotionRevPerDay: elements.map(({ meanMotionRevPerDay }) => meanMotionRevPerDay),
      eccentricity: elements.map(({ eccentricity }) => eccentricity),
      inclinationDeg: elements.map(({ inclinationDeg }) => inclinationDeg),
    };
  },
});
