import type { Day } from "#model/day.ts";
import type { RecordedDocument } from "#model/source-document.ts";
import { documentsKnown, documentsSince, observationsKnown, rejectsOf, type Store } from "#store/index.ts";
import { WrongUse } from "../failure.ts";
import { AS_OF, numberIn, WATCH } from "../options.ts";
import { recordCsv } from "../record-csv.ts";
import { defineVerb } from "../verb.ts";
import { inFilledWorld } from "../world.ts";

/** The observations known by a day, one JSON object per line or as a record file; or what nobody could read. */
export const exportObservations = defineVerb({
  options: {
    csv: { summary: "as a record file: columns that several streams share stand once" },
    json: { summary: "one JSON object per line (unless --csv is given)" },
    stream: { takes: "NAME", summary: "only that stream" },
    documents: { summary: "instead, the documents that sources on the network gave" },
    since: { takes: "SEQ", summary: "with --documents: every version stored after that one" },
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
      if (options.documents) {
        for await (const recorded of documentsAsked(store, asOf, options.since))
          shell.out(JSON.stringify(recorded));
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

async function* documentsAsked(store: Store, known: Day, since?: string): AsyncGenerator<RecordedDocument> {
  if (since === undefined) return yield* await documentsKnown(store, { known });
  let seq = numberIn("since", since, { least: 0, most: Number.MAX_SAFE_INTEGER });
  for (;;) {
    const some = await documentsSince(store, seq);
    yield* some;
    if (some.length === 0) return;
    seq = some.at(-1)!.seq;
  }
}
