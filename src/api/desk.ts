import { firstDayOf, type Day } from "#model/day.ts";
import { storeCounts } from "#store/index.ts";
import { assessAsKnown, type World } from "../cycle/cycle.ts";
import { Refusal } from "./refusal.ts";

type Assessed = Awaited<ReturnType<typeof assessAsKnown>>;

/** What every route works from. */
export interface Desk {
  readonly world: World;
  readonly today: () => Day;
  /** The day asked for, today when none; Refusal before the watch begins and after this century. */
  readonly dayOf: (asOf: Day | undefined) => Day;
  /** The judgement of a day, made once for as long as the store says the same. */
  readonly assessedOn: (asOf: Day) => Promise<Assessed>;
}

const DAYS_REMEMBERED = 24;
const LAST_DAY = "2099-12-31";

export function createDesk(world: World, today: () => Day): Desk {
  const first = firstDayOf(world.watch.startMonth);
  const remembered = new Map<Day, Promise<Assessed>>();
  let rememberedOf = -1;
  return {
    world,
    today,
    dayOf(asOf = today()) {
      if (asOf >= first) return asOf;
      throw new Refusal(
        400,
        "before-start",
        `The watch begins on ${first}: ask for that day or a later one.`,
      );
    },
    async assessedOn(asOf) {
      const { versions } = await storeCounts(world.store);
      if (versions !== rememberedOf) remembered.clear();
      rememberedOf = versions;
      const assessed = remembered.get(asOf) ?? assessAsKnown(world, asOf);
      remembered.delete(asOf);
      remembered.set(asOf, assessed);
      assessed.catch(() => remembered.delete(asOf));
      if (remembered.size > DAYS_REMEMBERED) remembered.delete(remembered.keys().next().value!);
      return assessed;
    },
  };
}
