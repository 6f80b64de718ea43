import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { beforeAll, expect, test } from "vitest";
import { assessments, verifyLedger } from "#store/index.ts";
import { onPostgres } from "#store/testing/each-store.ts";
import { localSource } from "../testing/local-source.ts";
import { commandLine, EXAMPLE, temporaryFolder } from "../testing/recorded-shell.ts";

test("on SQLite what is due is done once, in this process", async () => {
  const tocsin = commandLine(temporaryFolder());
  const work = (...more: string[]) => tocsin("work", "--watch", EXAMPLE, ...more);
  const refused = await work();
  expect(refused).toMatchObject({ exitCode: 2, out: "" });
  expect(refused.err).toMatch(
    /"tocsin work --once" from cron; .* TOCSIN_DATABASE_URL must name a PostgreSQL/,
  );
  const done = await work("--once", "--json");
  const jobs = done.out.split("\n").map((line) => (JSON.parse(line) as { job: string }).job);
  expect([done.exitCode, jobs]).toEqual([0, ["plan", "observe", "assess 2026-11-23"]]);
  expect(await work("--once")).toMatchObject({ exitCode: 0, out: "plan: 0 due" });
});

test("a job that fails is told, and the others are done", async () => {
  const home = temporaryFolder();
  const tocsin = commandLine(home, { env: { TOCSIN_HOME: home, TOCSIN_FOLDER: path.join(home, "none") } });
  const { exitCode, out } = await tocsin("work", "--once", "--watch", EXAMPLE);
  expect(exitCode).toBe(3);
  expect(out).toMatch(/^read folder: failed: .*none cannot be read/m);
  expect(out).toMatch(/^assess 2026-11-23: \d+ warnings$/m);
});

const FEED = `<rss version="2.0"><channel><title>F</title><item><title>A cable is cut</title>
<link>https://example.org/a</link><pubDate>Sun, 22 Nov 2026 08:00:00 GMT</pubDate></item></channel></rss>`;
const SOURCES = ["one", "two", "three"];

onPostgres(({ place, open }) => {
  let server: Awaited<ReturnType<typeof localSource>>;
  beforeAll(async () => {
    server = await localSource();
  });

  /** The example with feeds of its own at one host. */
  function watchAtHost(): string {
    const dir = path.join(temporaryFolder(), "watch");
    cpSync(EXAMPLE, dir, { recursive: true });
    const row = (id: string) =>
      `${id},${id},${server.base},${server.base}${id}.xml,RSS,en,NOR,press,no,B,headlines and links only,not checked,from_memory`;
    const header =
      "id,name,url,feed_url,format,language,country,kind,state_controlled,reliability,licence,liveness,url_kind";
    writeFileSync(path.join(dir, "sources.csv"), [header, ...SOURCES.map(row), ""].join("\n"));
    return dir;
  }

  const settings = (url: string) => ({
    TOCSIN_DATABASE_URL: url,
    TOCSIN_SOURCES: SOURCES.join(),
    TOCSIN_ALLOW_HOSTS: "127.0.0.1",
  });

  function worker(url: string, watch: string, ...options: string[]) {
    const argv = ["bin/tocsin.js", "work", "--watch", watch, ...options];
    const child = spawn(process.execPath, argv, {
      env: { ...process.env, ...settings(url) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const said: string[] = [];
    createInterface(child.stdout).on("line", (line) => said.push(line));
    return { child, said, ended: once(child, "exit") as Promise<[number | null, string | null]> };
  }

  test("two processes share the work: a host is asked by one at a time, and the ledger stays one chain", async () => {
    let [underWay, most] = [0, 0];
    server.answers((request, reply) => {
      most = Math.max(most, ++underWay);
      setTimeout(() => {
        underWay--;
        if (request.url === "/robots.txt") reply.writeHead(404).end();
        else reply.setHeader("content-type", "application/rss+xml").end(FEED);
      }, 200);
    });
    const [{ url = "" }, watch] = [await place(), watchAtHost()];
    const lasting = worker(url, watch, "--concurrency", "3");
    const first = worker(url, watch, "--concurrency", "3", "--once");
    expect(await first.ended).toEqual([0, null]);
    lasting.child.kill("SIGTERM");
    expect(await lasting.ended).toEqual([0, null]);
    const asked = () => server.asked.map((request) => request.url).sort();
    const once = ["/one.xml", "/robots.txt", "/three.xml", "/two.xml"];
    expect(asked()).toEqual(once);
    expect(most).toBe(1);
    expect([...first.said, ...lasting.said].join("\n")).toMatch(/collect .*: one kept, 1 new; two kept/);

    const tocsin = commandLine(temporaryFolder(), {
      env: settings(url),
      now: () => new Date().toISOString(),
      stopped: () => new Promise(() => {}),
    });
    expect((await tocsin("work", "--once", "--watch", watch)).exitCode).toBe(0);
    expect(asked()).toEqual(once);
    const store = await open({ url });
    expect((await verifyLedger(store)).brokenAt).toBeNull();
    expect(await assessments(store)).toHaveLength(1);
    const { out } = await tocsin("doctor", "--watch", watch);
    expect(out).toMatch(/^ok +work +0 workers, 0 jobs under way, 0 waiting, 0 to be tried again/m);
  });
});
