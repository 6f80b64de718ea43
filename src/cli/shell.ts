import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { askSecretly } from "./ask-secretly.ts";

/** What a command reaches of the world: environment, clock and terminal. Tests bring their own. */
export interface Shell {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** ISO 8601 UTC with milliseconds. */
  readonly now: () => string;
  /** Writes one line, or several, to standard output. */
  readonly out: (lines: string) => void;
  readonly err: (lines: string) => void;
  /** Resolves when the reader has caught up, so that long output waits for it instead of filling memory. */
  readonly drained: () => Promise<void>;
  /** Overwrites the last line on a terminal; says nothing elsewhere. */
  readonly progress: (line: string) => void;
  /** The lines of standard input as they come. */
  readonly lines: () => AsyncIterable<string>;
  /** What a person types unseen; null where standard input is no terminal. */
  readonly secret: (question: string) => Promise<string | null>;
  readonly random: (bytes: number) => Uint8Array;
  /** Resolves when a person asks the process to stop. */
  readonly stopped: () => Promise<void>;
}

/** The shell of this process. A reader that closes the pipe early ends it quietly, as `head` expects. */
export function processShell(): Shell {
  const { stdout, stderr } = process;
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  return {
    env: process.env,
    now: () => new Date().toISOString(),
    out: (lines) => void stdout.write(`${lines}\n`),
    err: (lines) => void stderr.write(`${lines}\n`),
    drained: async () => void (stdout.writableNeedDrain && (await once(stdout, "drain"))),
    progress: (line) => void (stderr.isTTY && stderr.write(`\r\u001b[2K${line}`)),
    lines: () => createInterface({ input: process.stdin }),
    secret: askSecretly,
    random: randomBytes,
    stopped: () =>
      new Promise((resolve) => {
        process.once("SIGINT", () => resolve());
        process.once("SIGTERM", () => resolve());
      }),
  };
}
