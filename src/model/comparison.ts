import { z } from "zod";
import { day } from "./observation.ts";

/** One of the pictures that were compared. */
const compared = z.object({
  date: day,
  /** The provider's id of the scene, or the name of the file where none was given. */
  scene: z.string().min(1),
  /** SHA-256 of the file that was read. */
  file: z.string(),
  /** Share of pixels that were measured and are not hidden. */
  clearShare: z.number().min(0).max(1),
  /** SHA-256 of its quicklook among the captures; null where nothing could be drawn. */
  picture: z.string().nullable(),
  /** As a catalogue told of the scene; null where none that was searched knows it. */
  passDirection: z.enum(["ascending", "descending"]).nullable().default(null),
  sunElevationDeg: z.number().nullable().default(null),
  cloudPercent: z.number().nullable().default(null),
  /** Whether a mask told its clouds; true of radar, which sees through. */
  isMasked: z.boolean().default(false),
});

/** Changed objects near each other, as they stand on the pictures. */
const changedGroup = z.object({
  /** The observation that awaits an analyst. */
  observation: z.string(),
  status: z.enum(["candidate", "confirmed", "gone"]),
  firstSeen: day,
  /** The last date of the pictures before it changed; null where that lies before the pair, and where nobody told. */
  lastBefore: day.nullable().default(null),
  seenOn: z.array(day),
  missedOn: z.array(day),
  /** What a candidate still lacks; null of others, and where nobody told. */
  waitsFor: z.string().nullable().default(null),
  pixels: z.int().positive(),
  areaM2: z.number().nullable(),
  meanMagnitude: z.number(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  /** Outlines in pixel corners, x to the right, y downwards: of each object the outside ring, then its holes. */
  outlines: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))),
});

/** What two pictures of a site came to, with all that is needed to show and to doubt it. */
export const comparison = z.object({
  site: z.string(),
  kind: z.enum(["optical", "sar"]),
  outcome: z.enum(["changed", "no change", "not clear"]),
  provider: z.string(),
  sensor: z.string(),
  credit: z.string(),
  before: compared,
  after: compared,
  /** Later dates that were asked whether the change still stands, in order. */
  later: z.array(compared),
  /** The last date of these on which enough of the place was clear; null where none was. */
  lastClear: day.nullable(),
  width: z.int().positive(),
  height: z.int().positive(),
  /** What the pixels lie on, equal for pictures that may be laid over each other; null where nobody knows. */
  grid: z.string().nullable(),
  metresPerPixel: z.number().positive().nullable(),
  preset: z.string(),
  /** Values drawn darkest and brightest, for each channel, the same on all dates. */
  stretch: z.array(z.object({ low: z.number(), high: z.number() })),
  /** Null where nothing was compared. */
  measured: z
    .object({
      method: z.string(),
      threshold: z.number(),
      /** What the threshold counts: median absolute deviations, or Student's t. */
      unit: z.enum(["MAD", "t"]).default("MAD"),
      thresholdMethod: z.string(),
      /** Share of unchanged pixels above the threshold, by the body of this pair. */
      expectedShare: z.number(),
      /** How the later date was laid over the earlier one. */
      registration: z.string(),
      offset: z.string(),
      leastPixels: z.int().positive(),
    })
    .nullable(),
  /** What the same threshold did on earlier pictures of the same site; null where none were given. */
  falseAlarms: z
    .object({
      ...{ share: z.number(), least: z.number(), most: z.number() },
      /** Pairs of earlier pictures, or stretches of the past where a stack of them was asked. */
      pairs: z.int().positive(),
      /** Objects as large as the least, expected in one comparison of an unchanged site; null of pairs. */
      objects: z.number().nullable().default(null),
    })
    .nullable(),
  alternatives: z.array(z.string()),
  findings: z.array(changedGroup),
});

export type Comparison = Readonly<z.infer<typeof comparison>>;
export type ChangedGroup = Readonly<z.infer<typeof changedGroup>>;

/** A comparison as it was kept, also by releases that asked one later date at most. */
export function readComparison(bytes: Uint8Array): Comparison {
  const kept = JSON.parse(new TextDecoder().decode(bytes)) as { readonly confirm?: unknown };
  return comparison.parse({ later: kept.confirm ? [kept.confirm] : [], ...kept });
}

/** All pictures of a comparison, in order of their dates. */
export function picturesOf({ before, after, later }: Comparison): readonly Comparison["before"][] {
  return [before, after, ...later];
}

/** `confirmed: seen on …`, and of a candidate what it waits for. */
export function standingInWords({ status, seenOn, missedOn, waitsFor }: ChangedGroup): string {
  const missed = missedOn.length === 0 ? "" : `, not on ${missedOn.join(", ")}`;
  const waits = waitsFor === null ? "" : `; waits for ${waitsFor}`;
  return `${status}: seen on ${seenOn.join(", ")}${missed}${waits}`;
}

/** The measured rate, or why there is none. */
export function falseAlarmsInWords({
  falseAlarms,
  measured,
}: Pick<Comparison, "falseAlarms" | "measured">): string {
  const percent = (share: number) => `${(100 * share).toPrecision(2)} %`;
  if (falseAlarms === null) {
    const body =
      measured === null ? "" : `; ${percent(measured.expectedShare)} of pixels by this pair's own body`;
    return `not measured on this site's history${body}`;
  }
  const { share, least, most, pairs, objects } = falseAlarms;
  const range = `(${percent(least)} to ${percent(most)})`;
  return objects === null
    ? `${percent(share)} of pixels in ${pairs} earlier pairs of this site ${range}`
    : `${percent(share)} of pixels in ${pairs} stretches of this site's past ${range}, ${objects.toPrecision(1)} objects a comparison`;
}
