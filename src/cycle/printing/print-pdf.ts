import { readdirSync, readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { Brief } from "#model/brief.ts";
import { OutsideFailed } from "#model/input-error.ts";

const FONTS = new URL("../../../data/fonts/", import.meta.url);

/** What the thread that prints is given. */
export interface ToPrint {
  readonly brief: Brief;
  readonly fonts: readonly Uint8Array[];
}

/**
 * Prints a brief as a PDF in a thread of its own: the caller goes on meanwhile, and the memory the compiler took
 * ends with the thread.
 */
export function printPdf(brief: Brief): Promise<Uint8Array<ArrayBuffer>> {
  const workerData: ToPrint = { brief, fonts: fontFiles().map((file) => readFileSync(file)) };
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./pdf-thread.ts", import.meta.url), { workerData });
    thread.once("message", resolve);
    thread.once("error", (error) => reject(new OutsideFailed("the PDF could not be printed", error)));
  });
}

/** The fonts that PDFs carry. */
export function fontFiles(): URL[] {
  const names = readdirSync(FONTS).filter((name) => /\.(ttf|otf)$/.test(name));
  return names.sort().map((name) => new URL(name, FONTS));
}
