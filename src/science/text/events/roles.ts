import type { Mention } from "./mention.ts";
import type { Trigger } from "./trigger.ts";

/** Who did it, and to whom. */
export interface Roles {
  readonly sources: readonly Mention[];
  readonly targets: readonly Mention[];
  /** How the source was found, for the rule that is told with the event. */
  readonly voice: "active" | "passive" | "nominal" | "mutual";
}

/** Nobody is told of. */
export const NOBODY: Roles = { sources: [], targets: [], voice: "active" };

/** A trigger with its roles; later ones share its subject. */
export interface Filled {
  readonly trigger: Trigger;
  readonly roles: Roles;
}

/** Whose words a clause is. */
export type Speaker = Pick<Filled, "roles"> | null;
