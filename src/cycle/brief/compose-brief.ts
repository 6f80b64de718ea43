import type { Brief, Section, Sentence } from "#model/brief.ts";
import { isEvidenceLink, strictestMarking } from "#model/observation.ts";
import { observationOf, type BriefMaterial } from "./material.ts";
import { dayInWords } from "./phrase.ts";
import { bottomLine } from "./sections/bottom-line.ts";
import { ground } from "./sections/ground.ts";
import { indicators } from "./sections/indicators.ts";
import { scenarios } from "./sections/scenarios.ts";
import { unknowns } from "./sections/unknowns.ts";
import { warnings } from "./sections/warnings.ts";
import { whatChanged } from "./sections/what-changed.ts";
import { widerPicture } from "./sections/wider/wider-picture.ts";

/**
 * Tells one assessment to a decision-maker. Every sentence cites the observations it rests on; what nothing
 * observed supports is said under "What we do not know". The marking is the strictest among the watch and
 * the cited observations. Throws RangeError where the assessment names an observation that was not given.
 */
export function composeBrief(material: BriefMaterial): Brief {
  const { assessment, previous, watch } = material;
  const drafts = [bottomLine, whatChanged, scenarios, warnings, indicators, widerPicture, ground].map(
    (section) => section(material),
  );
  const unsupported = drafts.flatMap(({ sentences }) => sentences.filter(({ cites }) => cites.length === 0));
  const sections = [...drafts.map(supported), unknowns(material, unsupported)].filter(hasContent);
  const cited = [...new Set(sections.flatMap(({ sentences }) => sentences.flatMap(({ cites }) => cites)))];
  return {
    id: `${watch.id}-${assessment.asOf}`,
    title: `${watch.name}: brief of ${dayInWords(assessment.asOf)}`,
    asOf: assessment.asOf,
    since: previous?.asOf ?? null,
    marking: strictestMarking([watch.marking, ...cited.map((id) => observationOf(material, id).marking)]),
    illustrative: assessment.illustrative,
    sections,
    references: cited.map((id) => reference(material, id)),
  };
}

function supported(section: Section): Section {
  return {
    ...section,
    sentences: section.sentences.filter((sentence: Sentence) => sentence.cites.length > 0),
  };
}

function hasContent({ sentences, figures }: Section): boolean {
  return sentences.length > 0 || figures.length > 0;
}

function reference(material: BriefMaterial, id: string): Brief["references"][number] {
  const { claim, validFrom, knownAt, source, grade, verified, attribution } = observationOf(material, id);
  return {
    id,
    claim,
    on: validFrom,
    knownAt,
    source: source.name,
    url: isEvidenceLink(source) ? source.url : null,
    grade: `${grade.reliability}${grade.credibility}`,
    verified,
    attribution: attribution ?? null,
  };
}
