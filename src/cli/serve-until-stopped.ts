import { fileURLToPath } from "node:url";
import type { World } from "../cycle/cycle.ts";
import type { Shell } from "./shell.ts";
import { today } from "./world.ts";

export const WEB_DIR = fileURLToPath(new URL("../../web/dist", import.meta.url));

/** Serves the web app on this machine alone until a person stops it; the server is loaded only now. */
export async function serveUntilStopped(world: World, shell: Shell, port: number | undefined): Promise<void> {
  const { listen } = await import("../api/listen.ts");
  const { createApp } = await import("../api/app.ts");
  const app = createApp({ world, today: () => today(shell), webDir: WEB_DIR, log: shell.err });
  const server = await listen(app, port);
  shell.out(`http://127.0.0.1:${server.port}`);
  await shell.stopped();
  await server.close();
}
