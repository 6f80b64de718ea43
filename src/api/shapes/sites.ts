import { z } from "zod";
import { comparison } from "#model/comparison.ts";
import { REJECTIONS } from "#model/review.ts";
import { sceneFound } from "#model/scene-found.ts";
import { site as modelSite } from "#model/site.ts";
import { COORDINATES, siteCheck } from "#model/site-check.ts";
import type { SiteLooksReply, SitePicturesReply, SitesReply } from "../contract.ts";
import { isoDay } from "./asked.ts";

const site = modelSite
  .extend({ coordinates: z.enum(COORDINATES), checks: z.array(siteCheck) })
  .meta({ id: "Site" });
const time = z.iso.datetime();

export const sitesReply: z.ZodType<SitesReply> = z.strictObject({ sites: z.array(site) });

export const siteLooksReply: z.ZodType<SiteLooksReply> = z.strictObject({
  site,
  from: time,
  to: time,
  assumedOffNadirDeg: z.number(),
  blocs: z.array(
    z.strictObject({
      bloc: z.string(),
      satellites: z.int(),
      without: z.array(z.strictObject({ id: z.int(), name: z.string(), why: z.string() })),
      looks: z.array(
        z.strictObject({
          id: z.int(),
          name: z.string(),
          owner: z.string(),
          sensor: z.enum(["optical", "radar"]),
          from: time,
          peak: time,
          to: time,
          elevationDeg: z.number(),
          offNadirDeg: z.number(),
          isAssumed: z.boolean(),
        }),
      ),
      unseen: z.array(z.strictObject({ from: time, to: time })),
    }),
  ),
});

export const sitePicturesReply: z.ZodType<SitePicturesReply> = z.strictObject({
  site,
  asOf: isoDay,
  lastClear: isoDay.nullable(),
  available: z.strictObject({ lastSearched: time.nullable(), scenes: z.array(sceneFound) }),
  comparisons: z.array(comparison.extend({ capture: z.string(), comparedAt: time }).strict()),
  decisions: z.record(z.string(), z.enum(["accepted", ...REJECTIONS])),
  timeline: z.array(
    z.strictObject({
      on: isoDay,
      lane: z.enum(["available", "pictures", "findings", "reports", "launches", "record"]),
      label: z.string(),
      observation: z.string().nullable(),
    }),
  ),
});
