import type { GroundFound } from "#model/brief.ts";
import { type Comparison, readComparison } from "#model/comparison.ts";
import { addDays, type Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import { captureOf } from "#store/index.ts";
import type { World } from "../world.ts";
import { IMAGERY } from "./finding.ts";
import { pictureInWords } from "#model/picture-in-words.ts";

/** Findings told of earlier than this are no news. */
const NEWS_DAYS = 90;
const MOST_PAIRS = 3;
/** Wide enough for a column of a page; a brief carries its pictures with it. */
const WIDE_PX = 480;

/** The pairs of pictures behind what analysts accepted lately, the newest first, with the findings of each. */
export async function picturesForBrief(
  world: World,
  asOf: Day,
  known: readonly Observation[],
): Promise<GroundFound[]> {
  const since = addDays(asOf, -NEWS_DAYS);
  const entered = known.filter(
    ({ stream, verified, knownAt }) => stream === IMAGERY && verified === "analyst" && knownAt > since,
  );
  const byCapture = Map.groupBy(entered.toSorted(newestFirst), ({ evidence }) => evidence.capture);
  const found = [];
  for (const [capture, findings] of [...byCapture].slice(0, MOST_PAIRS)) {
    const pair = await pairOf(world, capture);
    if (pair !== null) found.push({ findings: findings.map(({ id }) => id), pictures: pair });
  }
  return found;
}

function newestFirst(a: Observation, b: Observation): number {
  if (a.knownAt !== b.knownAt) return a.knownAt < b.knownAt ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

async function pairOf({ store, watch }: World, hash: string): Promise<GroundFound["pictures"] | null> {
  const capture = await captureOf(store, hash);
  if (capture === null) return null;
  const compared = readComparison(capture.bytes);
  const { site, before, after, width, height, metresPerPixel, credit } = compared;
  const pictures = [];
  for (const taken of [before, after]) {
    const kept = taken.picture === null ? null : await captureOf(store, taken.picture);
    if (kept === null) return null;
    pictures.push({ on: taken.date, told: pictureInWords(compared, taken), image: await small(kept.bytes) });
  }
  const name = watch.sites.find(({ id }) => id === site)?.name ?? site;
  return {
    type: "pictures",
    caption: `${name} on ${before.date} and ${after.date}.`,
    alt: altOf(name, compared),
    ...{ credit, width, height, metresPerPixel, pictures },
  };
}

function altOf(name: string, { before, after, findings, kind }: Comparison): string {
  const stand = findings.filter(({ status }) => status !== "gone").length;
  const what = kind === "sar" ? "Radar" : "Optical";
  return `${what} pictures of ${name} on ${before.date}, left, and ${after.date}, right; ${stand === 1 ? "one place differs" : `${stand} places differ`}.`;
}

/** As a data address: JPEG, for photographs of many colours grow large as PNG; what was not measured is grey. */
async function small(png: Uint8Array): Promise<string> {
  const { default: sharp } = await import("sharp");
  const jpeg = await sharp(png)
    .resize({ width: WIDE_PX, withoutEnlargement: true })
    .flatten({ background: "#808080" })
    .jpeg({ quality: 82 })
    .toBuffer();
  return `data:image/jpeg;base64,${jpeg.toString("base64")}`;
}
