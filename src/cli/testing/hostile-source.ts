import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";

/** What is done to a connection once a request has come; whatever is written is all the client gets. */
export type Hostility = (socket: Socket, request: string) => void;

/** A server on this machine below HTTP: it says byte for byte what a test wants, right or wrong. */
export async function hostileSource() {
  let act: Hostility = (socket) => socket.end();
  const asked: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.once("data", (bytes) => {
      const request = bytes.toString("latin1");
      const isRobots = request.startsWith("GET /robots.txt ");
      if (!isRobots) asked.push(request);
      if (isRobots) socket.end("HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n");
      else act(socket, request);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  afterAll(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}/`,
    port,
    asked,
    acts: (next: Hostility) => void (act = next),
  };
}

/** A reply with its length said rightly, and those header lines. */
export function whole(body: string | Uint8Array, ...headers: readonly string[]): Buffer {
  const bytes = Buffer.from(body);
  const head = ["HTTP/1.1 200 OK", `content-length: ${bytes.length}`, ...headers, "", ""].join("\r\n");
  return Buffer.concat([Buffer.from(head, "latin1"), bytes]);
}
