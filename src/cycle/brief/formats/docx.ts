import {
  Document,
  Footer,
  Header,
  type ILevelsOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
} from "docx";
import type { Brief } from "#model/brief.ts";
import { figureDrawer } from "../figures/draw-figure.ts";
import { LIGHT } from "../figures/palette.ts";
import { briefBlocks, REFERENCE_LIST, runningLine } from "./docx-blocks.ts";
import { withZipDates } from "./zip-dates.ts";

const FONT = "Calibri";
/** Half-points. */
const SIZES = { body: 21, title: 40, heading1: 28, heading2: 23 };

/**
 * A brief as a Word document. Fans are SVG with their numbers below, the other figures tables; citations lead
 * to their references.
 */
export async function renderDocx(brief: Brief): Promise<Uint8Array<ArrayBuffer>> {
  const draw = await figureDrawer({ palette: LIGHT, fontFamily: "Arial" });
  const document = new Document({
    title: brief.title,
    styles: STYLES,
    numbering: { config: [{ reference: REFERENCE_LIST, levels: [REFERENCE_NUMBER] }] },
    sections: [
      {
        headers: { default: new Header({ children: [runningLine([brief.marking])] }) },
        footers: { default: new Footer({ children: [runningLine([brief.marking, ...PAGE_OF_PAGES])] }) },
        children: briefBlocks(brief, draw),
      },
    ],
  });
  const core = { path: "docProps/core.xml", data: coreProperties(brief) };
  return withZipDates(await Packer.pack(document, "uint8array", undefined, [core]), brief.asOf);
}

const HEADING = { bold: true, font: FONT, color: LIGHT.ink.slice(1) };

const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: SIZES.body },
      paragraph: { spacing: { after: 100, line: 264, lineRule: LineRuleType.AUTO } },
    },
    title: { run: { ...HEADING, size: SIZES.title }, paragraph: { spacing: { after: 120 } } },
    heading1: {
      run: { ...HEADING, size: SIZES.heading1 },
      paragraph: { spacing: { before: 360, after: 120 } },
    },
    heading2: {
      run: { ...HEADING, size: SIZES.heading2 },
      paragraph: { spacing: { before: 240, after: 60 } },
    },
  },
};

const REFERENCE_NUMBER: ILevelsOptions = {
  level: 0,
  format: LevelFormat.DECIMAL,
  text: "%1.",
  style: { paragraph: { indent: { left: 500, hanging: 500 } } },
};

const PAGE_OF_PAGES = ["    ", PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES];

/** The document's properties as of the brief's day, not of the moment it was packed. */
function coreProperties({ title, asOf }: Brief): string {
  const escaped = title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const stamp = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${asOf}T00:00:00Z</dcterms:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped}</dc:title><dc:creator>Tocsin</dc:creator><dc:language>en</dc:language>${stamp("created")}${stamp("modified")}</cp:coreProperties>`;
}
