import { execFileSync } from "node:child_process";
import { mkdtempSync, openSync, readSync, rmSync, statSync, closeSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fromFile, fromUrl } from "geotiff";
import { type Raster, type WindowAsk, writeGeoTiff } from "#science/imagery/index.ts";
import { type PictureNetwork, readPicture } from "../src/cycle/imagery/files/read-picture.ts";
import { guardedFetch } from "../src/cycle/network/guarded-fetch.ts";
import type { BenchRow } from "./bench-row.ts";

const SIDE = 10_980;
const TRIALS = 9;
/** Windows that are read before the clock runs, so that the platform has compiled what it runs. */
const WARM_UP = 6;
const DELAY_MS = 30;
const GDAL = "gdal_translate";

/** How the scene is packed, and the windows that are read of it. */
const FILES = [
  ["deflate", "-of COG -co COMPRESS=DEFLATE -co PREDICTOR=YES -co BLOCKSIZE=512"],
  ["LZW", "-co TILED=YES -co BLOCKXSIZE=512 -co BLOCKYSIZE=512 -co COMPRESS=LZW -co PREDICTOR=2"],
  ["Zstandard", "-co TILED=YES -co BLOCKXSIZE=512 -co BLOCKYSIZE=512 -co COMPRESS=ZSTD -co PREDICTOR=2"],
] as const;

/** Windows of a scene as large as a Sentinel-2 tile, from a file and over HTTP, beside GDAL and geotiff.js. */
export async function benchRasters(): Promise<BenchRow[]> {
  if (!isGdalThere())
    return [{ name: "rasters", figure: "not measured: gdal_translate is not on this machine" }];
  const folder = mkdtempSync(path.join(tmpdir(), "tocsin-bench-"));
  try {
    const plain = path.join(folder, "plain.tif");
    writeFileSync(plain, writeGeoTiff(scene()));
    const rows: BenchRow[] = [];
    for (const [packing, options] of FILES) {
      const file = path.join(folder, `${packing}.tif`);
      execFileSync(GDAL, ["-q", "-co", "NUM_THREADS=ALL_CPUS", ...options.split(" "), plain, file]);
      for (const size of [512, 2048]) rows.push(...(await localRows(file, packing, size)));
      if (packing === "deflate") for (const size of [512, 2048]) rows.push(...(await httpRows(file, size)));
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isGdalThere(): boolean {
  try {
    execFileSync(GDAL, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Fields with noise on them: about as hard to pack as a scene. */
function scene(): Raster {
  const band = new Uint16Array(SIDE * SIDE);
  let state = 88_172_645;
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      const field = (Math.imul((row >> 6) * 7919 + (column >> 6), 2_654_435_761) >>> 20) & 2047;
      band[row * SIDE + column] = 1000 + field + ((state >>> 8) & 127);
    }
  }
  return {
    ...{ width: SIDE, height: SIDE, bands: [band], noData: 0, mask: null, scales: [1], offsets: [0] },
    grid: { epsg: 32_649, geotransform: [6e5, 10, 0, 42e5, 0, -10] },
  };
}

/** Places that no reader has at hand from the trial before. */
function windowAt(trial: number, size: number): [number, number, number, number] {
  const room = SIDE - size;
  return [(trial * 3571 + 137) % room, (trial * 5003 + 911) % room, size, size];
}

const askAt = ([x, y, width, height]: ReturnType<typeof windowAt>): WindowAsk => ({
  wanted: { by: "pixels", window: { x, y, width, height } },
});

async function medianMs(work: (trial: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  await work(TRIALS);
  for (let trial = 0; trial < TRIALS; trial++) {
    const start = performance.now();
    await work(trial);
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[TRIALS >> 1]!;
}

/** Processor time a trial, which other work on the machine changes less than the clock on the wall. */
async function cpuMs(work: (trial: number) => Promise<unknown>): Promise<number> {
  for (let trial = 0; trial < WARM_UP; trial++) await work(TRIALS + trial);
  const before = process.cpuUsage();
  for (let trial = 0; trial < TRIALS; trial++) await work(trial);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / TRIALS;
}

const ENVIRONMENT = { ...process.env, GDAL_DISABLE_READDIR_ON_OPEN: "EMPTY_DIR", GDAL_PAM_ENABLED: "NO" };

/** Processor time of one gdal_translate to memory, over as many commands as there are. */
function gdalCpuMs(commands: readonly string[]): number {
  const lines = commands.map((command) => `${GDAL} -q -of GTiff ${command} /vsimem/out.tif`);
  const said = execFileSync("sh", ["-c", `${lines.join("\n")}\ntimes`], {
    env: ENVIRONMENT,
    encoding: "utf8",
  });
  const [user = 0, system = 0] = [
    ...said
      .trim()
      .split("\n")
      .at(-1)!
      .matchAll(/(\d+)m([\d.]+)s/g),
  ].map(([, minutes, seconds]) => (Number(minutes) * 60 + Number(seconds)) * 1000);
  return (user + system) / commands.length;
}

/** A window by gdal_translate, without the processor time that it takes to start and to copy one pixel. */
function gdalWindowMs(file: string, size: number): number {
  const cut = (window: readonly number[]) => `-srcwin ${window.join(" ")} ${file}`;
  const trials = Array.from({ length: TRIALS }, (_, trial) => trial);
  const whole = gdalCpuMs(trials.map((trial) => cut(windowAt(trial, size))));
  return whole - gdalCpuMs(trials.map(() => onePixel(file)));
}

function onePixel(file: string): string {
  const one = path.join(path.dirname(file), "one.tif");
  const band = new Uint16Array(1);
  const place = { epsg: 32_649, geotransform: [6e5, 10, 0, 42e5, 0, -10] } as const;
  const shape = { width: 1, height: 1, bands: [band], noData: null, mask: null, grid: place };
  writeFileSync(one, writeGeoTiff({ ...shape, scales: [1], offsets: [0] }));
  return one;
}

async function localRows(file: string, packing: string, size: number): Promise<BenchRow[]> {
  const own = await cpuMs((trial) => readPicture(file, askAt(windowAt(trial, size)), null));
  const gdal = gdalWindowMs(file, size);
  const other = await cpuMs(async (trial) => readByGeotiff(await fromFile(file), windowAt(trial, size)));
  const name = `${size} px of ${packing}, file, CPU`;
  return [
    { name, figure: ms(own), target: "≤1.5 × GDAL", peer: `GDAL ${ms(gdal)}`, ratio: times(own, gdal) },
    {
      name: `${name}, beside geotiff.js`,
      figure: ms(own),
      peer: `geotiff.js ${ms(other)}`,
      ratio: times(own, other),
    },
  ];
}

async function readByGeotiff(
  tiff: Awaited<ReturnType<typeof fromFile>>,
  [x, y, width, height]: ReturnType<typeof windowAt>,
) {
  const read = await tiff.readRasters({ window: [x, y, x + width, y + height] });
  await tiff.close();
  return read;
}

const ms = (value: number) => `${value.toFixed(1)} ms`;
const times = (own: number, peer: number) => `${(own / peer).toFixed(2)}×`;

async function httpRows(file: string, size: number): Promise<BenchRow[]> {
  const server = await slowServer(file);
  try {
    const network: PictureNetwork = {
      fetch: guardedFetch(["127.0.0.1"], { keepAlive: true }),
      patience: { replyMs: 30_000, attempts: 1, pauseMs: 1, random: Math.random },
      nowMs: Date.now,
      cache: null,
    };
    let [bytes, blocks, requests] = [0, 0, 0];
    const own = await medianMs(async (trial) => {
      const read = await readPicture(
        `${server.base}/own-${trial}.tif`,
        askAt(windowAt(trial, size)),
        network,
      );
      bytes += read.bytesRead - read.headerBytes;
      blocks += read.blockBytes;
      requests += read.requests;
    });
    const gdal = await gdalHttpMs(server.base, size, onePixel(file));
    const other = await medianMs(async (trial) =>
      readByGeotiff(await fromUrl(`${server.base}/geotiff-${trial}.tif`), windowAt(trial, size)),
    );
    const name = `${size} px of deflate, HTTP + ${DELAY_MS} ms`;
    return [
      { name, figure: ms(own), target: "≤2 × GDAL", peer: `GDAL ${ms(gdal)}`, ratio: times(own, gdal) },
      {
        name: `${name}, beside geotiff.js`,
        figure: ms(own),
        peer: `geotiff.js ${ms(other)}`,
        ratio: times(own, other),
      },
      {
        name: `${name}, bytes`,
        figure: `${(bytes / 1e6 / (TRIALS + 1)).toFixed(2)} MB in ${(requests / (TRIALS + 1)).toFixed(1)} requests`,
        target: "≤2 × the blocks",
        peer: `blocks ${(blocks / 1e6 / (TRIALS + 1)).toFixed(2)} MB`,
        ratio: times(bytes, blocks),
      },
    ];
  } finally {
    server.close();
  }
}

/** The server must answer while GDAL runs, so GDAL is waited for without blocking. */
async function gdalHttpMs(base: string, size: number, one: string): Promise<number> {
  const { execFile } = await import("node:child_process");
  const { promisify } = await import("node:util");
  const run = promisify(execFile);
  const env = { ...ENVIRONMENT, CPL_VSIL_CURL_ALLOWED_EXTENSIONS: ".tif" };
  const whole = await medianMs((trial) =>
    run(
      GDAL,
      [
        "-q",
        "-of",
        "GTiff",
        "-srcwin",
        ...windowAt(trial, size).map(String),
        `/vsicurl/${base}/gdal-${trial}.tif`,
        "/vsimem/out.tif",
      ],
      { env },
    ),
  );
  const start = await medianMs(() =>
    run(GDAL, ["-q", "-of", "GTiff", one, "/vsimem/out.tif"], { env: ENVIRONMENT }),
  );
  return whole - start;
}

/** Serves ranges of a file, each after a pause, under any name. */
async function slowServer(file: string) {
  const handle = openSync(file, "r");
  const { size } = statSync(file);
  const server = createServer((request, reply) => {
    setTimeout(() => {
      const range = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? "");
      const from = Number(range?.[1] ?? 0);
      const to = Math.min(size - 1, range?.[2] ? Number(range[2]) : size - 1);
      const headers = { "accept-ranges": "bytes", etag: '"scene"', "content-length": to - from + 1 };
      reply.writeHead(range ? 206 : 200, {
        ...headers,
        ...(range && { "content-range": `bytes ${from}-${to}/${size}` }),
      });
      if (request.method === "HEAD") return reply.end();
      const bytes = new Uint8Array(to - from + 1);
      readSync(handle, bytes, 0, bytes.length, from);
      reply.end(bytes);
    }, DELAY_MS);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
      closeSync(handle);
    },
  };
}

if (import.meta.main) console.table(await benchRasters());
