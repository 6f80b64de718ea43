import type { Brief } from "#model/brief.ts";

/** A brief as a person takes it away. */
export interface RenderedBrief {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

/** Each format loads what it prints with only when it is asked for. */
const FORMATS = {
  md: {
    mediaType: "text/markdown; charset=utf-8",
    print: async (brief: Brief) => (await import("../brief/formats/markdown.ts")).renderMarkdown(brief),
  },
  html: {
    mediaType: "text/html; charset=utf-8",
    print: async (brief: Brief) => (await import("../brief/formats/html.ts")).renderHtml(brief),
  },
  pdf: {
    mediaType: "application/pdf",
    print: async (brief: Brief) => (await import("./print-pdf.ts")).printPdf(brief),
  },
  docx: {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    print: async (brief: Brief) => (await import("../brief/formats/docx.ts")).renderDocx(brief),
  },
} as const;

export type BriefFormat = keyof typeof FORMATS;
export const BRIEF_FORMATS = Object.keys(FORMATS) as BriefFormat[];
export const BRIEF_MEDIA_TYPES = Object.values(FORMATS).map(({ mediaType }) => mediaType);

export async function renderBrief(brief: Brief, format: BriefFormat): Promise<RenderedBrief> {
  const { mediaType, print } = FORMATS[format];
  return { body: await print(brief), mediaType };
}
