import { type ChildProcess, execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const running = promisify(execFile);

/** Runs a command of the product, whose stores live in a folder, to its end. */
export async function tocsin(home: string, ...words: readonly string[]): Promise<void> {
  const env = { ...process.env, TOCSIN_HOME: home };
  await running(process.execPath, ["bin/tocsin.js", ...words], { cwd: ROOT, env });
}

/** As a reader gets it: a test runner's NODE_ENV would bring React's development build. */
export async function buildApp(): Promise<void> {
  const { NODE_ENV: _NODE_ENV, ...env } = process.env;
  const build = ["node_modules/vite/bin/vite.js", "build", "web", "--logLevel", "error"];
  await running(process.execPath, build, { cwd: ROOT, env });
}

/** The address that the server prints once it listens. */
export function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (address) resolve(address[0]);
    };
    server.stdout!.on("data", hear);
    server.stderr!.on("data", hear);
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
  });
}
