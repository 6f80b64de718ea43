import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { OutsideFailed } from "#model/input-error.ts";
import { listen } from "./listen.ts";

const app = new Hono().get("/", (c) => c.text("here"));

test("a port nobody named gives way to the next free one, a port somebody named does not", async () => {
  const first = await listen(app);
  const second = await listen(app);
  expect(second.port).toBeGreaterThan(first.port);
  await expect(listen(app, { port: first.port })).rejects.toThrow(OutsideFailed);
  await expect(listen(app, { port: first.port })).rejects.toThrow(`port ${first.port} is taken`);
  await Promise.all([first.close(), second.close()]);
});

test("nobody but this machine is answered", async () => {
  const { port, close } = await listen(app, { port: 0 });
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe("here");
  const others = Object.values(networkInterfaces()).flat();
  const outward = others.find((one) => one !== undefined && !one.internal && one.family === "IPv4");
  if (outward) await expect(fetch(`http://${outward.address}:${port}/`)).rejects.toThrow();
  await close();
});

test("closing ends idle connections and frees the port", async () => {
  const { port, close } = await listen(app, { port: 0 });
  await (await fetch(`http://127.0.0.1:${port}/`)).text();
  await close();
  const next = createServer().listen(port, "127.0.0.1");
  await once(next, "listening");
  expect((next.address() as AddressInfo).port).toBe(port);
  next.close();
});
