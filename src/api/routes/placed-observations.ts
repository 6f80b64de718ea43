import { observationsKnown, searchObservations } from "#store/index.ts";
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
    const { store } = desk.world;
    const pages = { limit: Number.MAX_SAFE_INTEGER, offset: 0 };
    const { items } = await searchObservations(store, { known }, { ...selection, ...pages });
    const [some, all] = [items, await observationsKnown(store, { known })].map((recorded) =>
      recorded.map(({ observation }) => observation),
    );
    const body = JSON.stringify(placed(some!, { all: all!, asOf: known, ceiling }));
    return new Response(body, { headers: { "content-type": GEOJSON } });
  },
});
