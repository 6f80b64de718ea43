import type { Day } from "#model/day.ts";

/** A piece of the cycle that one process does by itself, as a plain value: doing it twice is doing it once. */
export type Job =
  /** Looks what is due. */
  | { readonly does: "plan" }
  /** Asks the sources at one host, one after another, so that no two processes hurry it. */
  | { readonly does: "collect"; readonly host: string }
  | { readonly does: "read folder" }
  | { readonly does: "observe" }
  | { readonly does: "assess"; readonly asOf: Day }
  /** Tells clients what they do not know yet. */
  | { readonly does: "tell"; readonly asOf: Day };

/** What tells a job apart, and what people call it. */
export function nameOf(job: Job): string {
  if ("host" in job) return `${job.does} ${job.host}`;
  return "asOf" in job ? `${job.does} ${job.asOf}` : job.does;
}

/** What is said of a job that came to nothing. */
export const NOTHING_NEW = "nothing new";

/** What a job came to, in a line, and what is to be done next. */
export interface JobDone {
  readonly said: string;
  readonly next: readonly Job[];
}
