import { counted, randomStream } from "#science/numbers/index.ts";
import { lead as leadOf, type LeadAnswer } from "#science/series/index.ts";
import { InputError } from "#model/input-error.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { blamingFile, readColumns } from "./csv-columns.ts";
import { datedRows } from "./dated-rows.ts";
import { positiveIn } from "./number-option.ts";

/** Who leads, whether the lead alternates, and who is likely to come first next. */
export const lead = defineVerb({
  words: ["FILE.csv"],
  options: {
    by: { takes: "COLUMN", summary: "whose each row is (bloc unless given)" },
    sides: { takes: "A,B", summary: "the two sides (the two that come first most often unless given)" },
    "half-life": { takes: "YEARS", summary: "after which a first weighs half in the index (5 unless given)" },
    ...JSON_OUT,
  },
  async run({ options, words: [file = ""] }, shell) {
    const by = options.by ?? "bloc";
    const source = readColumns(file, [by]);
    const all = datedRows(source).rows.map(({ time, row }) => ({ time, side: source.cell(row, by) }));
    const sides = options.sides === undefined ? mostFrequent(file, all) : sidesIn(options.sides);
    const theirs = all.filter(({ side }) => sides.includes(side));
    const leftOut = all.length - theirs.length;
    const answer = blamingFile(file, () =>
      leadOf(theirs, sides, {
        halfLifeYears: positiveIn("half-life", options["half-life"], 5),
        random: randomStream("series lead"),
      }),
    );
    const tied = tiedAcross(theirs);
    shell.out(
      options.json ? JSON.stringify({ ...answer, leftOut, tied }) : inWords(answer, { leftOut, tied }),
    );
    return 0;
  },
});

function sidesIn(text: string): [string, string] {
  const [first, second, ...others] = text.split(",").map((name) => name.trim());
  if (first && second && first !== second && others.length === 0) return [first, second];
  throw new WrongUse(`--sides is "${text}"; two names with a comma between would be right`);
}

function mostFrequent(file: string, rows: readonly { readonly side: string }[]): [string, string] {
  const counts = [
    ...Map.groupBy(
      rows.filter(({ side }) => side !== ""),
      ({ side }) => side,
    ),
  ].sort(([, a], [, b]) => b.length - a.length);
  const [first, second] = counts.map(([side]) => side);
  if (first !== undefined && second !== undefined) return [first, second];
  throw new InputError([{ file, wrong: "only one side ever comes first", right: "expected two sides" }]);
}

/** How many firsts share their time with one of the other side, so that which came before is not known. */
function tiedAcross(firsts: readonly { readonly time: number; readonly side: string }[]): number {
  const together = [...Map.groupBy(firsts, ({ time }) => time).values()];
  const contested = together.filter((own) => own.some(({ side }) => side !== own[0]!.side));
  return contested.reduce((sum, { length }) => sum + length, 0);
}

function inWords(
  { sides, alternation, memory, index, verdict }: LeadAnswer,
  { leftOut, tied }: { readonly leftOut: number; readonly tied: number },
): string {
  const { runs, expected, z, p } = alternation;
  const { share, low, high } = index.at(-1)!;
  return [
    verdict,
    table(
      ["test", "says"],
      [
        ["runs", `${runs}, ${expected.toFixed(1)} expected, z ${z.toFixed(2)}, p ${p.toFixed(3)}`],
        ["memory of one step", `ratio ${memory.likelihoodRatio.toFixed(2)}, p ${memory.p.toFixed(3)}`],
        [`lead index of ${sides[0]}`, `${share.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`],
      ],
    ),
    ...(leftOut > 0 ? [`${counted(leftOut, "row")} left out: of neither side`] : []),
    ...(tied > 0
      ? [
          `${tied} firsts share their time with one of the other side; the order of the file decides between them`,
        ]
      : []),
  ].join("\n\n");
}
