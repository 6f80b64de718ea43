import { beltOverYears } from "../../cycle/orbits/belt-over-years.ts";
import { defineRoute } from "../route.ts";
import { onlyAsOf } from "../shapes/asked.ts";
import { beltReply } from "../shapes/behaviour.ts";

export const belt = defineRoute({
  name: "GET /api/belt",
  summary: "Where the followed satellites stayed in the geostationary belt over the years, and beside whom",
  asks: onlyAsOf,
  replies: beltReply,
  answer: ({ asOf }, { world, dayOf }) => beltOverYears(world, dayOf(asOf)),
});
