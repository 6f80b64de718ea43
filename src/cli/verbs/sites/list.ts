import { sitesKnown } from "../../../cycle/sites/sites-known.ts";
import { AS_OF, JSON_OUT, WATCH } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { inWorld } from "../../world.ts";

/** The sites of the watch, and how sure their coordinates are. */
export const list = defineVerb({
  options: {
    kind: { takes: "KIND", summary: "only sites of that kind" },
    unconfirmed: { summary: "only those whose coordinates are recalled and nobody has confirmed" },
    ...WATCH,
    ...AS_OF,
    ...JSON_OUT,
  },
  run: ({ options }, shell) =>
    inWorld(options, shell, async (world, asOf) => {
      const all = await sitesKnown(world, asOf);
      const sites = all.filter(
        (site) =>
          (options.kind === undefined || site.kind === options.kind) &&
          (!options.unconfirmed || site.coordinates === "recalled"),
      );
      const rows = sites.map((site) => [
        ...[site.id, site.kind, site.operator, site.lat.toFixed(4), site.lon.toFixed(4)],
        ...[String(site.precisionKm), site.coordinates, site.name],
      ]);
      const heading = ["id", "kind", "run by", "lat", "lon", "within km", "coordinates", "name"];
      shell.out(options.json ? JSON.stringify(sites) : table(heading, rows));
      return 0;
    }),
});
