import { brotliCompressSync, constants, deflateRawSync, gzipSync, zstdCompressSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { storeCounts } from "#store/counts.ts";
import { documentsKnown, openStore } from "#store/index.ts";
import type { Collected } from "../../cycle/network/collected.ts";
import { type Hostility, hostileSource, whole } from "../testing/hostile-source.ts";
import { zipOf } from "../testing/zip-of.ts";
import { commandLine, EXAMPLE, temporaryFolder } from "../testing/recorded-shell.ts";

let server: Awaited<ReturnType<typeof hostileSource>>;
beforeAll(async () => {
  server = await hostileSource();
});

const RECORDS = JSON.stringify([{ title: "A record", url: "https://example.org/1" }]);
const ZEROS = Buffer.alloc(32 * 2 ** 20);
const packedZeros = gzipSync(ZEROS);
const nested = gzipSync(gzipSync(gzipSync(RECORDS)));

async function collect(format = "json", ...more: string[]) {
  const home = temporaryFolder();
  const tocsin = commandLine(home);
  const named = ["--feed", `${server.base}list`, "--format", format, "--allow-host", "127.0.0.1"];
  const started = performance.now();
  const said = await tocsin("collect", "--once", ...named, "--watch", EXAMPLE, "--json", ...more);
  const [collected] = JSON.parse(said.out) as [Collected];
  const store = await openStore({ file: `${home}/arctic-cables.sqlite` });
  const kept = {
    ...(await storeCounts(store)),
    documents: await documentsKnown(store, { known: "2999-12-31" }),
  };
  await store.close();
  return { ...collected, exitCode: said.exitCode, kept, seconds: (performance.now() - started) / 1000 };
}

/** What is done to the reader, and what it has to say of it. */
const HOSTILITIES: Record<string, readonly [act: Hostility, said: RegExp, format?: string]> = {
  "a gzip bomb": [
    (socket) => socket.end(whole(packedZeros, "content-encoding: gzip")),
    /unpacks to more than/,
  ],
  "a gzip bomb nobody announced": [(socket) => socket.end(whole(packedZeros)), /unpacks to more than/],
  "a brotli bomb": [
    (socket) => {
      const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } };
      socket.end(whole(brotliCompressSync(ZEROS, quick), "content-encoding: br"));
    },
    /unpacks to more than/,
  ],
  "a deflate bomb": [
    (socket) => socket.end(whole(deflateRawSync(ZEROS), "content-encoding: deflate")),
    /unpacks to more than/,
  ],
  "a bomb in a bomb": [
    (socket) => socket.end(whole(gzipSync(packedZeros), "content-encoding: gzip")),
    /unpacks to more than/,
  ],
  "parcels in parcels": [(socket) => socket.end(whole(nested, "content-encoding: gzip")), /more than twice/],
  "a list of packings": [
    (socket) => socket.end(whole(RECORDS, "content-encoding: gzip, br, deflate, gzip")),
    /packed 4 times over/,
  ],
  "a zstd bomb": [
    (socket) => socket.end(whole(zstdCompressSync(ZEROS), "content-encoding: zstd")),
    /unpacks to more than/,
  ],
  "a packing nobody unpacks": [
    (socket) => socket.end(whole(RECORDS, "content-encoding: compress")),
    /packed with "compress"/,
  ],
  "a zip bomb": [(socket) => socket.end(whole(zipOf(ZEROS))), /archive unpacks to more/, "gdelt"],
  "a zip whose files share their bytes": [
    (socket) => socket.end(whole(zipOf(Buffer.alloc(1000, "x y z "), { copies: 16 }))),
    /overlap/,
    "gdelt",
  ],
  "a zip of thousands of files": [
    (socket) => socket.end(whole(zipOf(Buffer.from("x"), { copies: 5000 }))),
    /5000 files/,
    "gdelt",
  ],
  "a zip that is cut off": [(socket) => socket.end(whole(zipOf(ZEROS).subarray(0, -30))), /no end/, "gdelt"],
  "a length of terabytes": [
    (socket) => socket.end(`HTTP/1.1 200 OK\r\ncontent-length: 9999999999999\r\n\r\n${RECORDS}`),
    /longer than \d+ bytes: 9999999999999 are announced/,
  ],
  "less than was announced": [
    (socket) => socket.end(`HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n${RECORDS}`),
    /the reply broke off before its end/,
  ],
  "a status that is none": [
    (socket) => socket.end("HTTP/1.1 999 Request denied\r\ncontent-length: 0\r\n\r\n"),
    /answered with the status 999/,
  ],
  "two lengths": [
    (socket) => socket.end(`HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 50\r\n\r\n${RECORDS}`),
    /Parse Error/,
  ],
  "a length and chunks": [
    (socket) =>
      socket.end(
        "HTTP/1.1 200 OK\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
      ),
    /Parse Error/,
  ],
  "a chunk of a size that is none": [
    (socket) => socket.end("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nfffffffffffffffff\r\n"),
    /Parse Error|broke off/,
  ],
  "header lines without end": [
    (socket) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      const more = () => {
        while (socket.writable && socket.write(`x-${"a".repeat(500)}: ${"b".repeat(500)}\r\n`));
        socket.once("drain", more);
      };
      more();
    },
    /Header overflow|reset/i,
  ],
  "no HTTP at all": [(socket) => socket.end("SSH-2.0-OpenSSH_9.9\r\n"), /Parse Error/],
  "another protocol": [
    (socket) => socket.end("HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n"),
    /changes to another protocol/,
  ],
  "a way without end": [
    (socket, request) =>
      socket.end(
        `HTTP/1.1 302 Found\r\nlocation: ${/GET (\S+)/.exec(request)?.[1]}x\r\ncontent-length: 0\r\n\r\n`,
      ),
    /more than 3 times/,
  ],
  "a way to a file": [
    (socket) => socket.end("HTTP/1.1 302 Found\r\nlocation: file:///etc/passwd\r\n\r\n"),
    /neither http: nor https:/,
  ],
  "a way to the metadata of a cloud": [
    (socket) =>
      socket.end("HTTP/1.1 307 Temporary\r\nlocation: http://169.254.169.254/latest/meta-data/\r\n\r\n"),
    /169\.254\.169\.254.*not public/,
  ],
  "a way to this machine in decimal": [
    (socket) => socket.end("HTTP/1.1 302 Found\r\nlocation: http://2130706434/\r\n\r\n"),
    /127\.0\.0\.2.*not public/,
  ],
  "a way to this machine in octal": [
    (socket) => socket.end("HTTP/1.1 302 Found\r\nlocation: http://0177.0.0.02/\r\n\r\n"),
    /127\.0\.0\.2.*not public/,
  ],
  "a way to this machine inside IPv6": [
    (socket) => socket.end("HTTP/1.1 302 Found\r\nlocation: http://[::ffff:10.0.0.1]/\r\n\r\n"),
    /not public/,
  ],
  "a way with an account": [
    (socket) => socket.end("HTTP/1.1 302 Found\r\nlocation: http://me:secret@127.0.0.1:1/\r\n\r\n"),
    /an account in an address is not sent/,
  ],
  "a way that is no address": [
    (socket) => socket.end("HTTP/1.1 302 Found\r\nlocation: http://[half/\r\n\r\n"),
    /no address/,
  ],
  "lines and colours for the terminal": [
    (socket) =>
      socket.end("HTTP/1.1 500 Sorry\r\nconnection: close\r\n\r\n\u001b[2J\u001b]0;owned\u0007\r\nnext"),
    /^HTTP 500: \[2J \]0;owned/,
  ],
  "JSON deeper than any stack": [(socket) => socket.end(whole("[".repeat(2_000_000))), /could be read/],
  "JSON of one long text": [(socket) => socket.end(whole(`"${"a".repeat(1e6)}"`)), /lists no records/],
};

for (const [name, [act, said, format]] of Object.entries(HOSTILITIES)) {
  test(`${name} is refused with the reason on one line, in no time, and nothing is kept`, async () => {
    server.acts(act);
    const { outcome, fault, exitCode, kept, seconds } = await collect(format);
    expect(fault).toMatch(said);
    expect(fault).not.toMatch(/[\p{Cc}]/u);
    expect({ outcome, exitCode }).toEqual({ outcome: "failed", exitCode: 3 });
    expect(kept.documents).toEqual([]);
    expect(kept.captures).toBe(0);
    expect(seconds).toBeLessThan(5);
  });
}

test("a content coding that is none is passed over, and each of the usual ones is undone", async () => {
  const packed: Record<string, string | Uint8Array> = {
    none: RECORDS,
    "UTF-8": RECORDS,
    "aws-chunked, gzip": gzipSync(RECORDS),
    br: brotliCompressSync(RECORDS),
    zstd: zstdCompressSync(RECORDS),
  };
  for (const [coding, bytes] of Object.entries(packed)) {
    server.acts((socket) => socket.end(whole(bytes, `content-encoding: ${coding}`)));
    expect(await collect(), coding).toMatchObject({ outcome: "kept", added: 1 });
  }
});

test("a reader is not kept waiting byte by byte", async () => {
  server.acts((socket) => {
    socket.write("HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n");
    const timer = setInterval(() => socket.write(" "), 50);
    socket.on("close", () => clearInterval(timer));
  });
  const { fault, seconds } = await collect("json", "--patience", "0.5");
  expect(fault).toBe("no whole reply within 0.5 s");
  expect(seconds).toBeLessThan(4);
});

test("nor header line by header line", async () => {
  server.acts((socket) => {
    socket.write("HTTP/1.1 200 OK\r\n");
    const timer = setInterval(() => socket.write("x: y\r\n"), 50);
    socket.on("close", () => clearInterval(timer));
  });
  expect((await collect("json", "--patience", "0.5")).fault).toBe("no whole reply within 0.5 s");
});

test("a cookie is not taken, and what tells a state is sent back only where it can stand in a header", async () => {
  server.acts((socket) =>
    socket.end(whole(RECORDS, "set-cookie: id=1", `etag: "${"x".repeat(3000)}"`, "last-modified: caf\u00e9")),
  );
  const tocsin = commandLine(temporaryFolder());
  const ask = () =>
    tocsin(
      ...["collect", "--feed", `${server.base}marks`, "--format", "json", "--allow-host", "127.0.0.1"],
      ...["--watch", EXAMPLE, "--json"],
    );
  await ask();
  expect(JSON.parse((await ask()).out)).toMatchObject([{ outcome: "kept", duplicate: 1 }]);
  expect(server.asked.at(-1)).not.toMatch(/cookie|if-none-match|if-modified-since/i);
});

test("an account in the address of a source is wrong use, and so is another scheme", async () => {
  const tocsin = commandLine(temporaryFolder());
  for (const feed of ["http://me:secret@example.org/feed", "file:///etc/passwd", "gopher://example.org/"]) {
    expect(await tocsin("collect", "--feed", feed, "--watch", EXAMPLE)).toMatchObject({ exitCode: 2 });
  }
});
