import { observationsKnown, rejectsOf } from "#store/index.ts";
import { WrongUse } from "../failure.ts";
import { AS_OF, WATCH } from "../options.ts";
import { recordCsv } from "../record-csv.ts";
import { defineVerb } from "../verb.ts";
import { inFilledWorld } from "../world.ts";

/** The observations known by a day, one JSON object per line or as a record file; or what nobody could read. */
export const exportObservations = defineVerb({
  options: {
    csv: { summary: "as a record file: columns that several streams share stand once" },
    json: { summary: "one JSON object per line (unless --csv is given)" },
    stream: { takes: "NAME", summary: "only that stream" },
    rejects: { summary: "instead, every piece nobody could read, with its place and reason" },
    ...AS_OF,
    ...WATCH,
  },
  run: ({ options }, shell) => {
    if (options.csv && options.json) throw new WrongUse("--csv and --json exclude each other");
    return inFilledWorld(options, shell, async ({ store }, asOf) => {
      if (options.rejects) {
        for (const reject of await rejectsOf(store)) shell.out(JSON.stringify(reject));
        return 0;
      }
      const streams = options.stream === undefined ? {} : { streams: [options.stream] };
      const known = await observationsKnown(store, { known: asOf }, streams);
      const observations = known.map(({ observation }) => observation);
      if (options.csv) shell.out(recordCsv(observations));
      else for (const observation of observations) shell.out(JSON.stringify(observation));
      return 0;
    });
  },
});
