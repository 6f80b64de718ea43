import type { Brief } from "#model/brief.ts";

/** A brief as a person takes it away. */
export interface RenderedBrief {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

/** Each format loads what it prints with only when it is asked for. */
const FORMATS = {
  async md(brief: Brief): Promise<RenderedBrief> {
    const { renderMarkdown } = await import("./brief/formats/markdown.ts");
    return { body: renderMarkdown(brief), mediaType: "text/markdown; charset=utf-8" };
  },
  async html(brief: Brief): Promise<RenderedBrief> {
    const { renderHtml } = await import("./brief/formats/html.ts");
    return { body: await renderHtml(brief), mediaType: "text/html; charset=utf-8" };
  },
} as const;

export type BriefFormat = keyof typeof FORMATS;
export const BRIEF_FORMATS = Object.keys(FORMATS) as BriefFormat[];

export function renderBrief(brief: Brief, format: BriefFormat): Promise<RenderedBrief> {
  return FORMATS[format](brief);
}
