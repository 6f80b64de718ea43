import type { Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import { withheldInWords } from "#model/release.ts";
import type { RecordedDocument } from "#model/source-document.ts";
import { documentsKnown, documentsSince, observationsKnown, rejectsOf, type Store } from "#store/index.ts";
import { assessAndWarn } from "../../cycle/judge.ts";
import { stixBundle, stixOffers } from "../../cycle/answers/stix-offers.ts";
import { warningChanges } from "../../cycle/answers/warning-changes.ts";
import { placedObservations } from "../../cycle/answers/placed-observations.ts";
import type { World } from "../../cycle/world.ts";
import { WrongUse } from "../failure.ts";
import { AS_OF, numberIn, RELEASE, WATCH } from "../options.ts";
import { recordCsv } from "../record-csv.ts";
import type { Shell } from "../shell.ts";
import { defineVerb } from "../verb.ts";
import { inFilledWorld } from "../world.ts";

/** The ways the observations are written. */
const FORMS = {
  csv: { summary: "as a record file: columns that several streams share stand once" },
  json: { summary: "one JSON object per line (unless another way is given)" },
  stix: { summary: "observations and warnings as a STIX 2.1 bundle, as far as their markings allow" },
  geojson: { summary: "those with coordinates as GeoJSON, as far as their markings allow" },
} as const;

/** The observations known by a day, one JSON object per line or as a record file; or what nobody could read. */
export const exportObservations = defineVerb({
  options: {
    ...FORMS,
    stream: { takes: "NAME", summary: "only that stream" },
    documents: { summary: "instead, the documents that sources on the network gave" },
    since: { takes: "SEQ", summary: "with --documents: every version stored after that one" },
    rejects: { summary: "instead, every piece nobody could read, with its place and reason" },
    ...RELEASE,
    ...AS_OF,
    ...WATCH,
  },
  run: ({ options }, shell) => {
    const [form = "json", ...others] = Object.keys(FORMS).filter(
      (name) => options[name as keyof typeof FORMS],
    );
    if (others.length > 0) throw new WrongUse(`--${form} and --${others[0]} exclude each other`);
    if (options.release !== undefined && form !== "geojson" && form !== "stix")
      throw new WrongUse("--release goes with --geojson or --stix; everything else is the operator's own");
    if (options.stream !== undefined && form === "stix") throw new WrongUse("--stix writes every stream");
    return inFilledWorld(options, shell, async (world, asOf) => {
      const { store } = world;
      if (options.rejects) {
        for (const reject of await rejectsOf(store)) shell.out(JSON.stringify(reject));
        return 0;
      }
      if (options.documents) {
        for await (const recorded of documentsAsked(store, asOf, options.since))
          shell.out(JSON.stringify(recorded));
        return 0;
      }
      if (form === "stix") return writeStix({ world, asOf, shell });
      const streams = options.stream === undefined ? {} : { streams: [options.stream] };
      const known = await observationsKnown(store, { known: asOf }, streams);
      const observations = known.map(({ observation }) => observation);
      if (form === "csv") shell.out(recordCsv(observations));
      else if (form === "geojson") shell.out(geoJson(observations, { world, asOf, shell }));
      else for (const observation of observations) shell.out(JSON.stringify(observation));
      return 0;
    });
  },
});

async function writeStix({ world, asOf, shell }: Leaving): Promise<0> {
  const assessment = await assessAndWarn(world, asOf, { withPath: false });
  const offers = await stixOffers(world, asOf, await warningChanges(world, assessment));
  const nouns = { observations: "observation", warnings: "change" } as const;
  for (const name of ["observations", "warnings"] as const)
    if (offers[name].withheld > 0)
      shell.err(withheldInWords(offers[name].withheld, nouns[name], offers.ceiling));
  shell.out(JSON.stringify(stixBundle(world, offers)));
  return 0;
}

interface Leaving {
  readonly world: World;
  readonly asOf: Day;
  readonly shell: Shell;
}

function geoJson(observations: readonly Observation[], { world, asOf, shell }: Leaving): string {
  const ceiling = world.release ?? "TLP:CLEAR";
  const placed = placedObservations(observations, { all: observations, asOf, ceiling });
  const { withheld, withoutCoordinates: without } = placed;
  if (withheld > 0) shell.err(withheldInWords(withheld, "observation", ceiling));
  if (without > 0) shell.err(`${without} of the others have no coordinates and were left out`);
  return JSON.stringify(placed);
}

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
