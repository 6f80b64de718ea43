import { createHash } from "node:crypto";
import type { Capture, Reject } from "#model/capture.ts";
import { InputError, OutsideFailed } from "#model/input-error.ts";
import { addDocuments, addElementSets, addSpaceObjects } from "#store/index.ts";
import type {
  Memory,
  NetworkSource,
  Question,
  ReadDocuments,
  ReplyToRead,
} from "../collect/network-source.ts";
import type { World } from "../world.ts";
import { oneLine } from "./ask-source.ts";
import type { KeptReply } from "./exchange.ts";
import { unpackReply } from "./unpack.ts";
import { isZip, unzip } from "./unzip.ts";

/** Text and tables pack to a tenth or so of their size. */
const UNPACKED_PER_PACKED = 8;

/** What of a reply was stored, and what it leads to. */
export interface KeptContent extends KeptReply {
  readonly added: number;
  readonly duplicate: number;
  readonly corrected?: number;
  readonly rejected: number;
  readonly follow?: readonly Question[];
}

/** Beside the capture, what its reader has to know. */
export interface Asked {
  /** Where it was found in the end. */
  readonly url: URL;
  readonly step: string;
  readonly language: string;
  readonly memory: Memory;
  /** What the list that led to it says of its bytes. */
  readonly md5: string | undefined;
}

/** Reads and stores what a capture says; a reply of which nothing can be read is a failure, and not kept. */
export async function keepContent(
  { store }: World,
  { id, reads, mostBytes, mostUnpackedBytes }: NetworkSource,
  capture: Capture,
  asked: Asked,
): Promise<KeptContent> {
  const bytes = contentOf(capture, mostUnpackedBytes ?? mostBytes * UNPACKED_PER_PACKED);
  const batch = { origin: id, capture, recordedAt: capture.fetchedAt };
  if (reads.noun === "documents") {
    const { mediaType, headers, sha256, fetchedAt } = capture;
    const reply = { ...asked, source: id, mediaType, headers, bytes, capture: sha256, fetchedAt };
    const read = readOrFail(reads.read, reply);
    const follow = read.follow ?? [];
    const onlyLeadsOn = read.documents.length === 0 && follow.length > 0;
    const rejects = [...read.rejects, ...unlistedBytes(capture, asked.md5)];
    return { ...(await addDocuments(store, { ...batch, ...read, rejects })), follow, onlyLeadsOn };
  }
  const text = strictText(bytes, capture);
  if (reads.noun === "objects") {
    const read = reads.read(text, capture.sha256);
    requireAny(read.objects.length, read.rejects, text);
    return addSpaceObjects(store, { ...batch, ...read, catalogue: reads.catalogue });
  }
  const read = reads.read(text, capture.sha256, capture.fetchedAt);
  requireAny(read.elementSets.length, read.rejects, text);
  return addElementSets(store, { ...batch, ...read });
}

/** The bytes of a capture unpacked, and out of their archive where they are the only file of one. */
export function contentOf({ bytes, headers }: Capture, mostBytes: number): Uint8Array {
  const sent = unpackReply(bytes, headers["content-encoding"] ?? "", mostBytes);
  if (!isZip(sent)) return sent;
  const files = unzip(sent, mostBytes);
  if (files.length === 1) return files[0]!.bytes;
  throw new OutsideFailed(`the archive holds ${files.length} files where one was expected`);
}

function readOrFail(read: (reply: ReplyToRead) => ReadDocuments, reply: ReplyToRead): ReadDocuments {
  try {
    return read(reply);
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof SyntaxError)) throw error;
    const head = oneLine(new TextDecoder().decode(reply.bytes.subarray(0, 200)));
    const begins = head === "" ? "it is empty" : `it begins "${head}"`;
    throw new OutsideFailed(
      `nothing in the reply could be read (${oneLine(error.message)}): ${begins}`,
      error,
    );
  }
}

/** Bytes that are not those listed are told of: an archive vouches for its own files, so what they say is kept. */
function unlistedBytes({ bytes, sha256 }: Capture, md5: string | undefined): Reject[] {
  const found = md5 === undefined ? undefined : createHash("md5").update(bytes).digest("hex");
  if (found === md5?.toLowerCase()) return [];
  const wrong = `the MD5 of the file is ${found}`;
  return [{ capture: sha256, line: 1, column: 1, wrong, right: `its list says ${md5}`, text: "" }];
}

function strictText(bytes: Uint8Array, { url }: Capture): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new InputError([{ file: url, wrong: (error as Error).message, right: "expected UTF-8" }]);
  }
}

function requireAny(count: number, rejects: readonly Reject[], text: string): void {
  if (count > 0) return;
  const why = rejects[0]?.wrong ?? "it is empty";
  throw new OutsideFailed(`nothing in the reply could be read (${why}): ${oneLine(text.slice(0, 200))}`);
}
