import type { Client } from "#model/client.ts";
import { addDays, type Day } from "#model/day.ts";
import type { Notice } from "#model/notice.ts";
import type { Warning } from "#model/warning.ts";
import { changesDue, changesWithdrawn, itemNow } from "../src/cycle/clients/changes-due.ts";
import { replay } from "../src/cycle/judge.ts";
import type { BenchRow } from "./bench-row.ts";
import { freshWorld } from "./fresh-world.ts";

const [FROM, TO] = ["2020-01-01", "2026-11-01"] as const;

/** What a client who had asked for warnings would have been told, judged every day as known on it, and what taken back. */
export async function benchLetters(): Promise<BenchRow[]> {
  const letters = { told: 0, takenBack: 0 };
  const standing = new Map<string, Notice>();
  for await (const { asOf, warnings } of everyDay()) {
    for (const { item } of taken(warnings, standing)) {
      standing.set(item, noticeOf(item, asOf));
      letters.takenBack++;
    }
    for (const change of changesDue(warnings, CLIENT, asOf)) {
      const item = itemNow(change.item, [...standing.values()]);
      if (standing.has(item)) continue;
      standing.set(item, noticeOf(item, asOf));
      letters.told++;
    }
  }
  const years = (Date.parse(TO) - Date.parse(FROM)) / (365.25 * 86_400_000);
  return [
    {
      name: `letters to a client told from "warning" on, judged every day from ${FROM} to ${TO}`,
      figure: `${letters.told} told (${(letters.told / years).toFixed(1)} a year), ${letters.takenBack} taken back`,
    },
  ];
}

const CLIENT: Client = {
  ...{ id: "client", name: "Client", to: "file:///dev/null", since: FROM, from: "warning" },
  ...{ ceiling: "TLP:CLEAR", brief: "never" },
};

async function* everyDay() {
  const { world, close } = await freshWorld(TO);
  try {
    const days: Day[] = [];
    for (let day: Day = FROM; day <= TO; day = addDays(day, 1)) days.push(day);
    yield* replay(world, days, { withPath: false, withDrivers: false });
  } finally {
    await close();
  }
}

function taken(warnings: readonly Warning[], standing: ReadonlyMap<string, Notice>) {
  return changesWithdrawn(warnings, [...standing.values()])
    .map(({ item }) => ({ item: `withdrawn/${item}` }))
    .filter(({ item }) => !standing.has(item));
}

function noticeOf(item: string, asOf: Day): Notice {
  return {
    ...{ client: CLIENT.id, item, title: "", marking: "TLP:CLEAR", at: `${asOf}T07:00:00.000Z` },
    ...{ outcome: "told", fault: null, tries: 1, notBefore: null },
  };
}
