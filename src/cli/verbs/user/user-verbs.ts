import type { VerbEntry } from "../../verb-entry.ts";

/** Who may ask this installation. */
export const USER_VERBS: readonly VerbEntry[] = [
  {
    name: "user add",
    summary: "add an account; its password is asked for, or read from the first line of standard input",
    load: async () => (await import("./add.ts")).add,
  },
  {
    name: "user list",
    summary: "list the accounts with their tokens",
    load: async () => (await import("./list.ts")).list,
  },
  {
    name: "user change",
    summary: "give an account another role or ceiling",
    load: async () => (await import("./change.ts")).change,
  },
  {
    name: "user password",
    summary: "give an account another password, which ends its sessions",
    load: async () => (await import("./password.ts")).password,
  },
  {
    name: "user remove",
    summary: "remove an account with its sessions and tokens; what it decided stays",
    load: async () => (await import("./remove.ts")).remove,
  },
  {
    name: "user token",
    summary: "make a token for a program that asks in the name of an account, and show it once",
    load: async () => (await import("./token.ts")).token,
  },
  {
    name: "user revoke",
    summary: "end a token of an account",
    load: async () => (await import("./token.ts")).revoke,
  },
  {
    name: "user log",
    summary: "who signed in, who was refused, and what was decided",
    load: async () => (await import("./log.ts")).log,
  },
];
