import type { Assessment } from "#model/assessment.ts";
import { BRIEF_DAYS, type Client } from "#model/client.ts";
import { isOpen, type Notice } from "#model/notice.ts";
import { isWithin } from "#model/release.ts";
import { briefsWritten, noticesStanding } from "#store/index.ts";
import { warningChanges } from "../answers/warning-changes.ts";
import { uuid5 } from "../uuid5.ts";
import type { World } from "../world.ts";
import { changeItem, changesDue, changesWithdrawn, itemNow } from "./changes-due.ts";
import { briefToTell, changeToTell, withdrawalToTell } from "./entries.ts";
import type { ToTell } from "./letter.ts";
import type { Teller } from "./teller.ts";

/** One thing that a client is to be told now, and how often that was tried before. */
export interface Due {
  readonly client: Client;
  readonly item: string;
  readonly toTell: ToTell;
  readonly triedBefore: number;
  /** Whether the client's ceiling reaches the marking. */
  readonly mayBeTold: boolean;
}

/** What is to be told by whom, for whom, on which day. */
interface Asked {
  readonly world: World;
  readonly teller: Teller;
  readonly assessment: Assessment;
  readonly standing: readonly Notice[];
}

/** What clients are to be told now: changes of warnings, changes taken back, and the brief where its time has come. */
export async function dueNow(world: World, teller: Teller, assessment: Assessment): Promise<Due[]> {
  const standing = await noticesStanding(world.store);
  const asked = { world, teller, assessment, standing };
  return [...(await dueChanges(asked)), ...dueWithdrawals(asked), ...(await dueBriefs(asked))];
}

/** Only the changes that somebody is to be told are replayed. */
async function dueChanges(asked: Asked): Promise<Due[]> {
  const { world, teller, assessment } = asked;
  const { asOf, warnings } = assessment;
  const due = teller.clients.clients.flatMap((client) =>
    changesDue(warnings, client, asOf)
      .map((change) => ({ client, change: change.item, item: itemNow(change.item, ownOf(asked, client)) }))
      .filter(({ item }) => isTimely(asked, client, item)),
  );
  const items = new Set(due.map(({ change }) => change));
  const ofThose = warnings.map((warning) => ({
    ...warning,
    steps: warning.steps.filter((step) => items.has(changeItem(warning.id, step))),
  }));
  const { replayed } = teller;
  const changes = await warningChanges(world, { asOf, warnings: ofThose }, { replayed });
  const asKnown = new Map(changes.map((change) => [changeItem(change.warning, change.step), change]));
  return due.map(({ client, change, item }) =>
    dueOf(asked, client, item, changeToTell(item, asKnown.get(change)!, namingOf(asked))),
  );
}

function dueWithdrawals(asked: Asked): Due[] {
  const { teller, assessment } = asked;
  return teller.clients.clients.flatMap((client) =>
    changesWithdrawn(assessment.warnings, ownOf(asked, client))
      .map((gone) => ({ gone, item: `withdrawn/${gone.item}` }))
      .filter(({ item }) => isTimely(asked, client, item))
      .map(({ gone, item }) =>
        dueOf(asked, client, item, withdrawalToTell(item, gone, assessment.asOf, namingOf(asked))),
      ),
  );
}

const DAY_MS = 86_400_000;

/** The latest brief, for those whose time for one has come. */
async function dueBriefs(asked: Asked): Promise<Due[]> {
  const { world, teller, assessment, standing } = asked;
  const [written] = await briefsWritten(world.store, assessment.asOf, 1);
  if (written === undefined) return [];
  const item = `brief/${written.brief.id}`;
  const isTime = ({ id, brief, since }: Client) => {
    if (brief === "never" || written.brief.asOf < since) return false;
    const last = standing.findLast(
      (one) => one.client === id && one.outcome === "told" && one.item.startsWith("brief/"),
    );
    const lastMs = last === undefined ? -Infinity : Date.parse(last.at);
    return Date.parse(world.now()) - lastMs >= BRIEF_DAYS[brief] * DAY_MS;
  };
  return teller.clients.clients
    .filter((client) => isTime(client) && isTimely(asked, client, item))
    .map((client) => dueOf(asked, client, item, briefToTell(item, written, namingOf(asked))));
}

/** It was not told yet, and does not rest after a failure. */
function isTimely(asked: Asked, client: Client, item: string): boolean {
  return isOpen(lastOf(asked, client, item), asked.world.now());
}

function dueOf(asked: Asked, client: Client, item: string, toTell: ToTell): Due {
  const mayBeTold = isWithin(client.ceiling, toTell.entry.marking);
  return { client, item, toTell, triedBefore: lastOf(asked, client, item)?.tries ?? 0, mayBeTold };
}

function ownOf({ standing }: Asked, { id }: Client): Notice[] {
  return standing.filter((notice) => notice.client === id);
}

function lastOf({ standing }: Asked, { id }: Client, item: string): Notice | undefined {
  return standing.find((notice) => notice.client === id && notice.item === item);
}

function namingOf({ world: { watch }, teller }: Asked) {
  const origin = teller.clients.pages?.replace(/\/+$/, "") ?? "";
  return { uuidOf: (name: string) => uuid5(`${watch.id}/${name}`), origin };
}
