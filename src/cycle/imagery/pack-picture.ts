import { createHash } from "node:crypto";
import type { Capture } from "#model/capture.ts";

interface Painted {
  readonly rgba: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** No side of a quicklook is longer. */
const LONGEST_SIDE = 2048;

/** RGBA bytes as a PNG. */
export async function packPicture({ rgba, width, height }: Painted): Promise<Uint8Array> {
  const { default: sharp } = await import("sharp");
  const raw = { width, height, channels: 4 as const };
  const within = {
    width: LONGEST_SIDE,
    height: LONGEST_SIDE,
    fit: "inside" as const,
    withoutEnlargement: true,
  };
  return new Uint8Array(await sharp(rgba, { raw }).resize(within).png().toBuffer());
}

type Content = Pick<Capture, "mediaType" | "bytes" | "fetchedAt">;

/** What imagery keeps of a site, as a capture of its own. */
export function imageryCapture(site: string, url: string, content: Content): Capture {
  return captureOfSite(imagerySource(site), url, content);
}

/** What was made or found here of a site, under the name of its source. */
export function captureOfSite(source: string, url: string, content: Content): Capture {
  const sha256 = createHash("sha256").update(content.bytes).digest("hex");
  return { ...content, sha256, source, url, headers: {} };
}

/** What the captures of a site's imagery name as their source. */
export function imagerySource(site: string): string {
  return `imagery/${site}`;
}
