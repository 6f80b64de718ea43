import { isIP } from "node:net";
import { fileURLToPath } from "node:url";
import { hasAccounts } from "#store/index.ts";
import type { World } from "../cycle/world.ts";
import type { Shell } from "./shell.ts";
import { nameOf, NOTHING_NEW } from "../cycle/work/job.ts";
import { keepWorking } from "../cycle/work/keep-working.ts";
import { WrongUse } from "./failure.ts";
import { numberIn } from "./options.ts";
import type { Serving } from "./serving-options.ts";
import { today } from "./world.ts";

export const WEB_DIR = fileURLToPath(new URL("../../web/dist", import.meta.url));

/** How it is served: where, how often sources are asked meanwhile, and who is told the address. */
export interface ServedHow extends Serving {
  /** Minutes. */
  readonly collectEvery: number | undefined;
  readonly say: (address: string) => void;
}

/** WrongUse where others than this machine could ask and nobody has an account. */
export async function refuseOpenDoor({ store }: World, { isExposed, host }: Serving): Promise<void> {
  if (!isExposed || (await hasAccounts(store))) return;
  throw new WrongUse(
    `others than this machine would ask ${host} and nobody has an account; "tocsin user add NAME --role steward" would be right`,
  );
}

/** Serves the web app until a person stops it. */
export async function serveUntilStopped(
  world: World,
  shell: Shell,
  { collectEvery, say, ...serving }: ServedHow,
): Promise<void> {
  // The server is loaded only now: most commands need none.
  const { listen } = await import("../api/listen.ts");
  const { createApp } = await import("../api/app.ts");
  const { createGate } = await import("#access/index.ts");
  const { now, random } = shell;
  const { host, tls, reach, isExposed } = serving;
  const gate = createGate({ store: world.store, now, random, isExposed });
  const app = createApp({ world, today: () => today(shell), webDir: WEB_DIR, log: shell.err, gate, reach });
  const server = await listen(app, serving);
  say(`${tls ? "https" : "http"}://${isIP(host) === 6 ? `[${host}]` : host}:${server.port}`);
  const endWorking = collectEvery === undefined ? null : workInRounds(world, shell, collectEvery);
  await shell.stopped();
  await endWorking?.();
  await server.close();
}

function workInRounds(world: World, shell: Shell, minutes: number): () => Promise<void> {
  return keepWorking(world, {
    every: (work) => {
      const timer = setInterval(work, minutes * 60_000);
      return () => clearInterval(timer);
    },
    tell({ job, said, error }) {
      // What is done every time and came to nothing is not worth a line in every round.
      if (error === undefined && (job.does === "plan" || said === NOTHING_NEW)) return;
      shell.err(`${nameOf(job)}: ${error === undefined ? said : `failed: ${said}`}`);
    },
  });
}

/** The minutes between rounds; absent when none were asked for, WrongUse when they are no number. */
export function minutesIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : numberIn("collect-every", text, { least: 0.01, most: 10_080 });
}
