import { z } from "zod";
import { MARKINGS } from "./observation.ts";

/** What somebody outside hands in. Until a person has vetted it, it is kept apart and nothing is read out of it. */
export const contribution = z.strictObject({
  /** Under what name; a handle will do, and the ledger of contributors goes by it. */
  contributor: z.string().trim().min(1).max(100),
  title: z.string().trim().min(1).max(300),
  text: z.string().trim().min(1).max(50_000),
  /** Where it can be seen; empty where it cannot. */
  url: z
    .string()
    .regex(/^(https?:\/\/\S{1,1900})?$/, "expected an http or https address, or nothing")
    .default(""),
  marking: z.enum(MARKINGS).default("TLP:AMBER"),
});

export type Contribution = Readonly<z.infer<typeof contribution>>;

export const VETTINGS = ["accepted", "rejected"] as const;

/** What a person decided on a contribution. */
export interface Vetting {
  readonly decision: (typeof VETTINGS)[number];
  readonly by: string;
  readonly note: string;
  /** ISO 8601 UTC with milliseconds. */
  readonly at: string;
}

/** A contribution as the store keeps it. */
export interface RecordedContribution {
  /** SHA-256 of what it says and who says it. */
  readonly id: string;
  readonly contribution: Contribution;
  readonly receivedAt: string;
  /** The latest decision; null while it is in quarantine. */
  readonly vetting: Vetting | null;
}
