import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Capture } from "#model/capture.ts";
import { OutsideFailed } from "#model/input-error.ts";
import { addDocuments, captureOf } from "#store/index.ts";
import { readFile } from "../collect/formats/file.ts";
import type { World } from "../world.ts";
import { oneLine } from "./ask-source.ts";
import type { Collected } from "./collected.ts";
import { contentOf } from "./keep-reply.ts";

const MOST_BYTES = 64 * 2 ** 20;
const MOST_FILES = 10_000;

/**
 * Reads what was put into a folder, each file once for as long as it stays as it is: feeds, pages, bundles and tables
 * by what they are, anything else as text. A file that cannot be read is told with its reason, and tried again next
 * time. OutsideFailed where there is no such folder.
 */
export async function collectFolder(world: World, folder: string): Promise<readonly Collected[]> {
  const collected: Collected[] = [];
  for (const name of filesIn(folder)) {
    const told = await collectFile(world, path.join(folder, name), name);
    if (told !== null) collected.push({ source: path.join(folder, name), ...told });
  }
  return collected;
}

/** The files of the folder itself by name; hidden ones and what is no file are left alone. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
      .map(({ name }) => name)
      .sort()
      .slice(0, MOST_FILES);
  } catch (error) {
    throw new OutsideFailed(`${folder} cannot be read: ${(error as Error).message}`, error);
  }
}

async function collectFile(
  world: World,
  file: string,
  name: string,
): Promise<Omit<Collected, "source"> | null> {
  try {
    const { size } = statSync(file);
    if (size > MOST_BYTES) throw new OutsideFailed(`is longer than ${MOST_BYTES} bytes`);
    const capture = fileCapture(name, new Uint8Array(readFileSync(file)), world.now());
    if ((await captureOf(world.store, capture.sha256)) !== null) return null;
    const bytes = contentOf(capture, MOST_BYTES);
    const batch = { origin: `folder/${name}`, capture, recordedAt: capture.fetchedAt };
    return {
      outcome: "kept",
      ...(await addDocuments(world.store, { ...batch, ...readFile(name, capture, bytes) })),
    };
  } catch (error) {
    if (!(error instanceof Error) || !isTold(error)) throw error;
    return { outcome: "failed", fault: oneLine(error.message) };
  }
}

function fileCapture(name: string, bytes: Uint8Array, at: string): Capture {
  return {
    sha256: createHash("sha256").update(bytes).digest("hex"),
    ...{ source: "folder", url: `file:${name}`, fetchedAt: at, mediaType: "", headers: {}, bytes },
  };
}

/** What the file, or the disk, is to blame for. */
function isTold(error: Error): boolean {
  return (
    error instanceof OutsideFailed ||
    error instanceof RangeError ||
    error instanceof SyntaxError ||
    "code" in error
  );
}
