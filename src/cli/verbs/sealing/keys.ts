import path from "node:path";
import { makeKeys, publicKeys, readKeys, type OwnKeys } from "../../../cycle/sealing/own-keys.ts";
import { readConfig } from "../../config.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT } from "../../options.ts";
import type { Shell } from "../../shell.ts";
import { defineVerb } from "../../verb.ts";

/** Where the keys of this installation are. */
export function keysFolder({ env }: Shell): string {
  return path.join(readConfig(env).home, "keys");
}

/** The keys of this installation; WrongUse where none were made. */
export function ownKeys(shell: Shell): OwnKeys {
  const keys = readKeys(keysFolder(shell));
  if (keys) return keys;
  throw new WrongUse('there are no keys yet; "tocsin keys make" makes them');
}

/** What others need to check what comes from here, and to seal what comes here. */
export const keys = defineVerb({
  options: JSON_OUT,
  run: async ({ options }, shell) => tell(ownKeys(shell), options.json, shell),
});

/** Makes the keys, once. */
export const keysMake = defineVerb({
  options: JSON_OUT,
  run: async ({ options }, shell) => tell(await makeKeys(keysFolder(shell)), options.json, shell),
});

async function tell(own: OwnKeys, asJson: true | undefined, shell: Shell): Promise<number> {
  const told = await publicKeys(own);
  shell.out(asJson ? JSON.stringify(told) : `signs     ${told.signs}\nreceives  ${told.receives}`);
  return 0;
}
