import { appendFileSync, cpSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import type { Collected } from "../../cycle/network/collected.ts";
import type { SourceHealth } from "../../cycle/network/source-health.ts";
import { latestElementSets, openStore, spaceObjectsKnown } from "#store/index.ts";
import { type Answering, localSource } from "../testing/local-source.ts";
import { commandLine, EXAMPLE, temporaryFolder } from "../testing/recorded-shell.ts";

const ISS = {
  OBJECT_NAME: "ISS (ZARYA)",
  OBJECT_ID: "1998-067A",
  EPOCH: "2019-12-08T15:51:30.697344",
  MEAN_MOTION: 15.50097716,
  ECCENTRICITY: 0.0007395,
  INCLINATION: 51.6436,
  RA_OF_ASC_NODE: 216.3185,
  ARG_OF_PERICENTER: 13.0033,
  MEAN_ANOMALY: 84.0775,
  EPHEMERIS_TYPE: 0,
  CLASSIFICATION_TYPE: "U",
  NORAD_CAT_ID: 25544,
  ELEMENT_SET_NO: 999,
  REV_AT_EPOCH: 20232,
  BSTAR: 0.00003136,
  MEAN_MOTION_DOT: 0.00001338,
  MEAN_MOTION_DDOT: 0,
};
const HIGH_NUMBER = { ...ISS, OBJECT_NAME: "NEW", NORAD_CAT_ID: 100123 };
const GP = JSON.stringify([ISS, HIGH_NUMBER]);
const gp: Answering = (_request, reply) => reply.setHeader("content-type", "application/json").end(GP);

let server: Awaited<ReturnType<typeof localSource>>;
beforeAll(async () => {
  server = await localSource();
});

/** A command line whose clock a test turns; every command is a process of its own to the store. */
function place(env: Record<string, string> = {}) {
  const home = temporaryFolder();
  let clock = Date.parse("2026-11-23T12:00:00.000Z");
  const now = () => new Date(clock).toISOString();
  const tocsin = commandLine(home, { env: { TOCSIN_HOME: home, ...env }, now });
  const local = ["--base", server.base, "--allow-host", "127.0.0.1", "--watch", EXAMPLE, "--json"];
  const collect = async (source = "celestrak-active", ...more: string[]) => {
    const { out, err, exitCode } = await tocsin("collect", "--source", source, ...local, ...more);
    const [collected] = (out === "" ? [] : JSON.parse(out)) as Collected[];
    return { ...collected, exitCode, err };
  };
  const health = async (source = "celestrak-active") => {
    const all = JSON.parse((await tocsin("sources", "--watch", EXAMPLE, "--json")).out) as SourceHealth[];
    return all.find((one) => one.source === source)!;
  };
  const kept = async <T>(look: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>) => {
    const store = await openStore({ file: path.join(home, "arctic-cables.sqlite") });
    return look(store).finally(() => store.close());
  };
  const later = (minutes: number) => void (clock += minutes * 60_000);
  return { tocsin, collect, health, kept, later };
}

test("element sets are fetched, kept with their capture, and not asked for again within two hours", async () => {
  const { collect, health, kept, later } = place();
  server.answers(gp);
  const before = server.asked.length;
  expect(await collect()).toMatchObject({ outcome: "kept", added: 2, rejected: 0, exitCode: 0 });
  expect(server.asked[before]).toMatchObject({
    method: "GET",
    url: "/NORAD/elements/gp.php?GROUP=active&FORMAT=json",
  });
  later(119);
  expect(await collect()).toMatchObject({
    outcome: "waiting",
    notBefore: "2026-11-23T14:00:00.000Z",
    exitCode: 0,
  });
  expect(server.asked).toHaveLength(before + 1);
  const latest = await kept((store) => latestElementSets(store, { known: "2026-11-23" }));
  expect(latest.map(({ elements, knownAt }) => [elements.id, knownAt])).toEqual([
    [25544, "2026-11-23T12:00:00.000Z"],
    [100123, "2026-11-23T12:00:00.000Z"],
  ]);
  expect(await health()).toMatchObject({
    lastTry: "2026-11-23T12:00:00.000Z",
    lastSuccess: "2026-11-23T12:00:00.000Z",
    lastError: null,
    nextAllowed: "2026-11-23T14:00:00.000Z",
    gaps: [],
  });
});

test("what has not changed since is said to be so, and is not sent again", async () => {
  const { collect, later, kept } = place();
  server.answers((request, reply) => {
    if (request.headers["if-none-match"] === '"1"') reply.writeHead(304).end();
    else reply.setHeader("etag", '"1"').setHeader("content-encoding", "gzip").end(gzipSync(GP));
  });
  expect(await collect()).toMatchObject({ outcome: "kept", added: 2 });
  later(121);
  expect(await collect()).toMatchObject({ outcome: "unchanged", exitCode: 0 });
  later(121);
  expect(await collect()).toMatchObject({ outcome: "unchanged" });
  expect(await kept((store) => latestElementSets(store, { known: "2026-11-23" }))).toHaveLength(2);
});

/** What a source can do wrong, and what is said of it. */
const FAULTS: Record<string, [Answering, RegExp]> = {
  "a refusal": [
    (_request, reply) => reply.writeHead(403).end("GP data has not updated\nsince your last download"),
    /^HTTP 403: GP data has not updated since/,
  ],
  "a server that fails": [(_request, reply) => reply.writeHead(500).end(), /^HTTP 500$/],
  "a group nobody has": [(_request, reply) => reply.end("No GP data found"), /No GP data found/],
  garbage: [(_request, reply) => reply.end("\u0000\u0001\u0002"), /could be read/],
  "bytes that are no text": [
    (_request, reply) => reply.end(Buffer.from([0xff, 0xfe, 0x00])),
    /expected UTF-8/,
  ],
  "a page instead": [
    (_request, reply) => reply.setHeader("content-type", "text/html").end("<html>We are busy</html>"),
    /We are busy/,
  ],
  "an empty reply": [(_request, reply) => reply.end(), /empty/],
  "a reply cut off": [
    (_request, reply) => {
      reply.writeHead(200, { "content-length": "1000000" });
      reply.write(GP.slice(0, 100), () => reply.destroy());
    },
    /the reply broke off before its end/,
  ],
  "packed bytes cut off": [
    (_request, reply) => reply.setHeader("content-encoding", "gzip").end(gzipSync(GP).subarray(0, 60)),
    /unexpected end of file/,
  ],
  "a way that leads round": [
    (_request, reply) => reply.writeHead(302, { location: "/again" }).end(),
    /more than 3 times/,
  ],
  "a way to another scheme": [
    (_request, reply) => reply.writeHead(302, { location: "file:///etc/passwd" }).end(),
    /neither http: nor https:/,
  ],
  "a way into this machine": [
    (_request, reply) => reply.writeHead(302, { location: "http://[::1]:1/" }).end(),
    /\[::1\] is at ::1, which is not public/,
  ],
  "a way to a name of this machine": [
    (_request, reply) => reply.writeHead(302, { location: "http://localhost:1/" }).end(),
    /localhost is at .*, which is not public/,
  ],
  "a closed connection": [(_request, reply) => void reply.destroy(), /hang up|reset/],
};

for (const [name, [answer, said]] of Object.entries(FAULTS)) {
  test(`${name} is told, stores nothing, and makes the source wait`, async () => {
    const { collect, health, kept } = place();
    server.answers(answer);
    const { outcome, fault, exitCode } = await collect();
    expect({ outcome, exitCode }).toEqual({ outcome: "failed", exitCode: 3 });
    expect(fault).toMatch(said);
    expect(fault).not.toContain("\n");
    expect(await kept((store) => latestElementSets(store, { known: "2026-11-23" }))).toEqual([]);
    expect(await health()).toMatchObject({ lastSuccess: null, lastError: fault });
    expect((await collect()).outcome).toBe("waiting");
  });
}

test("a source that never comes to an end is given up", async () => {
  const { collect } = place();
  server.answers((_request, reply) => void reply.write(" "));
  const { outcome, fault } = await collect("celestrak-active", "--patience", "0.3");
  expect({ outcome, fault }).toEqual({ outcome: "failed", fault: "no whole reply within 0.3 s" });
});

test("a reply longer than the source ever is is given up while it comes", async () => {
  const { collect } = place();
  server.answers((_request, reply) => {
    const more = () => {
      while (reply.write(Buffer.alloc(2 ** 20, " ")));
      reply.once("drain", more);
    };
    more();
  });
  expect((await collect()).fault).toMatch(/longer than 67108864 bytes/);
});

test("the pause grows with every failure, a refusal waits for a person, and nobody asks sooner than the interval", async () => {
  const { collect, later, health } = place();
  server.answers((_request, reply) => reply.writeHead(403).end());
  const { notBefore = "" } = await collect();
  expect(Date.parse(notBefore) - Date.parse("2026-11-23T12:00:00.000Z")).toBeGreaterThanOrEqual(
    12 * 3_600_000,
  );
  later(121);
  expect((await collect()).outcome).toBe("waiting");
  server.answers((_request, reply) => reply.writeHead(503, { "retry-after": "864000" }).end());
  const retried = await collect("celestrak-active", "--retry");
  expect(retried.outcome).toBe("failed");
  expect(retried.notBefore).toBe("2026-12-03T14:01:00.000Z");
  expect((await collect("celestrak-active", "--retry")).outcome).toBe("waiting");
  later(60 * 48);
  expect((await health()).gaps).toEqual([{ from: "2026-11-23T12:00:00.000Z", to: null }]);
  server.answers(gp);
  expect((await collect("celestrak-active", "--retry")).outcome).toBe("kept");
  expect((await health()).gaps).toEqual([
    { from: "2026-11-23T12:00:00.000Z", to: "2026-11-25T14:01:00.000Z" },
  ]);
});

test("a redirect that stays in the open is followed and counted", async () => {
  const { collect } = place();
  server.answers((request, reply) =>
    request.url?.startsWith("/NORAD")
      ? void reply.writeHead(301, { location: "/moved" }).end()
      : gp(request, reply, ""),
  );
  expect(await collect()).toMatchObject({ outcome: "kept", added: 2 });
});

test("this machine is not asked unless it is allowed by name", async () => {
  const { tocsin } = place();
  server.answers(gp);
  const before = server.asked.length;
  const { out, exitCode } = await tocsin(
    ...["collect", "--source", "celestrak-geo", "--base", server.base, "--watch", EXAMPLE, "--json"],
  );
  expect(JSON.parse(out)).toMatchObject([
    { outcome: "failed", fault: expect.stringMatching(/--allow-host 127\.0\.0\.1/) },
  ]);
  expect(exitCode).toBe(3);
  expect(server.asked).toHaveLength(before);
});

test("Space-Track is asked with the user's own account, which is written down nowhere", async () => {
  const secret = "p&ss=wörd";
  const { collect, kept } = place({
    TOCSIN_SPACETRACK_USER: "me@example.org",
    TOCSIN_SPACETRACK_PASSWORD: secret,
  });
  server.answers((_request, reply, body) => {
    const form = new URLSearchParams(body);
    const isMine = form.get("password") === secret && form.get("identity") === "me@example.org";
    reply.end(isMine && form.get("query")?.endsWith("/format/json") ? GP : '{"Login":"Failed"}');
  });
  expect(await collect("space-track-gp")).toMatchObject({ outcome: "kept", added: 2 });
  expect(server.asked.at(-1)).toMatchObject({ method: "POST", url: "/ajaxauth/login" });
  const everything = await kept(async ({ db }) => [
    await db.selectFrom("requests").selectAll().execute(),
    await db.selectFrom("captures").select(["url", "headers"]).execute(),
  ]);
  expect(JSON.stringify(everything)).not.toMatch(/example\.org|w%C3%B6rd|wörd/);
});

test("a wrong account is told, one that is sent elsewhere is kept back, and none is asked for nothing", async () => {
  const account = { TOCSIN_SPACETRACK_USER: "me", TOCSIN_SPACETRACK_PASSWORD: "wrong" };
  server.answers((_request, reply) => reply.end('{"Login":"Failed"}'));
  expect((await place(account).collect("space-track-gp")).fault).toMatch(/Login/);
  server.answers((_request, reply) => reply.writeHead(302, { location: "/elsewhere" }).end());
  expect((await place(account).collect("space-track-gp")).fault).toMatch(/account is not carried/);
  const before = server.asked.length;
  expect((await place().collect("space-track-gp")).fault).toMatch(/needs an account/);
  expect(server.asked).toHaveLength(before);
});

test("a satellite catalogue is fetched like anything else", async () => {
  const { collect, kept } = place();
  server.answers((_request, reply) =>
    reply.end(
      "OBJECT_NAME,OBJECT_ID,NORAD_CAT_ID,OBJECT_TYPE,OWNER,LAUNCH_DATE\nISS,1998-067A,25544,PAY,ISS,1998-11-20\n",
    ),
  );
  expect(await collect("celestrak-satcat")).toMatchObject({ outcome: "kept", added: 1 });
  expect(await kept((store) => spaceObjectsKnown(store, { known: "2026-11-23" }, "satcat"))).toHaveLength(1);
});

test("nothing is asked unless it is switched on, and a source that does not exist is wrong use", async () => {
  const { tocsin } = place();
  const before = server.asked.length;
  await tocsin("collect", "--watch", EXAMPLE);
  await tocsin("run", "--no-serve", "--watch", EXAMPLE);
  expect(server.asked).toHaveLength(before);
  const wrong = await tocsin("collect", "--source", "celestrak", "--watch", EXAMPLE);
  expect(wrong).toMatchObject({
    exitCode: 2,
    err: expect.stringMatching(/no source "celestrak"; "tocsin sources" lists/),
  });
  expect((await tocsin("sources", "--watch", EXAMPLE)).out).toMatch(/space-track-gp .* off/);
});

test("a watch can switch a source on, and is told where it names one that does not exist", async () => {
  const { tocsin } = place();
  const watch = path.join(temporaryFolder(), "watch");
  cpSync(EXAMPLE, watch, { recursive: true });
  appendFileSync(path.join(watch, "watch.yaml"), "collect: [celestrak-active, celestrak-gio]\n");
  const { err, exitCode } = await tocsin("watch", "check", watch);
  expect(err).toMatch(/watch\.yaml:\d+:29: unknown source "celestrak-gio"; .*perhaps "celestrak-geo"/);
  expect(exitCode).toBe(1);
});
