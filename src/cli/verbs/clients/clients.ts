import type { Notice } from "#model/notice.ts";
import { noticesStanding } from "#store/index.ts";
import type { Due } from "../../../cycle/clients/due-now.ts";
import { assessAndWarn } from "../../../cycle/judge.ts";
import { CLIENTS, JSON_OUT, WATCH } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { inFilledWorld, today } from "../../world.ts";
import { tellerOf } from "./teller-of.ts";

/** How it stands with one client. */
export interface ClientStanding {
  readonly client: string;
  readonly by: string;
  readonly told: number;
  readonly lastTold: Notice | null;
  /** What would be told now, by its title. */
  readonly due: readonly string[];
  /** How much of that is marked above what the client may be told. */
  readonly withheld: number;
  readonly failed: readonly Notice[];
}

/** Who is told without asking, what they were told last, and what they would be told now. Nobody is told by this. */
export const clients = defineVerb({
  options: { ...CLIENTS, ...WATCH, ...JSON_OUT },
  run: ({ options }, shell) =>
    inFilledWorld(options, shell, async (world) => {
      const teller = tellerOf(world, "clients");
      const { dueNow } = await import("../../../cycle/clients/due-now.ts");
      const due = await dueNow(world, teller, await assessAndWarn(world, today(shell)));
      const notices = await noticesStanding(world.store);
      const standing = teller.clients.clients.map(({ id, to }) => standingOf(id, to, due, notices));
      shell.out(options.json ? JSON.stringify(standing) : standingTable(standing));
      return 0;
    }),
});

function standingOf(
  client: string,
  to: string,
  due: readonly Due[],
  notices: readonly Notice[],
): ClientStanding {
  const own = notices.filter((notice) => notice.client === client);
  const told = own.filter(({ outcome }) => outcome === "told");
  const now = due.filter((one) => one.client.id === client);
  const within = now.filter(({ mayBeTold }) => mayBeTold);
  return {
    ...{ client, by: new URL(to).protocol.replace(":", ""), told: told.length },
    lastTold: told.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null,
    due: within.map(({ toTell }) => toTell.entry.title),
    withheld: now.length - within.length,
    failed: own.filter(({ outcome }) => outcome === "failed"),
  };
}

function standingTable(standing: readonly ClientStanding[]): string {
  const rows = standing.flatMap(({ client, by, told, lastTold, due, withheld, failed }) => [
    [
      client,
      by,
      String(told),
      lastTold?.at.slice(0, 16) ?? "–",
      lastTold?.title ?? "–",
      String(due.length),
      String(withheld),
    ],
    ...failed.map(({ title, fault, tries, notBefore }) => [
      ...["", "", "", `tried ${tries}×`, `${title}: ${fault}`, `after ${notBefore?.slice(0, 16)}`, ""],
    ]),
  ]);
  return table(["client", "by", "told", "last", "what", "due", "withheld"], rows);
}
