import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { readGeoTiff, type Raster, type WindowAsk, writeGeoTiff } from "#science/imagery/index.ts";
import { guardedFetch } from "../../network/guarded-fetch.ts";
import { type PictureNetwork, readPicture } from "./read-picture.ts";
import { bearerSigning, planetaryComputerSigning } from "../catalogues/store-tokens.ts";
import { scratchFolder } from "../testing/gdal.ts";

const scratch = scratchFolder();
const SIDE = 512;
const PICTURE = pictureBytes(1);
const WINDOW: WindowAsk = { wanted: { by: "pixels", window: { x: 100, y: 300, width: 64, height: 32 } } };

/** Unpacked strips, so that a window of it is a few hundred kilobytes less than the whole. */
function pictureBytes(seed: number): Uint8Array {
  const band = new Uint16Array(SIDE * SIDE).map((_, i) => (i * 7 + seed) % 60_001);
  const raster: Raster = {
    ...{ width: SIDE, height: SIDE, bands: [band], noData: null, mask: null, scales: [1], offsets: [0] },
    grid: { epsg: 32_649, geotransform: [600_000, 10, 0, 4_200_000, 0, -10] },
  };
  return writeGeoTiff(raster);
}

async function expected(bytes: Uint8Array): Promise<number[]> {
  const { bands } = await readGeoTiff(bytes);
  const { x, y, width, height } =
    WINDOW.wanted.by === "pixels" ? WINDOW.wanted.window : { x: 0, y: 0, width: 0, height: 0 };
  return Array.from(
    { length: width * height },
    (_, i) => bands[0]![(y + Math.floor(i / width)) * SIDE + x + (i % width)]!,
  );
}

type Fault = (request: IncomingMessage, reply: ServerResponse, nth: number) => boolean;
let [fault, asked, served, tag]: [Fault, string[], Uint8Array, string] = [() => false, [], PICTURE, '"one"'];

/** Serves ranges of a picture, unless the fault has done otherwise. */
const server = createServer((request, reply) => {
  asked.push(String(request.headers.range));
  if (fault(request, reply, asked.length)) return;
  const [, from = 0, to = 0] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "")?.map(Number) ?? [];
  if (from >= served.length) return void reply.writeHead(416).end();
  const end = Math.min(to, served.length - 1);
  reply.writeHead(206, { "content-range": `bytes ${from}-${end}/${served.length}`, etag: tag });
  reply.end(served.subarray(from, end + 1));
});
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/scene.tif`;
afterAll(() => {
  server.closeAllConnections();
  server.close();
  scratch.remove();
});
beforeEach(() => {
  [fault, asked, served, tag] = [() => false, [], PICTURE, '"one"'];
});

const network: PictureNetwork = {
  fetch: guardedFetch(["127.0.0.1"], { keepAlive: true }),
  patience: { replyMs: 400, attempts: 3, pauseMs: 1, random: () => 0.5 },
  nowMs: () => 1_000_000,
  cache: null,
};
const cached = (name: string, nowMs = 1_000_000, mostBytes = 1e9): PictureNetwork => ({
  ...network,
  cache: { folder: scratch.at(name), mostBytes, freshMs: 3_600_000, nowMs: () => nowMs },
});

describe("a file with a mask beside it", () => {
  const masked = (width: number): Uint8Array =>
    writeGeoTiff({
      ...{ width, height: SIDE, noData: null, mask: null, scales: [1], offsets: [0] },
      bands: [new Uint8Array(width * SIDE).map((_, i) => (i % width < 130 ? 0 : 255))],
      grid: { epsg: null, geotransform: null },
    });

  test("is hidden where that mask hides it", async () => {
    const file = scratch.at("beside.tif");
    writeFileSync(file, PICTURE);
    writeFileSync(`${file}.msk`, masked(SIDE));
    const { raster } = await readPicture(file, WINDOW, null);
    expect([...raster.bands[0]!]).toEqual(await expected(PICTURE));
    expect([...raster.mask!].every((shown, i) => (shown === 0) === i % 64 < 30)).toBe(true);
    const whole = await readGeoTiff(
      PICTURE,
      {},
      {
        ...{ mask: masked(SIDE), overviews: null, world: null, projection: null, notes: null },
      },
    );
    expect([...whole.mask!].every((shown, i) => (shown === 0) === i % SIDE < 130)).toBe(true);
  });

  test("is refused where that mask has another size", async () => {
    const file = scratch.at("unlike.tif");
    writeFileSync(file, PICTURE);
    writeFileSync(`${file}.msk`, masked(300));
    await expect(readPicture(file, WINDOW, null)).rejects.toThrow(
      "the mask beside it (.msk) has 300 × 512 pixels",
    );
  });
});

describe("a window over HTTP", () => {
  test("is the window of the file, for the header and the rows it needs", async () => {
    const read = await readPicture(address, WINDOW, network);
    expect([...read.raster.bands[0]!]).toEqual(await expected(PICTURE));
    expect(read).toMatchObject({ requests: 2, headerBytes: 32_768, bytesRead: 32_768 + 32 * SIDE * 2 });
    expect(read.raster.grid.geotransform).toEqual([601_000, 10, 0, 4_197_000, 0, -10]);
  });

  test("is the same from a server that ignores ranges", async () => {
    fault = (_, reply) => Boolean(reply.writeHead(200, { "content-length": PICTURE.length }).end(PICTURE));
    const read = await readPicture(address, WINDOW, network);
    expect([...read.raster.bands[0]!]).toEqual(await expected(PICTURE));
    expect(asked).toHaveLength(1);
  });

  test("is asked for again after 503, 429, a break and a hang", async () => {
    for (const bad of [
      ((_, reply, nth) => nth === 1 && Boolean(reply.writeHead(503).end("busy"))) satisfies Fault,
      ((_, reply, nth) =>
        nth === 2 && Boolean(reply.writeHead(429, { "retry-after": "0" }).end())) satisfies Fault,
      ((_, reply, nth) =>
        nth === 1 &&
        (reply.writeHead(206, { "content-range": "bytes 0-32767/524288" }).write("II"),
        reply.destroy(),
        true)) satisfies Fault,
      ((_, __, nth) => nth === 1) satisfies Fault,
    ] as Fault[]) {
      [asked, fault] = [[], bad];
      const read = await readPicture(address, WINDOW, network);
      expect([...read.raster.bands[0]!]).toEqual(await expected(PICTURE));
      expect(asked).toHaveLength(3);
    }
  });

  test.each<[string, Fault, string]>([
    [
      "that is not there",
      (_, reply) => Boolean(reply.writeHead(404).end("no such key")),
      "HTTP 404: no such key",
    ],
    ["that always fails", (_, reply) => Boolean(reply.writeHead(502).end()), "HTTP 502"],
    [
      "that is too long to be had whole",
      (_, reply) => Boolean(reply.writeHead(200, { "content-length": 9e9 }).flushHeaders()) || true,
      "ignores ranges",
    ],
    [
      "of another place than asked",
      (_, reply) => Boolean(reply.writeHead(206, { "content-range": "bytes 7-20/99" }).end("x")),
      "bytes 7-20",
    ],
    [
      "that is longer than asked",
      (_, reply) => Boolean(reply.writeHead(206).end(new Uint8Array(40_000))),
      "longer than",
    ],
    [
      "that is packed",
      (_, reply) => Boolean(reply.writeHead(206, { "content-encoding": "gzip" }).end("x")),
      "packs what it sends",
    ],
    [
      "that sends on for ever",
      (_, reply) => Boolean(reply.writeHead(302, { location: "/again" }).end()),
      "sends on",
    ],
    [
      "that is a web page",
      (_, reply) => Boolean(reply.writeHead(200).end("<html>Sign in</html>")),
      "web page",
    ],
  ])("%s is refused in plain words", async (_, bad, said) => {
    fault = bad;
    await expect(readPicture(address, WINDOW, network)).rejects.toThrow(said);
  });

  test("is not put together from two states of a file", async () => {
    fault = () => {
      if (asked.length === 2) tag = '"two"';
      return false;
    };
    await expect(readPicture(address, WINDOW, network)).rejects.toThrow("changed while it was read");
  });

  test("is signed anew where the store refuses the signature", async () => {
    fault = (request, reply) =>
      !request.url!.includes("sig=2") && Boolean(reply.writeHead(403).end("expired"));
    let signature = 1;
    const sign = async (url: URL, wasRefused: boolean) => {
      if (wasRefused) signature++;
      return { url: new URL(`?sig=${signature}`, url) };
    };
    const read = await readPicture(address, WINDOW, { ...network, sign });
    expect([...read.raster.bands[0]!]).toEqual(await expected(PICTURE));
    expect(asked).toHaveLength(3);
  });

  test("is signed with a container's token, renewed when the store refuses it", async () => {
    let given = 0;
    fault = (request, reply) => {
      if (request.url === "/token/127/scene.tif") {
        return Boolean(
          reply.end(JSON.stringify({ token: `sig=${++given}`, "msft:expiry": "2030-01-01T00:00:00Z" })),
        );
      }
      return !request.url!.includes("sig=2") && Boolean(reply.writeHead(403).end("expired"));
    };
    const base = address.replace("scene.tif", "token");
    const sign = planetaryComputerSigning(network, base, (url) => url.pathname === "/scene.tif");
    const read = await readPicture(address, WINDOW, { ...network, sign });
    expect([...read.raster.bands[0]!]).toEqual(await expected(PICTURE));
    expect(given).toBe(2);
  });

  test("carries an account's token to its own host only", async () => {
    const said: string[] = [];
    fault = (request, reply) => {
      said.push(`${request.url} ${request.headers.authorization ?? "-"}`);
      return request.url === "/login" && Boolean(reply.end('{"access_token":"abc","expires_in":600}'));
    };
    const login = {
      tokenUrl: new URL("/login", address),
      form: new URLSearchParams({ grant_type: "password" }),
    };
    for (const host of ["127.0.0.1", "elsewhere.example"]) {
      await readPicture(address, WINDOW, { ...network, sign: bearerSigning(network, { ...login, host }) });
    }
    const scene = (token: string) => [`/scene.tif ${token}`, `/scene.tif ${token}`];
    expect(said).toEqual(["/login -", ...scene("Bearer abc"), ...scene("-")]);
  });

  test("is asked anew of its first address where the one that it was sent on to has run out", async () => {
    let [given, refused] = [0, 0];
    fault = (request, reply, nth) => {
      const isFirst = request.url === "/scene.tif";
      if (isFirst) return Boolean(reply.writeHead(302, { location: `/kept.tif?sig=${++given}` }).end());
      const isOld = nth > 2 && request.url!.endsWith("=1");
      return isOld && Boolean(reply.writeHead(403).end(`expired ${++refused}`));
    };
    const read = await readPicture(address, WINDOW, network);
    expect([...read.raster.bands[0]!]).toEqual(await expected(PICTURE));
    expect([given, refused]).toEqual([2, 1]);
  });

  test("is put together where the server sends less at once than was asked for", async () => {
    fault = (request, reply) => {
      const [, from = 0, to = 0] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "")!.map(Number);
      const end = Math.min(to, from + 9999, PICTURE.length - 1);
      reply.writeHead(206, { "content-range": `bytes ${from}-${end}/${PICTURE.length}` });
      return Boolean(reply.end(PICTURE.subarray(from, end + 1)));
    };
    const read = await readPicture(address, WINDOW, network);
    expect([...read.raster.bands[0]!]).toEqual(await expected(PICTURE));
    expect(read.requests).toBe(8);
  });

  test("does not reach this machine unless it is allowed to", async () => {
    await expect(readPicture(address, WINDOW, { ...network, fetch: guardedFetch() })).rejects.toThrow(
      "not public",
    );
    expect(asked).toEqual([]);
  });
});

describe("the cache", () => {
  test("gives the second window of a file without a request", async () => {
    const first = await readPicture(address, WINDOW, cached("twice"));
    const again = await readPicture(address, WINDOW, cached("twice"));
    expect(again).toMatchObject({ requests: 0, bytesRead: 0, keptBytes: first.bytesRead });
    expect(again.raster).toEqual(first.raster);
  });

  test("gives the header where another window is read", async () => {
    await readPicture(address, WINDOW, cached("header"));
    const other = { wanted: { by: "pixels", window: { x: 0, y: 0, width: 9, height: 9 } } } as const;
    expect(await readPicture(address, other, cached("header"))).toMatchObject({
      requests: 0,
      keptBytes: 32_768 + 9 * SIDE * 2,
    });
    const third = { wanted: { by: "pixels", window: { x: 0, y: 500, width: 9, height: 9 } } } as const;
    expect(await readPicture(address, third, cached("header"))).toMatchObject({ requests: 1 });
  });

  test("is left aside when the file has changed, and when it is old", async () => {
    await readPicture(address, WINDOW, cached("changed"));
    [served, tag] = [pictureBytes(5), '"two"'];
    const far = { wanted: { by: "pixels", window: { x: 0, y: 500, width: 2, height: 1 } } } as const;
    const read = await readPicture(address, far, cached("changed"));
    expect(read.raster.bands[0]![0]).toBe((500 * SIDE * 7 + 5) % 60_001);
    [served, tag] = [pictureBytes(9), '"three"'];
    const later = await readPicture(address, far, cached("changed", 5_000_000));
    expect(later.raster.bands[0]![0]).toBe((500 * SIDE * 7 + 9) % 60_001);
  });

  test("fetches again what is not what its name says", async () => {
    await readPicture(address, WINDOW, cached("spoilt"));
    const folder = scratch.at("spoilt/bytes");
    for (const name of readdirSync(folder, { recursive: true }).map(String)) {
      if (name.length > 10) writeFileSync(`${folder}/${name}`, "spoilt");
    }
    const read = await readPicture(address, WINDOW, cached("spoilt"));
    expect([...read.raster.bands[0]!]).toEqual(await expected(PICTURE));
    expect(read.requests).toBe(2);
  });

  test("stays as small as it should", async () => {
    await readPicture(address, WINDOW, cached("small", 1_000_000, 40_000));
    const names = readdirSync(scratch.at("small/bytes"), { recursive: true }).map(String);
    const kept = names
      .filter((name) => name.length > 10)
      .map((name) => readFileSync(scratch.at(`small/bytes/${name}`)).length);
    expect(kept.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(40_000);
  });

  test("is not made for a file on this machine", async () => {
    writeFileSync(scratch.at("here.tif"), PICTURE);
    const read = await readPicture(scratch.at("here.tif"), WINDOW, cached("none"));
    expect([...read.raster.bands[0]!]).toEqual(await expected(PICTURE));
    expect(existsSync(scratch.at("none"))).toBe(false);
  });
});
