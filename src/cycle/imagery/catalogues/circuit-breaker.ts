import { OutsideFailed } from "#model/input-error.ts";
import { PassingFailure } from "./ask-again.ts";

/** Lets a server rest that failed several times in a row. */
export interface CircuitBreaker {
  /** Does it unless the server rests; OutsideFailed at once while it does. */
  readonly through: <T>(host: string, work: () => Promise<T>) => Promise<T>;
}

/** A breaker that opens after `most` failures in a row, for `restMs`; then one request tries whether it is over. */
export function circuitBreaker({
  most,
  restMs,
  nowMs,
}: {
  most: number;
  restMs: number;
  nowMs: () => number;
}): CircuitBreaker {
  const failures = new Map<string, { inRow: number; untilMs: number }>();
  return {
    async through(host, work) {
      const state = failures.get(host) ?? { inRow: 0, untilMs: 0 };
      if (nowMs() < state.untilMs) {
        const until = new Date(state.untilMs).toISOString().slice(11, 19);
        throw new OutsideFailed(
          `${host} failed ${state.inRow} times in a row and is left alone until ${until} UTC`,
        );
      }
      try {
        const result = await work();
        failures.delete(host);
        return result;
      } catch (error) {
        if (error instanceof PassingFailure) {
          const inRow = state.inRow + 1;
          failures.set(host, { inRow, untilMs: inRow >= most ? nowMs() + restMs : 0 });
        }
        throw error;
      }
    },
  };
}
