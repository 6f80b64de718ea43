import { InputError, OutsideFailed } from "#model/input-error.ts";

/** The command was not understood. Exit code 2. */
export class WrongUse extends Error {
  override readonly name = "WrongUse";
}

/** How a failure ends the command: 1 the input was wrong, 2 wrong use, 3 the outside failed. */
export interface Failure {
  readonly exitCode: 1 | 2 | 3;
  readonly lines: string;
}

/** Says in plain words what went wrong; the trace is for whoever asks for it. */
export function failureOf(error: unknown, debug: boolean): Failure {
  const trace = debug && error instanceof Error ? `\n${traceOf(error)}` : "";
  const { exitCode, lines } = plainly(error);
  return { exitCode, lines: lines + trace };
}

function plainly(error: unknown): Failure {
  if (error instanceof InputError) return { exitCode: 1, lines: error.message };
  if (error instanceof WrongUse || error instanceof RangeError) {
    return { exitCode: 2, lines: `tocsin: ${error.message}` };
  }
  if (error instanceof OutsideFailed) return { exitCode: 3, lines: `tocsin: ${error.message}` };
  const said = error instanceof Error ? error.message.split("\n")[0]! : String(error);
  if (error instanceof Error && "syscall" in error) return { exitCode: 3, lines: `tocsin: ${said}` };
  return { exitCode: 3, lines: `tocsin: an unexpected failure: ${said}; TOCSIN_DEBUG=1 shows where` };
}

function traceOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${traceOf(error.cause)}` : "";
  return `${error.stack ?? error.message}${cause}`;
}
