import type { lookup } from "node:dns";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { guardedFetch } from "./guarded-fetch.ts";

let port = 0;
let asked = 0;
const server = createServer((_request, reply) => void (asked++, reply.end("here")));
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

/** A resolver under somebody else's control: it answers each question with the next of these. */
function answering(...answers: readonly (readonly string[])[]) {
  let questions = 0;
  const resolve = ((_name, _options, told) => {
    const addresses = answers[Math.min(questions++, answers.length - 1)]!;
    const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    (told as (error: null, found: readonly object[]) => void)(null, found);
  }) as typeof lookup;
  return { resolve, count: () => questions };
}

const GET = { method: "GET", headers: {}, redirect: "manual" } as const;

function ask(address: string, resolve?: typeof lookup, allowed: readonly string[] = []) {
  const fetch = guardedFetch(allowed, { silenceMs: 300, ...(resolve && { resolve }) });
  return fetch(new URL(address), { ...GET, signal: AbortSignal.timeout(2000) });
}

test("a name that is public when it is asked for once and private when it is asked for again is asked for once", async () => {
  const dns = answering(["127.0.0.1"], ["203.0.113.7"]);
  await expect(ask(`http://rebind.example:${port}/`, dns.resolve)).rejects.toThrow(
    /127\.0\.0\.1, which is not public/,
  );
  expect(dns.count()).toBe(1);
  expect(asked).toBe(0);
});

test("a name with one address of this machine among public ones is refused whole", async () => {
  const dns = answering(["93.184.216.34", "127.0.0.1"]);
  await expect(ask(`http://both.example:${port}/`, dns.resolve)).rejects.toThrow(/not public/);
  expect(asked).toBe(0);
});

test("what is not public is refused, however it is written", async () => {
  const hosts = [
    ...["127.0.0.1", "0", "0.0.0.0", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "017700000001"],
    ...["10.1.2.3", "172.31.255.255", "192.168.0.1", "169.254.169.254", "100.64.0.1", "198.18.0.1"],
    ...["224.0.0.1", "255.255.255.255", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]"],
    ...["[::127.0.0.1]", "[fe80::1]", "[fec0::1]", "[fd00:ec2::254]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]"],
    ...["[2001:0:7f00:1::]", "[ff02::1]", "①②⑦.0.0.1", "127。0。0。1", "%31%32%37.0.0.1"],
  ];
  for (const host of hosts) {
    await expect(ask(`http://${host}:${port}/`), host).rejects.toThrow(/which is not public/);
  }
  expect(asked).toBe(0);
});

test("a host is allowed by the very name it is asked by, and no other", async () => {
  expect((await ask(`http://127.0.0.1:${port}/`, undefined, ["127.0.0.1"])).status).toBe(200);
  const dns = answering(["127.0.0.1"]);
  expect(
    (await ask(`http://mirror.lan:${port}/`, undefined, ["127.0.0.1"]).catch(() => null))?.status,
  ).toBeUndefined();
  await expect(ask(`http://other.lan:${port}/`, dns.resolve, ["mirror.lan"])).rejects.toThrow(/not public/);
});
