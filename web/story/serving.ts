import { type ChildProcess, execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** As a reader gets it: a test runner's NODE_ENV would bring React's development build. */
export function buildApp() {
  const { NODE_ENV: _NODE_ENV, ...env } = process.env;
  execFileSync(process.execPath, ["node_modules/vite/bin/vite.js", "build", "web", "--logLevel", "error"], {
    cwd: ROOT,
    env,
  });
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
