import { OutsideFailed } from "#model/input-error.ts";

/** How a server is asked again after it failed. */
export interface Patience {
  /** Gives up on one reply after that long. */
  readonly replyMs: number;
  /** How often it is asked at most. */
  readonly attempts: number;
  /** The first pause; each further one is twice as long, at most half a minute, and made unequal by `random`. */
  readonly pauseMs: number;
  readonly random: () => number;
}

const LONGEST_PAUSE_MS = 30_000;

interface Passing {
  readonly afterMs?: number | null;
  readonly isTooMuch?: boolean;
  readonly cause?: unknown;
}

/** A failure that may pass: asked again after `afterMs`, or after the usual pause where the server names none. */
export class PassingFailure extends OutsideFailed {
  override readonly name = "OutsideFailed";
  readonly afterMs: number | null;
  /** Whether less at once might be answered: the server was at its end, or too slow. */
  readonly isTooMuch: boolean;

  constructor(what: string, { afterMs = null, isTooMuch = false, cause }: Passing = {}) {
    super(what, cause);
    this.afterMs = afterMs;
    this.isTooMuch = isTooMuch;
  }
}

/** Does it, and again while it fails in passing, unless the failure is one to stop at; the last failure is thrown. */
export async function askAgain<T>(
  patience: Patience,
  ask: (signal: AbortSignal) => Promise<T>,
  stopsAt: (failure: PassingFailure) => boolean = () => false,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await withinTime(patience.replyMs, ask);
    } catch (error) {
      if (!(error instanceof PassingFailure) || attempt >= patience.attempts || stopsAt(error)) throw error;
      const usual = patience.pauseMs * 2 ** (attempt - 1) * (0.5 + patience.random());
      await pause(Math.min(LONGEST_PAUSE_MS, error.afterMs ?? usual));
    }
  }
}

async function withinTime<T>(replyMs: number, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(replyMs);
  try {
    return await ask(signal);
  } catch (error) {
    if (error instanceof OutsideFailed && !signal.aborted) throw error;
    if (signal.aborted)
      throw new PassingFailure(`no reply within ${replyMs / 1000} s`, { isTooMuch: true, cause: error });
    throw new PassingFailure(saidBy(error), { cause: error });
  }
}

/** What a failure of the platform says, with its cause. */
function saidBy(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  return error.message === "" ? code || error.name : error.message;
}

/** How long a reply asks to wait, in milliseconds from `nowMs`; null where it does not say. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  const seconds = Number(header);
  if (header.trim() !== "" && Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
