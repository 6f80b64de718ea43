import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";

/** What the server does with a request; the body of the request is read already. */
export type Answering = (request: IncomingMessage, reply: ServerResponse, body: string) => void;

/** A real HTTP server on this machine that stands in for a source, and remembers what it was asked. */
export async function localSource() {
  let answer: Answering = (_request, reply) => reply.end();
  const asked: { method: string; url: string; headers: IncomingMessage["headers"]; body: string }[] = [];
  const server = createServer(async (request, reply) => {
    let body = "";
    for await (const part of request) body += String(part);
    const { method = "", url = "", headers } = request;
    asked.push({ method, url, headers, body });
    answer(request, reply, body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  afterAll(() => void (server.closeAllConnections(), server.close()));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}/`,
    port,
    asked,
    answers: (next: Answering) => void (answer = next),
  };
}
