import path from "node:path";
import type { Watch } from "#model/watch.ts";
import { readClients } from "#watch/index.ts";
import type { Teller } from "../cycle/clients/teller.ts";
import { guardedFetch } from "../cycle/network/guarded-fetch.ts";
import { readKeys } from "../cycle/sealing/own-keys.ts";
import type { Config } from "./config.ts";

const PATIENCE_MS = 30_000;

/** Who is told of a watch, and the ways to them: a host that the list names may be on this machine or a local network. */
export function tellerFrom(file: string, config: Config, watch: Watch): Teller {
  const clients = readClients(file, watch);
  return {
    clients,
    fetch: guardedFetch(clients.clients.map(({ to }) => new URL(to).hostname)),
    patienceMs: PATIENCE_MS,
    keys: readKeys(path.join(config.home, "keys")),
    replayed: new Map(),
  };
}
