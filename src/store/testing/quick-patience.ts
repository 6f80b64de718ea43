import type { JobPatience } from "../job-queue.ts";

/** As impatient as a queue can be. */
export const QUICK: JobPatience = {
  ...{ retries: 1, retrySeconds: 1, silentSeconds: 60, lookSeconds: 1, pollSeconds: 0.5 },
};
