import { setImmediate as breath } from "node:timers/promises";
import { replay as replayDays } from "../../cycle/judge.ts";
import type { Assessment } from "#model/assessment.ts";
import { addDays, addMonths, lastDayOf, monthOf, type Day } from "#model/day.ts";
import { WrongUse } from "../failure.ts";
import { dayIn, JSON_OUT, oneOf, WATCH } from "../options.ts";
import { percent } from "#model/percent.ts";
import { defineVerb } from "../verb.ts";
import { inFilledWorld, notBefore, today } from "../world.ts";

const STEPS = ["month", "week", "day"] as const;

/** One assessment per day of a span, each from what was known then. */
export const replay = defineVerb({
  options: {
    from: { takes: "DATE", summary: "first day (the first of the watch unless given)" },
    to: { takes: "DATE", summary: "last day (today unless given)" },
    step: { takes: "STEP", summary: `${STEPS.join(", ")} (month unless given)` },
    path: { summary: "tell the judgement at the end of every month as well" },
    ...WATCH,
    ...JSON_OUT,
  },
  run: ({ options }, shell) =>
    inFilledWorld(options, shell, async (world) => {
      const { startMonth, name } = world.watch;
      const to = options.to === undefined ? today(shell) : dayIn("to", options.to);
      const from = options.from === undefined ? `${startMonth}-01` : dayIn("from", options.from);
      const step = oneOf("step", options.step ?? "month", STEPS);
      if (to < from) throw new WrongUse(`--to ${to} is before --from ${from}`);
      const days = daysFrom(notBefore(startMonth, "from", from), to, step);
      if (!options.json) shell.out(`${name}: P(critical) as known on each day`);
      let done = 0;
      for await (const assessment of replayDays(world, days, { withPath: options.path ?? false })) {
        shell.progress(`${++done} of ${days.length} days`);
        shell.out(options.json ? JSON.stringify(assessment) : lineOf(assessment));
        // Lets a closed pipe be noticed before the next day is computed.
        await breath();
      }
      shell.progress("");
      return 0;
    }),
});

/** The days of the span, one step apart; a month has the same day again, or its last. */
export function daysFrom(from: Day, to: Day, step: (typeof STEPS)[number]): Day[] {
  const days: Day[] = [];
  const dayAfter = (steps: number) =>
    step === "month" ? monthsAfter(from, steps) : addDays(from, steps * (step === "week" ? 7 : 1));
  for (let day = from; day <= to; day = dayAfter(days.length)) days.push(day);
  return days;
}

function monthsAfter(day: Day, months: number): Day {
  const month = addMonths(monthOf(day), months);
  const last = lastDayOf(month);
  const same = month + day.slice(7);
  return same <= last ? same : last;
}

function lineOf({ asOf, scenarios, warnings }: Assessment): string {
  const told = scenarios.map(({ id, p }) => `${id} ${percent(p).padStart(5)}`);
  const open = warnings.filter(({ state }) => state !== "resolved").map(({ id, state }) => `${id}: ${state}`);
  return [asOf, ...told, open.join(", ")].join("  ").trimEnd();
}
