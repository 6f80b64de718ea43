import { execFileSync } from "node:child_process";
import { hash } from "node:crypto";
import { chownSync, existsSync, globSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** A PostgreSQL server of its own, in a new folder, reached by a socket in that folder. */
export interface PostgresServer {
  /** The address of the database. */
  readonly address: string;
  /** The address of a database schema that nobody else uses. */
  readonly url: (schema: string) => string;
  readonly start: () => void;
  /** Stops at once, as in a crash. */
  readonly crash: () => void;
  readonly remove: () => void;
}

const BIN = globSync("/usr/lib/postgresql/*/bin/pg_ctl").map((file) => path.dirname(file));

/** Why no server can be started here; null when one can. */
export const noPostgresBecause: string | null =
  BIN.length > 0 ? null : "no PostgreSQL server under /usr/lib/postgresql";

const CACHE = fileURLToPath(new URL("../../../node_modules/.cache/tocsin-postgres/", import.meta.url));

/** Creates and starts a server; its texts sort by English rules, so that a query that relies on them shows. */
export function startPostgres(): PostgresServer {
  const bin = BIN.sort().at(-1)!;
  const folder = mkdtempSync(path.join(tmpdir(), "tocsin-pg-"));
  const owner = unprivileged();
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const run = (program: string, ...options: string[]) =>
    execFileSync(path.join(bin, program), ["-D", path.join(folder, "data"), ...options], {
      ...owner,
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
    });
  const options = "-U tocsin -A trust -N -E UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=en";
  const kind = hash("sha256", `${bin} ${owner.uid ?? "own"} ${options}`).slice(0, 16);
  onceMade(path.join(CACHE, kind), path.join(folder, "data"), () => run("initdb", ...options.split(" ")));
  const address = `postgres:///postgres?host=${folder}&user=tocsin`;
  const server: PostgresServer = {
    address,
    url: (schema) => `${address}&options=-c%20search_path%3D${schema}`,
    start: () =>
      void run("pg_ctl", "-w", "-s", "-l", path.join(folder, "log"), "-o", `-F -k ${folder} -h ''`, "start"),
    crash: () => void run("pg_ctl", "-w", "-s", "-m", "immediate", "stop"),
    remove() {
      server.crash();
      rmSync(folder, { recursive: true });
    },
  };
  server.start();
  return server;
}

/** An empty cluster as it was made the first time: to copy it takes a tenth of the time that making one does. */
function onceMade(template: string, data: string, make: () => void): void {
  if (existsSync(template)) return copyWithOwner(template, data);
  make();
  const unfinished = `${template}.${process.pid}`;
  mkdirSync(path.dirname(template), { recursive: true });
  copyWithOwner(data, unfinished);
  try {
    renameSync(unfinished, template);
  } catch {
    // Another process was first.
    rmSync(unfinished, { recursive: true });
  }
}

const copyWithOwner = (from: string, to: string): void =>
  void execFileSync("cp", ["-a", from, to], { stdio: ["ignore", "ignore", "pipe"] });

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or as `nobody`. */
function unprivileged(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const user of ["postgres", "nobody"]) {
    try {
      return { uid: idOf("-u", user), gid: idOf("-g", user) };
    } catch {
      continue;
    }
  }
  return {};
}

function idOf(which: "-u" | "-g", user: string): number {
  return Number(execFileSync("id", [which, user], { stdio: ["ignore", "pipe", "ignore"] }));
}
