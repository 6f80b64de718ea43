import type { Figure, Section } from "#model/brief.ts";
import { evidence, newestFirst, type BriefMaterial } from "../material.ts";

/** Changes of the ground that analysts accepted from pictures, with the pictures; nothing where there are none. */
export function ground(material: BriefMaterial): Section {
  const { ground: found = [] } = material;
  const ids = newestFirst(
    material,
    found.flatMap(({ findings }) => findings),
  );
  return {
    title: "Changes of the ground",
    sentences: ids.map((id) => evidence(material, id)),
    figures: found.map(({ pictures }): Figure => pictures),
  };
}
