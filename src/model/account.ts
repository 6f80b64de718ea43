import type { Observation } from "./observation.ts";

/** Who may do what, each also what those before it may: read, decide and hand in, vet what outsiders hand in. */
export const ROLES = ["reader", "analyst", "steward"] as const;
export type Role = (typeof ROLES)[number];

/** Somebody who may ask this installation; named after a role or a desk rather than a private person. */
export interface Account {
  readonly name: string;
  readonly role: Role;
  /** How strictly marked what it is shown may be. */
  readonly ceiling: Observation["marking"];
}

/** Whether an account of this role may do what needs that one. */
export function mayActAs({ role }: Account, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** Whether an account can be called so. */
export function isAccountName(text: string): boolean {
  return /^[a-z][a-z0-9._-]{1,31}$/.test(text);
}
