import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { main } from "../main.ts";
import type { Shell } from "../shell.ts";

export const NOW = "2026-11-23T12:00:00.000Z";
/** A small watch that reads in a moment. */
export const EXAMPLE = "examples/watches/arctic-cables";

/** What a command said, and how it ended. */
export interface Said {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** A folder that is gone after the tests. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "tocsin-cli-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs commands whose stores live in a folder of their own; the clock stands still. */
export function commandLine(home: string, shell: Partial<Shell> = {}) {
  return async (...argv: string[]): Promise<Said> => {
    const [out, err]: [string[], string[]] = [[], []];
    const exitCode = await main(argv, {
      env: { TOCSIN_HOME: home },
      now: () => NOW,
      out: (lines) => void out.push(lines),
      err: (lines) => void err.push(lines),
      drained: async () => {},
      progress: () => {},
      lines: async function* () {},
      secret: async () => null,
      random: randomBytes,
      stopped: async () => {},
      ...shell,
    });
    return { exitCode, out: out.join("\n"), err: err.join("\n") };
  };
}
