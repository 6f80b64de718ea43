import { z } from "zod";
import { day, MARKINGS } from "./observation.ts";

export const MOST_CONTRIBUTED_CHARACTERS = 20_000;

/** What somebody outside hands in. Until a person has vetted it, it is kept apart and nothing is read out of it. */
export const contribution = z.strictObject({
  /** Under what name; a handle will do, and the ledger of contributors goes by it. */
  contributor: z.string().trim().min(1).max(100),
  title: z.string().trim().min(1).max(300),
  text: z.string().trim().min(1).max(MOST_CONTRIBUTED_CHARACTERS),
  /** Where it can be seen; empty where it cannot. */
  url: z
    .string()
    .regex(/^(https?:\/\/\S{1,1900})?$/, "expected an http or https address, or nothing")
    .default(""),
  marking: z.enum(MARKINGS).default("TLP:AMBER"),
  /** When it happened, and how exactly that is known. */
  on: day.optional(),
  precision: z.enum(["day", "month", "year"]).optional(),
  /** Ids of the watch's actors. */
  actors: z.array(z.string().min(1).max(60)).max(20).optional(),
  place: z
    .strictObject({
      name: z.string().trim().min(1).max(200),
      lat: z.number().min(-90).max(90).optional(),
      lon: z.number().min(-180).max(180).optional(),
    })
    .optional(),
});

export type Contribution = Readonly<z.infer<typeof contribution>>;

/** Accepted as a document to be read, entered into the record as it stands, rejected, or the last of these taken back. */
export const VETTINGS = ["accepted", "entered", "rejected", "undone"] as const;

/** Nothing bears it out, it is none of the watch's business, is known to be untrue, is known already, or is abuse. */
export const CONTRIBUTION_REJECTIONS = [
  "unsupported",
  "off-subject",
  "refuted",
  "known-already",
  "abuse",
] as const;

/** What an analyst says a contribution is entered as; what is left out stands as it was handed in. */
export const contributedEntry = z.strictObject({
  stream: z.string().min(1),
  kind: z.string().min(1),
  claim: z.string().trim().min(1).max(1000).optional(),
  validFrom: day.optional(),
  /** The Admiralty number: 6 unless the analyst finds it confirmed. */
  credibility: z.int().min(1).max(6).optional(),
});

export type ContributedEntry = Readonly<z.infer<typeof contributedEntry>>;

/** What a person decided on a contribution. */
export interface Vetting {
  readonly decision: (typeof VETTINGS)[number];
  readonly by: string;
  readonly note: string;
  /** Why it was rejected. */
  readonly because?: (typeof CONTRIBUTION_REJECTIONS)[number] | undefined;
  /** The observation it was entered as. */
  readonly observation?: string | undefined;
  /** ISO 8601 UTC with milliseconds. */
  readonly at: string;
}

/** A contribution as the store keeps it. */
export interface RecordedContribution {
  /** SHA-256 of what it says and who says it. */
  readonly id: string;
  readonly contribution: Contribution;
  readonly receivedAt: string;
  /** The latest decision; null while it is in quarantine, or when that was taken back. */
  readonly vetting: Vetting | null;
}
