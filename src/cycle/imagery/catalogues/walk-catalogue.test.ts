import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { ItemSearch } from "#science/imagery/index.ts";
import { guardedFetch } from "../../network/guarded-fetch.ts";
import { circuitBreaker } from "./circuit-breaker.ts";
import { searchCatalogue } from "./search-catalogue.ts";
import { scratchFolder } from "../testing/gdal.ts";
import { HAS_RECORDED, recordedCatalogues } from "../testing/recorded-catalogues.ts";

const server = await recordedCatalogues();
const scratch = scratchFolder();
afterAll(() => {
  server.close();
  scratch.remove();
});
beforeEach(() => {
  [server.state.fault, server.state.asked] = [() => false, []];
});

const network = {
  fetch: guardedFetch(["127.0.0.1"], { keepAlive: true }),
  patience: { replyMs: 500, attempts: 2, pauseMs: 1, random: () => 0.5 },
  breaker: circuitBreaker({ most: 50, restMs: 1000, nowMs: () => 0 }),
  nowMs: () => 0,
};
const ALL: ItemSearch = {
  collections: [],
  ids: [],
  bbox: null,
  intersects: null,
  from: null,
  to: null,
  conditions: [],
};

async function walked(url: string, search: Partial<ItemSearch> = {}) {
  const [ids, notes]: [string[], string[]] = [[], []];
  for await (const page of searchCatalogue(
    network,
    { id: "files", url, pageSize: 10 },
    { ...ALL, ...search },
  )) {
    ids.push(...page.items.map(({ id }) => id));
    notes.push(...page.notes);
  }
  return { ids: ids.toSorted(), notes };
}

describe.skipIf(!HAS_RECORDED)("a recorded catalogue of files (needs ../shared/data)", () => {
  const address = server.at(
    "https://raw.githubusercontent.com/stac-utils/pystac/v1.9.0/docs/example-catalog/catalog.json",
  );

  test("is walked to its items, by relative links", async () => {
    const { ids, notes } = await walked(address);
    expect(ids).toEqual([
      "LC80140332018166LGN00",
      "LC80150322018141LGN00",
      "LC80150332018189LGN00",
      "LC80300332018166LGN00",
    ]);
    expect(notes).toEqual([]);
    expect(new Set(server.state.asked).size).toBe(server.state.asked.length);
  });

  test("gives the items of a time, a place and little cloud", async () => {
    expect(
      (await walked(address, { from: "2018-06-01T00:00:00Z", to: "2018-06-30T00:00:00Z" })).ids,
    ).toHaveLength(2);
    expect((await walked(address, { bbox: [10, 10, 11, 11] })).ids).toEqual([]);
    const { ids } = await walked(address, {
      conditions: [{ property: "eo:cloud_cover", is: "<", value: 20 }],
    });
    expect(ids).toHaveLength(3);
  });

  test("names what cannot be read and goes on", async () => {
    server.state.fault = (request, reply) =>
      request.url!.includes("2018-07") && Boolean(reply.writeHead(500).end("broken"));
    const { ids, notes } = await walked(address);
    expect(ids).toHaveLength(3);
    expect(notes).toEqual([expect.stringContaining("HTTP 500: broken")]);
  });
});

describe("a catalogue of files on this machine", () => {
  const write = (name: string, document: unknown) =>
    writeFileSync(scratch.at(name), JSON.stringify(document));
  const links = (...all: [string, string][]) => all.map(([rel, href]) => ({ rel, href }));

  test("is walked once although its links go in a circle", async () => {
    mkdirSync(scratch.at("sub"));
    write("catalog.json", {
      type: "Catalog",
      stac_version: "1.1.0",
      id: "root",
      links: links(["child", "./sub/c.json"], ["child", "catalog.json"]),
    });
    write("sub/c.json", {
      type: "Collection",
      stac_version: "1.1.0",
      id: "c",
      links: links(
        ["parent", "../catalog.json"],
        ["child", "../catalog.json"],
        ["item", "i.json"],
        ["item", "../none.json"],
      ),
    });
    write("sub/i.json", {
      type: "Feature",
      id: "i",
      collection: "c",
      geometry: null,
      properties: { datetime: "2026-01-01T00:00:00Z" },
      assets: { red: { href: "../red.tif" } },
    });
    const { ids, notes } = await walked(scratch.at("catalog.json"));
    expect(ids).toEqual(["i"]);
    expect(notes).toEqual([expect.stringContaining("none.json: ENOENT")]);
  });

  test("is not reached from a catalogue on the network", async () => {
    const child = `file://${scratch.at("sub/i.json")}`;
    server.state.fault = (_, reply) =>
      Boolean(
        reply.end(
          JSON.stringify({ type: "Catalog", stac_version: "1.1.0", id: "x", links: links(["item", child]) }),
        ),
      );
    expect((await walked(`${server.base}/x/catalog.json`)).ids).toEqual([]);
  });
});
