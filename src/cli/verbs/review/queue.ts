import { reviewQueue, type QueuedReport } from "../../../cycle/reports/review-report.ts";
import { AS_OF, JSON_OUT, WATCH } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { inWorld } from "../../world.ts";

const MOST = 50;

/** The reports that await an analyst, each with its sentence; or those that were decided on. */
export const queue = defineVerb({
  options: {
    decided: { summary: "those that were decided on instead" },
    limit: { takes: "N", summary: `at most so many (${MOST} unless given)` },
    ...WATCH,
    ...AS_OF,
    ...JSON_OUT,
  },
  run: ({ options }, shell) =>
    inWorld(options, shell, async (world, asOf) => {
      const limit = Number(options.limit ?? MOST) || MOST;
      const found = await reviewQueue(world, asOf, { isDecided: options.decided === true, limit });
      if (options.json) {
        for (const queued of found.reports) shell.out(JSON.stringify(queued));
      } else
        shell.out(
          table(["report", "known", "claim", "proposed", "decided", "sentence"], found.reports.map(cells)),
        );
      shell.err(`${found.reports.length} of ${found.total}`);
      return 0;
    }),
});

function cells({ report, sentence, review }: QueuedReport): string[] {
  const { stream = "?", kind = "?" } = report.attributes;
  return [
    report.id,
    report.knownAt,
    report.claim,
    `${stream} ${kind}`,
    review?.decided.verdict ?? "",
    sentence,
  ];
}
