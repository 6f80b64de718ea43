import { z } from "zod";
import { namedObjects } from "../../cycle/orbits/named-objects.ts";
import { orbitInDetail } from "../../cycle/orbits/orbit-in-detail.ts";
import { Refusal } from "../refusal.ts";
import { defineRoute } from "../route.ts";
import { asOf } from "../shapes/asked.ts";
import { orbitReply } from "../shapes/orbits.ts";

export const orbit = defineRoute({
  name: "GET /api/orbits/:id",
  summary: "How the orbit of one object has changed: element sets, manoeuvres, stays in the belt",
  asks: z.object({ asOf, id: z.string().regex(/^\d{1,9}$/) }),
  replies: orbitReply,
  async answer({ asOf: day, id }, { world, dayOf }) {
    const known = { known: dayOf(day) };
    const { history, manoeuvres, stays } = await orbitInDetail(world.store, known, Number(id));
    const last = history.at(-1);
    if (!last) throw new Refusal(404, "no-object", `No element set of object ${id} was known by then.`);
    const entry = (await namedObjects(world.store, known.known, [Number(id)])).get(Number(id)) ?? null;
    return {
      id: Number(id),
      name: entry?.name ?? last.name,
      entry,
      designator: last.designator,
      epochMs: history.map(({ epochMs }) => epochMs),
      meanMotionRevPerDay: history.map(({ meanMotionRevPerDay }) => meanMotionRevPerDay),
      eccentricity: history.map(({ eccentricity }) => eccentricity),
      inclinationDeg: history.map(({ inclinationDeg }) => inclinationDeg),
      manoeuvres: manoeuvres.map(({ timeMs, dvMs, confidence, kind }) => ({
        timeMs,
        dvMs,
        confidence,
        kind,
      })),
      stays: stays.map(({ fromMs, toMs, lonDeg }) => ({ fromMs, toMs, lonDeg })),
    };
  },
});
