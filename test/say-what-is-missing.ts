import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Runs once before the tests: what this machine lacks, and which tests are skipped for it. */
export function setup(): void {
  if (!existsSync("../shared/data"))
    say("../shared/data is absent: tests on published networks and real tables");
  if (!isInstalled("pdftotext")) say("pdftotext is absent: reading printed briefs back");
}

function say(reason: string): void {
  process.stderr.write(`skipped, ${reason}\n`);
}

function isInstalled(program: string): boolean {
  try {
    execFileSync("which", [program], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
