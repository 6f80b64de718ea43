import { createAdaptorServer, type ServerType } from "@hono/node-server";
import type { Hono } from "hono";
import { OutsideFailed } from "#model/input-error.ts";

const FIRST_PORT = 4180;
const PORTS_TRIED = 20;

export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Listens on this machine alone: on that port, or on the first free one from 4180 on when none is given. */
export async function listen(app: Hono, port?: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch });
  const candidates =
    port === undefined ? Array.from({ length: PORTS_TRIED }, (_, i) => FIRST_PORT + i) : [port];
  for (const candidate of candidates) {
    const taken = await listenOn(server, candidate);
    if (taken === null) return { port: portOf(server), close: () => closed(server) };
    if (taken.code !== "EADDRINUSE") throw new OutsideFailed(`port ${candidate} cannot be opened`, taken);
  }
  throw new OutsideFailed(
    port === undefined
      ? `ports ${FIRST_PORT} to ${FIRST_PORT + PORTS_TRIED - 1} are taken; name a free one with --port`
      : `port ${port} is taken; name a free one with --port, or none to take the next free one`,
  );
}

function listenOn(server: ServerType, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    server.once("error", resolve);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", resolve);
      resolve(null);
    });
  });
}

function portOf(server: ServerType): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Answers what is under way, and waits for nothing idle. */
function closed(server: ServerType): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });
}
