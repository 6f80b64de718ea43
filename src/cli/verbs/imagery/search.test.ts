import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { HAS_RECORDED, recordedCatalogues } from "../../../cycle/imagery/testing/recorded-catalogues.ts";
import { commandLine, temporaryFolder } from "../../testing/recorded-shell.ts";

const server = await recordedCatalogues();
afterAll(server.close);
beforeEach(() => {
  server.state.fault = () => false;
});

const tocsin = commandLine(temporaryFolder());
const PC = server.at("https://planetarycomputer.microsoft.com/api/stac/v1");
const NAIP = ["--collection", "naip", "--bbox", "-73.21,43.99,-73.12,44.05", "--page-size", "10"];
const search = (...options: string[]) =>
  tocsin("imagery", "search", "--provider", PC, ...NAIP, "--allow-host", "127.0.0.1", "--json", ...options);
const idsIn = (out: string) =>
  out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => (JSON.parse(line) as { id: string }).id);

describe.skipIf(!HAS_RECORDED)("tocsin imagery search (needs ../shared/data)", () => {
  test("writes items as lines of JSON, and a cursor that goes on within a page", async () => {
    const first = await search("--limit", "7");
    expect(first.exitCode).toBe(0);
    const cursor = /^more: --resume (\S+)$/m.exec(first.err)![1]!;
    const rest = await search("--limit", "13", "--resume", cursor);
    const whole = await search("--limit", "20");
    expect([...idsIn(first.out), ...idsIn(rest.out)]).toEqual(idsIn(whole.out));
  });

  test("that breaks off writes what it has, a cursor, one line and exits with 3", async () => {
    server.state.fault = (_, reply, { body }) =>
      body.includes("token") && Boolean(reply.writeHead(401).end("no"));
    const { exitCode, out, err } = await search();
    expect([exitCode, idsIn(out).length]).toEqual([3, 10]);
    expect(err).toMatch(/^more: --resume \S+\ntocsin: 127.0.0.1:\d+: HTTP 401: no$/);
  });

  test("lists collections by their words and time, also where the catalogue does not search them", async () => {
    const list = async (...options: string[]) => {
      const all = ["--provider", PC, "--allow-host", "127.0.0.1", "--json", ...options];
      return idsIn((await tocsin("imagery", "search", ...all)).out);
    };
    expect(await list("--collections", "*")).toHaveLength(31);
    const landsat = await list("--collections", "landsat");
    expect(landsat.length).toBeGreaterThan(0);
    expect(landsat.length).toBeLessThan(31);
    expect(await list("--collections", "landsat", "--to", "1950-01-01")).toEqual([]);
  });

  test("writes a table for people", async () => {
    const options = ["--provider", PC, ...NAIP, "--allow-host", "127.0.0.1", "--limit", "2"];
    const { out } = await tocsin("imagery", "search", ...options);
    expect(out.split("\n")[0]).toContain("cloud %");
  });
});

test("what is asked wrongly is said in one line", async () => {
  const told = async (...options: string[]) => {
    const { exitCode, err } = await tocsin("imagery", "search", ...options);
    return `${exitCode} ${err}`;
  };
  expect(await told()).toBe(
    "2 tocsin: needs --provider NAME: earth-search, planetary-computer, cdse, an address or a file",
  );
  expect(await told("--provider", "earthsearch")).toContain('2 tocsin: --provider is "earthsearch"');
  expect(await told("--provider", "cdse", "--bbox", "1,2,3,x")).toContain("2 tocsin: --bbox is");
  expect(await told("--provider", "cdse", "--bbox", "500,2,3,4")).toContain("in degrees");
  expect(await told("--provider", "cdse", "--from", "2026-02-01", "--to", "2026-01-01")).toContain(
    "is after --to",
  );
  expect(await told("--provider", "cdse", "--where", "cloud")).toContain("--where");
  expect(await told("--provider", "cdse", "--resume", "xyz")).toContain("--resume is no cursor");
  expect(await told("--provider", "http://127.0.0.1:9/stac")).toMatch(/^3 tocsin: 127.0.0.1:9: .*not public/);
});
