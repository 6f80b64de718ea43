import { fileURLToPath } from "node:url";
import type { World } from "../cycle/cycle.ts";
import type { Shell } from "./shell.ts";
import { today } from "./world.ts";

export const WEB_DIR = fileURLToPath(new URL("../../web/dist", import.meta.url));

/** Serves the web app on this machine alone until a person stops it; `say` is told where. */
export async function serveUntilStopped(
  world: World,
  shell: Shell,
  port: number | undefined,
  say: (address: string) => void,
): Promise<void> {
  // The server is loaded only now: most commands need none.
  const { listen } = await import("../api/listen.ts");
  const { createApp } = await import("../api/app.ts");
  const app = createApp({ world, today: () => today(shell), webDir: WEB_DIR, log: shell.err });
  const server = await listen(app, port);
  say(`http://127.0.0.1:${server.port}`);
  await shell.stopped();
  await server.close();
}
