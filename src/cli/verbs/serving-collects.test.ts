import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { localSource } from "../testing/local-source.ts";
import { commandLine, EXAMPLE, temporaryFolder } from "../testing/recorded-shell.ts";

let server: Awaited<ReturnType<typeof localSource>>;
beforeAll(async () => {
  server = await localSource();
});

const LIST = JSON.stringify([{ title: "A record" }]);

/** A server that serves until a test has seen enough, asking that source so often. */
function serving(...options: readonly string[]) {
  let stop = () => {};
  const stopped = new Promise<void>((done) => (stop = done));
  const tocsin = commandLine(temporaryFolder(), {
    now: () => new Date().toISOString(),
    stopped: () => stopped,
  });
  const named = ["--feed", `${server.base}list`, "--format", "json", "--allow-host", "127.0.0.1"];
  const ended = tocsin("serve", "--port", "0", "--watch", EXAMPLE, ...named, ...options);
  return { stop: () => (stop(), ended) };
}

const listed = () => server.asked.filter(({ url }) => url === "/list").length;

test("while it serves, a source is asked in rounds, and no round is begun in another", async () => {
  let [open, most] = [0, 0];
  server.answers((request, reply) => {
    if (request.url === "/robots.txt") return void reply.writeHead(404).end();
    most = Math.max(most, ++open);
    setTimeout(() => (open--, reply.end(LIST)), 150);
  });
  const before = listed();
  const { stop } = serving("--collect-every", "0.01");
  await expect.poll(() => listed() - before, { timeout: 30_000 }).toBeGreaterThanOrEqual(3);
  const { err, exitCode } = await stop();
  expect(exitCode).toBe(0);
  expect(err).toMatch(/kept, 1 new/);
  expect(most).toBe(1);
});

test("a source that does not answer does not keep the server from ending", async () => {
  server.answers((request, reply) => {
    if (request.url === "/robots.txt") reply.writeHead(404).end();
  });
  const before = listed();
  const { stop } = serving("--collect-every", "60");
  await expect.poll(() => listed() - before, { timeout: 10_000 }).toBe(1);
  const started = performance.now();
  await stop();
  expect(performance.now() - started).toBeLessThan(3000);
});

test("nobody is asked while it serves unless it is said how often", async () => {
  server.answers((_request, reply) => reply.end(LIST));
  const before = server.asked.length;
  const { stop } = serving();
  await new Promise((done) => setTimeout(done, 1000));
  await stop();
  expect(server.asked).toHaveLength(before);
});

test("clients are told while it serves, without a source that is asked", async () => {
  const [folder, home] = [temporaryFolder(), temporaryFolder()];
  const list = path.join(home, "clients.yaml");
  const client = { id: "desk", name: "Desk", to: `file://${folder}`, since: "2026-11-01", from: "watch" };
  writeFileSync(list, JSON.stringify({ clients: [client] }));
  let stop = () => {};
  const stopped = new Promise<void>((done) => (stop = done));
  const tocsin = commandLine(home, { stopped: () => stopped });
  const words = ["serve", "--port", "0", "--watch", EXAMPLE, "--clients", list, "--collect-every", "60"];
  const ended = tocsin(...words);
  await expect.poll(() => readdirSync(folder).length, { timeout: 20_000 }).toBe(1);
  stop();
  expect((await ended).err).toMatch(/^(assess|tell) 2026-11-23: .*desk told: .*→ watch$/m);
});
