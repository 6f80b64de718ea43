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
  /** `TOCSIN_SOURCES`: sources on the network that are switched on, with commas between. */
  readonly sources: readonly string[];
  /** `TOCSIN_FOLDER`: a folder whose files are read as documents. */
  readonly folder: string | undefined;
  /** `TOCSIN_ESTATE`: a file that says what an operator runs and depends on. */
  readonly estate: string | undefined;
  /** `TOCSIN_CLIENTS`: a file that says who is told without asking. */
  readonly clients: string | undefined;
  /** `TOCSIN_RELEASE`: how strictly marked a thing may be and still leave for other programs. */
  readonly release: string | undefined;
  /** `TOCSIN_ALLOW_HOSTS`: hosts on this machine or a local network that may be asked. */
  readonly allowedHosts: readonly string[];
  /** `TOCSIN_SPACETRACK_USER` and `TOCSIN_SPACETRACK_PASSWORD`. */
  readonly spaceTrack: { readonly identity: string; readonly password: string } | undefined;
  /** `TOCSIN_COPERNICUS_USER` and `TOCSIN_COPERNICUS_PASSWORD`, for pictures of the Copernicus Data Space. */
  readonly copernicus: { readonly user: string; readonly password: string } | undefined;
  /** `TOCSIN_MODEL_URL`, `TOCSIN_MODEL_NAME` and, where it wants one, `TOCSIN_MODEL_KEY`: a model that may be asked for opinions. */
  readonly model:
    | { readonly url: string; readonly name: string; readonly key: string | undefined }
    | undefined;
}

/** Reads the environment; nobody else does. */
export function readConfig(env: Shell["env"]): Config {
  const { TOCSIN_SPACETRACK_USER: identity, TOCSIN_SPACETRACK_PASSWORD: password } = env;
  const { TOCSIN_COPERNICUS_USER: user, TOCSIN_COPERNICUS_PASSWORD: copernicusPassword } = env;
  const { TOCSIN_MODEL_URL: url, TOCSIN_MODEL_NAME: name, TOCSIN_MODEL_KEY: key } = env;
  return {
    databaseUrl: env.TOCSIN_DATABASE_URL || undefined,
    home: env.TOCSIN_HOME || ".tocsin",
    debug: Boolean(env.TOCSIN_DEBUG),
    sources: listIn(env.TOCSIN_SOURCES),
    folder: env.TOCSIN_FOLDER || undefined,
    estate: env.TOCSIN_ESTATE || undefined,
    clients: env.TOCSIN_CLIENTS || undefined,
    release: env.TOCSIN_RELEASE || undefined,
    allowedHosts: listIn(env.TOCSIN_ALLOW_HOSTS),
    spaceTrack: identity && password ? { identity, password } : undefined,
    copernicus: user && copernicusPassword ? { user, password: copernicusPassword } : undefined,
    model: url && name ? { url, name, key: key || undefined } : undefined,
  };
}

/** The words of a list with commas between. */
export function listIn(text = ""): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== "");
}

/** The SQLite file of a watch. */
export function storeFile({ home }: Config, watchId: string): string {
  return path.join(home, `${watchId}.sqlite`);
}

/** The PostgreSQL schema of a watch; ids hold no underscore, so no two watches share one. */
export function schemaOf(watchId: string): string {
  return `watch_${watchId.replaceAll("-", "_")}`;
}
