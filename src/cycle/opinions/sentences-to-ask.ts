import path from "node:path";
import { eventReaders, OWN_DICTIONARIES, readActorTable } from "#dictionary/index.ts";
import type { Capture } from "#model/capture.ts";
import type { Day } from "#model/day.ts";
import type { AskedSentence } from "#model/opinion.ts";
import type { RecordedDocument } from "#model/source-document.ts";
import { identifyLanguage, splitSentences } from "#science/text/index.ts";
import { captureOf, documentsKnown, observationsKnown } from "#store/index.ts";
import { evidenceText } from "../collect/evidence-text.ts";
import type { World } from "../world.ts";
import { markingOf } from "../reports/observe-documents.ts";
import { textCapture, textOf } from "../reports/text-of-document.ts";

/** A sentence somebody may be asked about, and the page it stands on. */
export interface Askable {
  readonly sentence: AskedSentence;
  readonly capture: Capture;
}

/** Longer is no sentence. */
const LONGEST = 1000;
/** What is marked more strictly stays here. */
const MAY_LEAVE = new Set(["TLP:CLEAR", "TLP:GREEN"]);
/** Without an actor, or on sport or history, there is nothing to be missed. */
const SETTLED = new Set(["empty", "no-actor", "sport", "background"]);

/** Sentences known by a day, with an actor in them, that the coder found no event in; the latest first. */
export async function* uncodedSentences(world: World, asOf: Day): AsyncGenerator<Askable> {
  const readers = eventReaders(OWN_DICTIONARIES, readActorTable(path.join(world.watchDir, "actors.csv")));
  const documents = await documentsKnown(world.store, { known: asOf });
  for (const recorded of documents.toSorted((a, b) => (a.knownAt < b.knownAt ? 1 : -1))) {
    const { document, knownAt } = recorded;
    const text = textOf(document);
    const language = document.language || (identifyLanguage(text).language ?? "");
    const reader = readers(language);
    if (reader === null) continue;
    for (const { from, to } of splitSentences(text, language)) {
      const { reason } = reader.code(text.slice(from, to), knownAt.slice(0, 10));
      if (reason === null || SETTLED.has(reason)) continue;
      const askable = askableIn(world, recorded, { language, from, to });
      if (mayBeAsked(askable)) yield askable;
    }
  }
}

function askableIn(
  { watch }: World,
  { document, knownAt }: RecordedDocument,
  place: Pick<AskedSentence, "language" | "from" | "to">,
): Askable {
  const source = watch.sources.find(({ id }) => id === document.source);
  const capture = textCapture(document);
  const sentence: AskedSentence = {
    ...place,
    text: textOf(document).slice(place.from, place.to),
    capture: capture.sha256,
    url: document.canonical || document.url,
    source: source?.name ?? document.source,
    reliability: source?.reliability ?? "F",
    marking: markingOf(watch.marking, document.attributes.marking),
    knownAt: knownAt.slice(0, 10),
  };
  return { sentence, capture };
}

/** Sentences that observations known by a day rest on, in another language than that of the watch; the latest first. */
export async function* foreignSentences({ store, watch }: World, asOf: Day): AsyncGenerator<Askable> {
  const recorded = await observationsKnown(store, { known: asOf });
  for (const { observation } of recorded.toReversed()) {
    const { evidence, attributes, source, grade, marking, knownAt } = observation;
    const { language } = attributes;
    if (evidence.locator.type !== "span" || language === undefined || language === watch.language) continue;
    const capture = await captureOf(store, evidence.capture);
    if (capture === null) continue;
    const { from, to } = evidence.locator;
    const sentence: AskedSentence = {
      ...{ language, from, to, marking, knownAt, capture: evidence.capture },
      text: evidenceText(capture, evidence.locator).text,
      ...{ url: source.url, source: source.name, reliability: grade.reliability },
    };
    if (mayBeAsked({ sentence })) yield { sentence, capture };
  }
}

function mayBeAsked({ sentence: { text, marking } }: Pick<Askable, "sentence">): boolean {
  return text !== "" && text.length <= LONGEST && MAY_LEAVE.has(marking);
}
