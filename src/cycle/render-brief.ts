import type { Brief } from "#model/brief.ts";

export const BRIEF_FORMATS = ["md"] as const;
export type BriefFormat = (typeof BRIEF_FORMATS)[number];

export async function renderBrief(brief: Brief, _format: BriefFormat) {
  return { body: brief.title, mediaType: "text/markdown; charset=utf-8" };
}
