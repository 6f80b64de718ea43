import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from "node:zlib";
import { OutsideFailed } from "#model/input-error.ts";
import { isGzip } from "../evidence/capture-content.ts";

/** A reply may be packed on its way, and may itself be a packed file. */
const MOST_LAYERS = 2;
/** Text packs to a tenth, tables of zeros to a hundredth; what grows more than this was made to. */
const MOST_GROWTH = 200;
/** What can be unpacked, and what else of IANA's registry of content codings cannot. */
const CODINGS = new Set(["gzip", "x-gzip", "br", "deflate", "zstd"]);
const OTHER_CODINGS = new Set(["compress", "x-compress", "aes128gcm", "dcb", "dcz", "exi", "pack200-gzip"]);
/** So much may come of the smallest reply. */
const ALWAYS_ALLOWED_BYTES = 2 ** 20;

/**
 * What packed bytes hold: every layer that `content-encoding` names, and one of gzip that it does not. A name that is
 * no coding ("utf-8", "none", "aws-chunked") is passed over, as browsers do. OutsideFailed where a layer is broken,
 * not to be unpacked or one too many, or grows beyond `mostBytes` or two hundred times what was sent.
 */
export function unpackReply(bytes: Uint8Array, contentEncoding: string, mostBytes: number): Uint8Array {
  const layers = contentEncoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => CODINGS.has(name) || OTHER_CODINGS.has(name))
    .reverse();
  if (layers.length > MOST_LAYERS) throw new OutsideFailed(`the reply is packed ${layers.length} times over`);
  const most = Math.min(mostBytes, Math.max(bytes.length * MOST_GROWTH, ALWAYS_ALLOWED_BYTES));
  const sent = layers.reduce((packed, name) => unpackLayer(packed, name, most), bytes);
  if (!isGzip(sent)) return within(sent, most);
  if (layers.length === MOST_LAYERS) throw new OutsideFailed("the reply is packed more than twice over");
  const content = unpackLayer(sent, "gzip", most);
  if (isGzip(content)) throw new OutsideFailed("the reply is packed more than twice over");
  return content;
}

function unpackLayer(bytes: Uint8Array, name: string, most: number): Uint8Array {
  const limit = { maxOutputLength: most };
  try {
    // Some servers say gzip of what they send plain.
    if (name === "gzip" || name === "x-gzip") return isGzip(bytes) ? gunzipSync(bytes, limit) : bytes;
    if (name === "br") return brotliDecompressSync(bytes, limit);
    if (name === "zstd") return zstdDecompressSync(bytes, limit);
    if (name === "deflate") return isZlib(bytes) ? inflateSync(bytes, limit) : inflateRawSync(bytes, limit);
  } catch (error) {
    if (isTooLong(error)) throw new OutsideFailed(`the reply unpacks to more than ${most} bytes`);
    throw new OutsideFailed(`the reply cannot be unpacked: ${(error as Error).message}`, error);
  }
  throw new OutsideFailed(`the reply is packed with "${name}", which was not asked for`);
}

/** The header of RFC 1950; what many servers call deflate lacks it. */
function isZlib([method = 0, flags = 0]: Uint8Array): boolean {
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0;
}

function isTooLong(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
}

function within(bytes: Uint8Array, most: number): Uint8Array {
  if (bytes.length <= most) return bytes;
  throw new OutsideFailed(`the reply is longer than ${most} bytes`);
}
