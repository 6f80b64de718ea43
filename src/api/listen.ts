import { createServer as createTlsServer } from "node:https";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import type { Hono } from "hono";
import { OutsideFailed } from "#model/input-error.ts";

const FIRST_PORT = 4180;
const PORTS_TRIED = 20;

export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** A certificate with those that vouch for it, and its private key, as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Where it listens: on this machine alone and without TLS where nothing is said. */
export interface Place {
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  readonly tls?: Certificate | undefined;
}

/** Listens on that port, or on the first free one from 4180 on when none is given. */
export async function listen(app: Hono, { port, host = "127.0.0.1", tls }: Place = {}): Promise<Listening> {
  const { fetch } = app;
  const server = tls
    ? createAdaptorServer({ fetch, createServer: createTlsServer, serverOptions: tls })
    : createAdaptorServer({ fetch });
  const candidates =
    port === undefined ? Array.from({ length: PORTS_TRIED }, (_, i) => FIRST_PORT + i) : [port];
  for (const candidate of candidates) {
    const taken = await listenOn(server, candidate, host);
    if (taken === null) return { port: portOf(server), close: () => closed(server) };
    if (taken.code !== "EADDRINUSE")
      throw new OutsideFailed(`port ${candidate} of ${host} cannot be opened (${taken.code})`, taken);
  }
  throw new OutsideFailed(
    port === undefined
      ? `ports ${FIRST_PORT} to ${FIRST_PORT + PORTS_TRIED - 1} are taken; name a free one with --port`
      : `port ${port} is taken; name a free one with --port, or none to take the next free one`,
  );
}

function listenOn(server: ServerType, port: number, host: string): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    server.once("error", resolve);
    server.listen(port, host, () => {
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
