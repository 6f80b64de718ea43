import type { Day } from "#model/day.ts";
import type { LawOnDay } from "#model/law.ts";
import { lawInWords } from "#model/law-in-words.ts";
import { runningOn } from "#model/sentence-case.ts";
import { newestFirst, type BriefMaterial } from "../../material.ts";
import { dayInWords } from "../../phrase.ts";
import { NOTHING_TOLD, type Told } from "./told.ts";

/** What binds whom, and whether more was made than unmade. */
export function aboutLaw(material: BriefMaterial, law: LawOnDay | null): Told {
  const binding = law?.threads.filter(({ force }) => force === "binding") ?? [];
  if (!law?.covers || binding.length === 0) return NOTHING_TOLD;
  const { covers, subjects, threads, names } = law;
  const marks = subjects
    .flatMap(({ lastMade, lastTowards }) => (lastTowards ? [lastMade ?? [], lastTowards] : []))
    .flat();
  const moves = binding.flatMap((thread) => thread.moves.map(({ observation }) => observation));
  const cites = [...newestFirst(material, moves, 3), ...marks.map(({ observation }) => observation)];
  const [first, ...others] = lawInWords(law, material.assessment.asOf, dayInWords);
  return {
    sentences: [`The legal order: ${runningOn(first!)}`, ...others].map((text) => ({ text, cites })),
    names: [...threads.map(({ name }) => name), ...Object.values(names)],
    days: [covers.from, covers.to, ...marks.map(({ on }): Day => on)],
  };
}
