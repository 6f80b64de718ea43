import { type Day, lastDayOf } from "#model/day.ts";
import { InputError } from "#model/input-error.ts";
import { countStories, storiesKnown } from "#model/story-count.ts";
import { observationsKnown } from "#store/index.ts";
import { briefAsKnown } from "../src/cycle/brief-as-known.ts";
import { assessAsKnown } from "../src/cycle/judge.ts";
import type { World } from "../src/cycle/world.ts";
import type { BenchRow } from "./bench-row.ts";
import { freshWorld } from "./fresh-world.ts";

const TODAY: Day = "2026-11-30";
const YEARS = Array.from({ length: 9 }, (_, i) => `${2018 + i}`);

/** What the record of the default watch rests on, what its first scenario counts a year, and whether its briefs hold. */
export async function benchRecord(): Promise<BenchRow[]> {
  const { world, close } = await freshWorld(TODAY);
  try {
    return [...(await rested(world)), ...(await countedByYear(world)), await briefsOfMonths(world)];
  } finally {
    await close();
  }
}

const observed = async ({ store }: World) =>
  (await observationsKnown(store, { known: TODAY })).map(({ observation }) => observation);

async function rested(world: World): Promise<BenchRow[]> {
  const rows = await observed(world);
  const told = (name: string, of: (row: (typeof rows)[number]) => string): BenchRow => {
    const groups = [...Map.groupBy(rows, of)].toSorted(([, a], [, b]) => b.length - a.length);
    return { name, figure: groups.map(([value, { length }]) => `${value} ${length}`).join(", ") };
  };
  return [
    told(`${rows.length} rows, by file`, ({ stream }) => stream),
    told("by what they were checked against", ({ verified }) => verified),
    told("by their address", ({ source }) => source.urlKind),
  ];
}

async function countedByYear(world: World): Promise<BenchRow[]> {
  const [scenario] = world.watch.scenarios;
  const { between } = countStories(scenario!.resolution, storiesKnown(await observed(world), TODAY));
  const counts = YEARS.map((year) => `${year} ${between(`${year}-01-01`, `${year}-12-31`)}`);
  return [{ name: `what "${scenario!.id}" counts, by year`, figure: counts.join(", ") }];
}

async function briefsOfMonths(world: World): Promise<BenchRow> {
  const days: Day[] = [];
  for (let year = 2010; year <= 2026; year++)
    for (let month = 1; month <= 12; month++) days.push(lastDayOf(`${year}-${`${month}`.padStart(2, "0")}`));
  const asked = days.filter((day) => day <= TODAY);
  let refused = 0;
  for (const day of asked) {
    try {
      await briefAsKnown(world, await assessAsKnown(world, day));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      refused++;
    }
  }
  return {
    name: `briefs of ${asked.length} month ends that their citations do not bear out`,
    figure: `${refused}`,
    target: "0",
  };
}
