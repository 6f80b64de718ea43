import { fileURLToPath } from "node:url";
import type { World } from "../cycle/world.ts";
import type { Shell } from "./shell.ts";
import { keepCollecting } from "../cycle/network/keep-collecting.ts";
import { numberIn } from "./options.ts";
import { tellCollected, tellNotices, today } from "./world.ts";

export const WEB_DIR = fileURLToPath(new URL("../../web/dist", import.meta.url));

/** How it is served: where, how often sources are asked meanwhile, and who is told the address. */
export interface Serving {
  readonly port: number | undefined;
  /** Minutes. */
  readonly collectEvery: number | undefined;
  readonly say: (address: string) => void;
}

/** Serves the web app on this machine alone until a person stops it. */
export async function serveUntilStopped(
  world: World,
  shell: Shell,
  { port, collectEvery, say }: Serving,
): Promise<void> {
  // The server is loaded only now: most commands need none.
  const { listen } = await import("../api/listen.ts");
  const { createApp } = await import("../api/app.ts");
  const app = createApp({ world, today: () => today(shell), webDir: WEB_DIR, log: shell.err });
  const server = await listen(app, port);
  say(`http://127.0.0.1:${server.port}`);
  const endCollecting = collectEvery === undefined ? null : collectInRounds(world, shell, collectEvery);
  await shell.stopped();
  await endCollecting?.();
  await server.close();
}

function collectInRounds(world: World, shell: Shell, minutes: number): () => Promise<void> {
  return keepCollecting(world, {
    every: (work) => {
      const timer = setInterval(work, minutes * 60_000);
      return () => clearInterval(timer);
    },
    tell: (collected, notices) => {
      tellCollected(collected, shell);
      tellNotices(notices, shell);
    },
    fail: (error) => shell.err(`collecting: ${error instanceof Error ? error.message : String(error)}`),
  });
}

/** The minutes between rounds; absent when none were asked for, WrongUse when they are no number. */
export function minutesIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : numberIn("collect-every", text, { least: 0.01, most: 10_080 });
}
