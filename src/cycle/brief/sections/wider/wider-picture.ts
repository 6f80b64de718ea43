import type { Section } from "#model/brief.ts";
import type { BriefMaterial } from "../../material.ts";
import { aboutActivity } from "./activity.ts";
import { aboutAlignment } from "./alignment.ts";
import { aboutLaw } from "./law.ts";
import { aboutPartnership } from "./partnership.ts";
import type { Told } from "./told.ts";

/** What goes on behind the scenarios, a paragraph each; what nothing observed bears out is left to its own page. */
export function widerPicture(material: BriefMaterial): Section {
  const { wider } = material;
  const told: Told[] = wider
    ? [
        aboutActivity(material, wider.activity),
        aboutPartnership(material, wider.partnership),
        aboutAlignment(material, wider.alignment),
        aboutLaw(material, wider.law),
      ]
    : [];
  const borne = told.map(onceCited);
  return {
    title: "The wider picture",
    sentences: borne.flatMap(({ sentences }) => sentences),
    figures: [],
    own: { names: borne.flatMap(({ names }) => names), days: borne.flatMap(({ days }) => days) },
  };
}

function onceCited({ sentences, ...own }: Told): Told {
  const cited = sentences.map(({ text, cites }) => ({ text, cites: [...new Set(cites)] }));
  return { ...own, sentences: cited.filter(({ cites }) => cites.length > 0) };
}
