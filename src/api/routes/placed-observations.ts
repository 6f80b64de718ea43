import { searchObservations } from "#store/index.ts";
import { GEOJSON, placedObservations as placed } from "../../cycle/answers/placed-observations.ts";
import { ceilingAsked, tlp } from "../releasing.ts";
import { defineRoute } from "../route.ts";
import { asksSelection, selectionOf } from "../selecting.ts";
import { placedObservationsReply } from "../shapes/placed.ts";

export const placedObservations = defineRoute({
  name: "GET /api/observations.geojson",
  summary: "The observations known by that day that have coordinates, as GeoJSON",
  shows: "released",
  asks: asksSelection.extend({ tlp }),
  replies: placedObservationsReply,
  otherMedia: [GEOJSON],
  async answer({ tlp: asked, ...facets }, desk) {
    const ceiling = ceilingAsked(asked, desk.world);
    const { known, selection } = await selectionOf(facets, desk);
    const all = { ...selection, limit: Number.MAX_SAFE_INTEGER, offset: 0 };
    const { items } = await searchObservations(desk.world.store, { known }, all);
    const observations = items.map(({ observation }) => observation);
    const body = JSON.stringify(placed(observations, known, ceiling));
    return new Response(body, { headers: { "content-type": GEOJSON } });
  },
});
