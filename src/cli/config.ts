import path from "node:path";
import type { Shell } from "./shell.ts";

/** What the environment decides. */
export interface Config {
  /** `TOCSIN_DATABASE_URL`: PostgreSQL instead of a file. */
  readonly databaseUrl: string | undefined;
  /** `TOCSIN_HOME`: where the stores are kept. */
  readonly home: string;
  /** `TOCSIN_DEBUG`: whether an unexpected failure shows its trace. */
  readonly debug: boolean;
}

/** Reads the environment; nobody else does. */
export function readConfig(env: Shell["env"]): Config {
  return {
    databaseUrl: env.TOCSIN_DATABASE_URL || undefined,
    home: env.TOCSIN_HOME || ".tocsin",
    debug: Boolean(env.TOCSIN_DEBUG),
  };
}

/** The SQLite file of a watch. */
export function storeFile({ home }: Config, watchId: string): string {
  return path.join(home, `${watchId}.sqlite`);
}

/** The PostgreSQL schema of a watch; ids hold no underscore, so no two watches share one. */
export function schemaOf(watchId: string): string {
  return `watch_${watchId.replaceAll("-", "_")}`;
}
