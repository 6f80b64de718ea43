import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ByteRange } from "#science/imagery/index.ts";
import { OutsideFailed } from "#model/input-error.ts";
import type { HttpSource } from "./http-source.ts";

/** Stretches of remote files on this machine, each under the SHA-256 of its bytes. */
export interface RangeCache {
  readonly folder: string;
  /** The oldest stretches go where all are more than that. */
  readonly mostBytes: number;
  /** How long the header of a file is taken from the cache without asking whether the file has changed. */
  readonly freshMs: number;
  readonly nowMs: () => number;
}

interface KeptRange extends ByteRange {
  readonly sha256: string;
}

interface Entry {
  readonly validator: string;
  readonly size: number | null;
  readonly atMs: number;
  readonly ranges: readonly KeptRange[];
}

/** A source with a cache in front of it. */
export interface CachedSource extends HttpSource {
  /** Whether what was kept turned out to belong to an earlier state of the file, so that reading begins anew. */
  readonly hasChanged: () => boolean;
  readonly keptBytes: () => number;
}

/**
 * Puts the cache in front of a source. What is kept belongs to one state of the file, by its tag or date: as soon as
 * a reply shows another, the read fails with `hasChanged` set. Bytes that are not what their name says are fetched
 * again. Files without tag and date are not kept; what was fetched is listed when the source is closed.
 */
export async function cachedSource(source: HttpSource, url: URL, cache: RangeCache): Promise<CachedSource> {
  const file = path.join(cache.folder, "files", `${digest(addressOf(url))}.json`);
  const kept = await readEntry(file);
  let entry = kept !== null && cache.nowMs() - kept.atMs < cache.freshMs ? kept : null;
  const state = { hasChanged: false, isNew: false, used: 0 };
  return {
    ...source,
    size: () => source.size() ?? entry?.size ?? null,
    hasChanged: () => state.hasChanged,
    keptBytes: () => state.used,
    async close() {
      if (state.isNew && entry !== null) await writeWhole(file, JSON.stringify(entry));
      await source.close();
    },
    async read(range: ByteRange): Promise<Uint8Array> {
      const held = entry === null ? null : await readKept(cache, entry, range);
      if (held !== null) {
        state.used += held.length;
        return held;
      }
      const bytes = await source.read(range);
      const validator = source.validator();
      if (entry !== null && validator !== entry.validator) {
        state.hasChanged = true;
        await rm(file, { force: true });
        throw new OutsideFailed("the file has changed since it was kept");
      }
      if (validator === null || bytes.length === 0) return bytes;
      const sha256 = await keepBytes(cache, bytes);
      const others = entry?.ranges.filter((one) => !covers(range, one)) ?? [];
      const ranges = [...others, { offset: range.offset, length: bytes.length, sha256 }];
      entry = { validator, size: source.size(), atMs: entry?.atMs ?? cache.nowMs(), ranges };
      state.isNew = true;
      return bytes;
    },
  };
}

/** Signatures and their dates change while the file stays. */
const SIGNATURE =
  /^(sig|s[evtpr]|sk\w+|spr|x-amz-.*|awsaccesskeyid|signature|expires|token|key-pair-id|policy)$/i;

function addressOf(url: URL): string {
  const plain = new URL(url);
  for (const name of [...plain.searchParams.keys()])
    if (SIGNATURE.test(name)) plain.searchParams.delete(name);
  return plain.href;
}

function digest(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function covers(outer: ByteRange, inner: ByteRange): boolean {
  return inner.offset >= outer.offset && inner.offset + inner.length <= outer.offset + outer.length;
}

async function readEntry(file: string): Promise<Entry | null> {
  try {
    const entry = JSON.parse(await readFile(file, "utf8")) as Partial<Entry>;
    const isSound = typeof entry.validator === "string" && Array.isArray(entry.ranges);
    return isSound ? (entry as Entry) : null;
  } catch {
    return null;
  }
}

async function readKept(cache: RangeCache, entry: Entry, range: ByteRange): Promise<Uint8Array | null> {
  const end = Math.min(range.offset + range.length, entry.size ?? Infinity);
  const wanted = { offset: range.offset, length: end - range.offset };
  const kept = entry.ranges.find((one) => covers(one, wanted));
  if (kept === undefined) return null;
  const file = contentFile(cache, kept.sha256);
  try {
    const bytes = await readFile(file);
    if (digest(bytes) !== kept.sha256) return null;
    const now = new Date(cache.nowMs());
    await utimes(file, now, now);
    return new Uint8Array(
      bytes.subarray(wanted.offset - kept.offset, wanted.offset - kept.offset + wanted.length),
    );
  } catch {
    return null;
  }
}

function contentFile({ folder }: RangeCache, sha256: string): string {
  return path.join(folder, "bytes", sha256.slice(0, 2), sha256);
}

async function keepBytes(cache: RangeCache, bytes: Uint8Array): Promise<string> {
  const sha256 = digest(bytes);
  await writeWhole(contentFile(cache, sha256), bytes);
  return sha256;
}

/** Whoever reads sees the old file or the new one, never a part. */
async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const part = `${file}.${process.pid}.part`;
  await writeFile(part, content);
  await rename(part, file);
}

/** Takes the stretches away that were not used for longest, until the cache is small enough. */
export async function trimCache({ folder, mostBytes }: RangeCache): Promise<void> {
  const names = await readdir(path.join(folder, "bytes"), { recursive: true }).catch(() => []);
  const files = await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, "bytes", name);
      const info = await stat(file).catch(() => null);
      return info?.isFile()
        ? { file, bytes: info.size, atMs: info.mtimeMs }
        : { file, bytes: 0, atMs: Infinity };
    }),
  );
  let total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { file, bytes } of files.toSorted((a, b) => a.atMs - b.atMs)) {
    if (total <= mostBytes) return;
    await rm(file, { force: true });
    total -= bytes;
  }
}
