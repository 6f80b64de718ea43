import {
  AlignmentType,
  ImageRun,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Figure } from "#model/brief.ts";
import { withoutLoneSigns } from "#model/brief-layout.ts";
import { describeFigure } from "../figures/describe-figure.ts";
import type { DrawFigure } from "../figures/draw-figure.ts";
import { figureTable } from "../figures/figure-table.ts";
import { LIGHT } from "../figures/palette.ts";

/** Half-points. */
export const SMALL = 17;
/** Room between the margins of the page, in CSS pixels. */
const PAGE_WIDTH = 600;
const MONTHS_SHOWN = 12;
/** Share of the page that the names of the indicators take, in per cent. */
const NAMES = 46;

/** Shown in place of a figure by programs that cannot draw SVG: one transparent pixel. */
const PIXEL = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg=="),
  (character) => character.charCodeAt(0),
);

/** A figure as SVG, as wide as the page at most. */
export function picture(figure: Figure, id: number, draw: DrawFigure): ImageRun {
  const svg = draw(figure, `f${id}`);
  const { width, height } = sizeOf(svg);
  const scale = Math.min(1, PAGE_WIDTH / width);
  return new ImageRun({
    type: "svg",
    data: new TextEncoder().encode(svg),
    fallback: { type: "png", data: PIXEL },
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: {
      id: String(id),
      name: `Figure ${id}`,
      title: figure.caption,
      description: describeFigure(figure),
    },
  });
}

/** Width and height that an SVG states, in CSS pixels. */
function sizeOf(svg: string): { width: number; height: number } {
  const side = (name: string): number =>
    Number(new RegExp(` ${name}="([\\d.]+)"`).exec(svg)?.[1] ?? Number.NaN);
  return { width: side("width"), height: side("height") };
}

/** The numbers behind a figure. */
export function numbersTable(figure: Figure): Table {
  const { columns, rows } = figureTable(figure);
  const row = (cells: readonly string[], tableHeader: boolean): TableRow =>
    new TableRow({ tableHeader, cantSplit: true, children: cells.map((text) => cell([small(text)])) });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(columns, true), ...rows.map((cells) => row(cells, false))],
  });
}

/** Levels as numbered, shaded cells; what could not be seen is striped. */
export function heatTable({ months, rows }: Extract<Figure, { type: "heat" }>): Table {
  const shown = months.slice(-MONTHS_SHOWN);
  const named = { width: { size: NAMES, type: WidthType.PERCENTAGE } };
  const narrow = {
    width: { size: (100 - NAMES) / shown.length, type: WidthType.PERCENTAGE },
    margins: { left: 0, right: 0 },
  };
  const body = rows.map(({ label, levels }) => {
    const own = levels
      .slice(-MONTHS_SHOWN)
      .map((level) => cell([levelText(level)], { ...narrow, shading: shadingOf(level) }));
    return new TableRow({ cantSplit: true, children: [cell([small(label)], named), ...own] });
  });
  const columns = shown.map((month) => cell([small(month.slice(5))], narrow));
  const heading = cell([small(`Indicator, ${shown[0]} to ${shown.at(-1)}`)], named);
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [new TableRow({ tableHeader: true, children: [heading, ...columns] }), ...body],
  });
}

type CellStyle = Omit<ConstructorParameters<typeof TableCell>[0], "children">;

function cell(children: readonly TextRun[], style: CellStyle = {}): TableCell {
  const alignment = style.margins ? AlignmentType.CENTER : AlignmentType.LEFT;
  const paragraph = new Paragraph({ children: [...children], alignment, spacing: { after: 0 } });
  return new TableCell({ ...style, children: [paragraph] });
}

function levelText(level: number | null): TextRun {
  const color = (level !== null && level >= 3 ? LIGHT.paper : LIGHT.ink).slice(1);
  return new TextRun({ text: level === null ? "?" : String(level), size: SMALL, color });
}

function shadingOf(level: number | null): NonNullable<CellStyle["shading"]> {
  if (level === null)
    return {
      type: ShadingType.THIN_DIAGONAL_STRIPE,
      color: LIGHT.muted.slice(1),
      fill: LIGHT.paper.slice(1),
    };
  return { type: ShadingType.CLEAR, fill: LIGHT.levels[level as 0 | 1 | 2 | 3 | 4].slice(1) };
}

/** Small print in the muted ink of captions and tables. */
export function small(text: string): TextRun {
  return new TextRun({ text: withoutLoneSigns(text), size: SMALL, color: LIGHT.muted.slice(1) });
}
