import { z } from "zod";
import type { OrbitReply, OrbitsReply } from "../contract.ts";
import { isoDay } from "./asked.ts";
import { catalogueEntry } from "./behaviour.ts";

const numbers = z.array(z.number());
const texts = z.array(z.string().nullable());

export const orbitsReply: z.ZodType<OrbitsReply> = z.strictObject({
  asOf: isoDay,
  id: z.array(z.int()),
  name: texts,
  designator: texts,
  epochMs: numbers,
  meanMotionRevPerDay: numbers,
  eccentricity: numbers,
  inclinationDeg: numbers,
  raanDeg: numbers,
  argumentOfPerigeeDeg: numbers,
  meanAnomalyDeg: numbers,
  bstar: numbers,
});

export const orbitReply: z.ZodType<OrbitReply> = z.strictObject({
  id: z.int(),
  name: z.string().nullable(),
  entry: catalogueEntry.nullable(),
  designator: z.string().nullable(),
  epochMs: numbers,
  meanMotionRevPerDay: numbers,
  eccentricity: numbers,
  inclinationDeg: numbers,
  manoeuvres: z.array(
    z.strictObject({
      timeMs: z.number(),
      dvMs: z.number(),
      confidence: z.number(),
      kind: z.enum(["in-track", "cross-track", "orbit-raising", "station-keeping", "relocation"]),
    }),
  ),
  stays: z.array(z.strictObject({ fromMs: z.number(), toMs: z.number(), lonDeg: z.number() })),
});
