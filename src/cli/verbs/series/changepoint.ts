import { randomStream } from "#science/numbers/index.ts";
import { changepoints, onlineChange, type OnlineAnswer } from "#science/series/index.ts";
import { InputError } from "#model/input-error.ts";
import { JSON_OUT, oneOf } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { blamingFile, numberIn, readColumns } from "./csv-columns.ts";
import { datedRowsIfAny, refuseRepeatedTimes, valueColumnOf } from "./dated-rows.ts";
import { positiveIn } from "./number-option.ts";

/** Where the level of a series changes. */
export const changepoint = defineVerb({
  words: ["FILE.csv"],
  options: {
    value: { takes: "COLUMN", summary: "the values (value, or the only other column, unless given)" },
    of: { takes: "WHAT", summary: "level (unless given), or level-and-variance" },
    penalty: { takes: "X", summary: "price of each change (3 ln n for a level, 4 ln n with variance)" },
    ...JSON_OUT,
  },
  async run({ options, words: [file = ""] }, shell) {
    const of = oneOf("of", options.of ?? "level", ["level", "level-and-variance"]);
    const source = readColumns(file, options.value === undefined ? [] : [options.value]);
    const dated = datedRowsIfAny(source);
    const value = valueColumnOf(source, dated?.column ?? null, options.value);
    if (value === null) {
      const right = "expected a column value, or --value COLUMN";
      throw new InputError([{ file, line: 1, wrong: "no column says what was measured", right }]);
    }
    if (dated) refuseRepeatedTimes(source, dated);
    const rows = dated?.rows ?? source.rows.map((row, i) => ({ row, label: String(i + 1) }));
    const values = Float64Array.from(rows, ({ row }) => numberIn(source, row, value));
    const {
      changepoints: found,
      rejected,
      ...answer
    } = blamingFile(file, () =>
      changepoints(values, {
        changeIn: of === "level" ? "level" : "level and variance",
        penalty: positiveIn("penalty", options.penalty, undefined),
        random: randomStream("series changepoint"),
      }),
    );
    const label = (index: number) => rows[index]!.label;
    const told = {
      ...answer,
      changepoints: found.map(({ at, low, high, within, p, before, after }) => ({
        lastBefore: label(at - 1),
        firstAfter: label(at),
        low: label(low),
        high: label(high),
        ...{ within, p, before, after },
      })),
      rejected: rejected.map(({ at, p }) => ({ firstAfter: label(at), p })),
      online: onlineTold(onlineChange(values), label),
    };
    shell.out(options.json ? JSON.stringify(told) : inWords(told));
    return 0;
  },
});

/** The second reading: what the run-length posterior holds likely, in the rows' own words. */
function onlineTold(online: OnlineAnswer | null, label: (index: number) => string) {
  return (
    online && {
      family: online.family,
      hazard: online.hazard,
      changes: online.changes.map(({ at, p, low, high, within, noticedAt }) => ({
        firstAfter: label(at),
        p,
        low: label(low),
        high: label(high),
        within,
        noticedAt: noticedAt === null ? null : label(noticedAt),
      })),
      current: { since: label(online.current.since), p: online.current.p },
    }
  );
}

interface Told {
  readonly n: number;
  readonly changepoints: readonly {
    readonly firstAfter: string;
    readonly low: string;
    readonly high: string;
    readonly within: number;
    readonly p: number;
    readonly before: { readonly mean: number };
    readonly after: { readonly mean: number };
  }[];
  readonly online: ReturnType<typeof onlineTold>;
}

function inWords(told: Told): string {
  return [changesInWords(told), onlineInWords(told.online)].join("\n");
}

function onlineInWords(online: Told["online"]): string {
  if (online === null) return "Read value by value: too many values for it.";
  const changes = online.changes.map(({ firstAfter, p, low, high, within, noticedAt }) => {
    const noticed = noticedAt === null ? "" : `, likelier than not by ${noticedAt}`;
    return `${firstAfter} (${p.toFixed(2)}; ${low} to ${high} ${within.toFixed(2)}${noticed})`;
  });
  return `Read value by value: ${changes.length === 0 ? "no change likelier than not" : changes.join(", ")}.`;
}

function changesInWords({ n, changepoints: found }: Told): string {
  if (found.length === 0) return `${n} values: no change beyond what noise of their redness brings about.`;
  const rows = found.map(({ firstAfter, low, high, within, p, before, after }) => [
    firstAfter,
    `${low} to ${high} (${Math.round(100 * within)} %)`,
    before.mean.toPrecision(4),
    after.mean.toPrecision(4),
    p.toFixed(3),
  ]);
  return table(["first after", "interval, about 90 %", "level before", "level after", "p"], rows);
}
