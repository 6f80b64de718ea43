/** How the shared work stands. */
export interface WorkState {
  /** Processes that gave a sign of life lately. */
  readonly workers: number;
  /** Jobs that may be taken now. */
  readonly waiting: number;
  /** Since when the oldest of those waits; ISO 8601 UTC with milliseconds. */
  readonly waitingSince: string | null;
  /** Jobs that failed and rest until they are tried again. */
  readonly resting: number;
  readonly underWay: number;
  /** Jobs that failed to the end and have not succeeded since, the latest first. */
  readonly failed: readonly FailedJob[];
}

export interface FailedJob {
  readonly job: string;
  readonly at: string;
  readonly reason: string;
}
