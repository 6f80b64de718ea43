import { z } from "zod";
import type { Brief } from "#model/brief.ts";
import { isoDay } from "./asked.ts";

const fan = z.strictObject({
  type: z.literal("fan"),
  caption: z.string(),
  scenario: z.string(),
  points: z.array(
    z.strictObject({ on: isoDay, p: z.number(), low: z.number(), high: z.number(), forecast: z.boolean() }),
  ),
});

const heat = z.strictObject({
  type: z.literal("heat"),
  caption: z.string(),
  months: z.array(z.string()),
  rows: z.array(
    z.strictObject({ id: z.string(), label: z.string(), levels: z.array(z.number().nullable()) }),
  ),
});

const timeline = z.strictObject({
  type: z.literal("timeline"),
  caption: z.string(),
  marks: z.array(z.strictObject({ on: isoDay, lane: z.string(), label: z.string(), id: z.string() })),
});

const pictures = z.strictObject({
  type: z.literal("pictures"),
  caption: z.string(),
  alt: z.string(),
  credit: z.string(),
  width: z.number(),
  height: z.number(),
  metresPerPixel: z.number().nullable(),
  pictures: z.array(z.strictObject({ on: isoDay, told: z.string(), image: z.string() })),
});

const section = z.strictObject({
  title: z.string(),
  sentences: z.array(z.strictObject({ text: z.string(), cites: z.array(z.string()) })),
  figures: z.array(z.discriminatedUnion("type", [fan, heat, timeline, pictures])),
  own: z.strictObject({ names: z.array(z.string()), days: z.array(isoDay) }).exactOptional(),
});

const reference = z.strictObject({
  id: z.string(),
  claim: z.string(),
  on: isoDay,
  knownAt: isoDay,
  source: z.string(),
  url: z.string().nullable(),
  grade: z.string(),
  verified: z.string(),
  attribution: z.string().nullable(),
});

export const brief: z.ZodType<Brief> = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    asOf: isoDay,
    since: isoDay.nullable(),
    marking: z.string(),
    illustrative: z.boolean(),
    sections: z.array(section),
    references: z.array(reference),
  })
  .meta({ id: "Brief" });
