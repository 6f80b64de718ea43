import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";

const RECORDED = "../shared/data/geo/stac/api/recorded/interactions.ndjson.gz";
export const HAS_RECORDED = existsSync(RECORDED);

interface Exchange {
  readonly method: string;
  readonly uri: string;
  readonly requestBody: Record<string, unknown> | null;
  readonly status: number;
  readonly contentType: string;
  readonly body: unknown;
}

/** Decides a reply before the recorded one is looked up; true when it has answered. */
export type Fault = (
  request: IncomingMessage,
  reply: ServerResponse,
  asked: { readonly body: string; readonly nth: number },
) => boolean;

/** What a question is about, whatever the number of items at once; the recorded filter spells its comparison in letters. */
function keyOf(method: string, address: string, body: unknown): string {
  const url = new URL(address);
  url.searchParams.delete("limit");
  url.searchParams.sort();
  const { limit: _, ...rest } = (body ?? {}) as Record<string, unknown>;
  const sorted = Object.fromEntries(Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return `${method} ${url.host}${url.pathname.replace(/\/$/, "")}${url.search} ${JSON.stringify(sorted).replace('"<="', '"lte"')}`;
}

/** A real HTTP server that gives recorded answers: the host of a catalogue is the first part of the path. */
export async function recordedCatalogues() {
  const lines = HAS_RECORDED ? gunzipSync(readFileSync(RECORDED)).toString().trim().split("\n") : [];
  const exchanges = lines.map((line) => JSON.parse(line) as Exchange);
  const answers = new Map(exchanges.map((one) => [keyOf(one.method, one.uri, one.requestBody), one]));
  const state: { fault: Fault; asked: string[] } = { fault: () => false, asked: [] };
  const server = createServer(async (request, reply) => {
    let body = "";
    for await (const part of request) body += String(part);
    state.asked.push(`${request.method} ${request.url} ${body}`);
    if (state.fault(request, reply, { body, nth: state.asked.length })) return;
    const { port } = server.address() as AddressInfo;
    const base = `http://127.0.0.1:${port}`;
    const found = answers.get(
      keyOf(request.method!, `https:/${request.url}`, body === "" ? null : JSON.parse(body)),
    );
    if (found === undefined)
      return void reply.writeHead(404, { "content-type": "application/json" }).end('{"code":"NotFound"}');
    const text = JSON.stringify(found.body).replaceAll(
      /https:\/\/([\w.-]+)\/(?=[^"]*")/g,
      (whole, host: string) =>
        exchanges.some(({ uri }) => new URL(uri).host === host) ? `${base}/${host}/` : whole,
    );
    reply.writeHead(found.status, { "content-type": found.contentType }).end(text);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    at: (address: string) => address.replace("https:/", `http://127.0.0.1:${port}`),
    base: `http://127.0.0.1:${port}`,
    state,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
