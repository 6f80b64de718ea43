import type { PlotOptions } from "@observablehq/plot";
import type { Figure } from "#model/brief.ts";
import { describeFigure } from "./describe-figure.ts";
import type { Drawing } from "./drawing.ts";
import { fanPlot } from "./fan.ts";
import { heatPlot } from "./heat.ts";
import { type Pictures, picturesSvg } from "./pictures.ts";
import type { Palette } from "./palette.ts";
import { timelinePlot } from "./timeline.ts";

export interface DrawingStyle {
  readonly palette: Palette;
  readonly fontFamily: string;
}

/** Draws a figure as an SVG string; the key tells the figures of one page apart. */
export type DrawFigure = (figure: Figure, key: string) => string;

/** Loads the drawing library, which only formats with figures need, and returns what draws with it. */
export async function figureDrawer({ palette, fontFamily }: DrawingStyle): Promise<DrawFigure> {
  const [plot, { parseHTML }] = await Promise.all([import("@observablehq/plot"), import("linkedom")]);
  return (figure, key) => {
    const { document } = parseHTML("<html><body></body></html>");
    if (figure.type === "pictures") return withNames(picturesSvg(figure, palette), figure, key, fontFamily);
    const options = plotOf(figure, { plot, palette, hatching: `url(#${key}-hatch)` });
    const svg = plot.plot({ ...options, document });
    svg.querySelector("style")?.remove();
    for (const element of [svg, ...svg.querySelectorAll("*")]) {
      for (const name of NOT_KEPT) element.removeAttribute(name);
    }
    for (const [name, value] of naming(key, fontFamily)) svg.setAttribute(name, value);
    const drawn: string = svg.outerHTML;
    const within = drawn.indexOf(">") + 1;
    const added = `${named(figure, key)}${figure.type === "heat" ? hatch(key, palette) : ""}`;
    return `${drawn.slice(0, within)}${added}${drawn.slice(within)}`;
  };
}

/** Attributes for Plot's own style sheet and for reading an image piece by piece; ours is read as a whole. */
const NOT_KEPT = ["class", "style", "aria-label", "aria-hidden"];

function naming(key: string, fontFamily: string): [name: string, value: string][] {
  return [
    ["xmlns", "http://www.w3.org/2000/svg"],
    ["role", "img"],
    ["aria-labelledby", `${key}-title`],
    ["aria-describedby", `${key}-desc`],
    ["font-family", fontFamily],
  ];
}

function plotOf(figure: Exclude<Figure, Pictures>, drawing: Drawing): PlotOptions {
  if (figure.type === "fan") return fanPlot(figure, drawing);
  return figure.type === "heat" ? heatPlot(figure, drawing) : timelinePlot(figure, drawing);
}

/** An SVG that was written by hand, named and described like the others. */
function withNames(svg: string, figure: Figure, key: string, fontFamily: string): string {
  const attributes = naming(key, fontFamily).map(([name, value]) => ` ${name}="${value}"`);
  return svg.replace(
    /^<svg([^>]*)>/,
    (_, own: string) => `<svg${own}${attributes.join("")}>${named(figure, key)}`,
  );
}

function named(figure: Figure, key: string): string {
  const description = escaped(describeFigure(figure));
  return `<title id="${key}-title">${escaped(figure.caption)}</title><desc id="${key}-desc">${description}</desc>`;
}

function hatch(key: string, { paper, muted }: Palette): string {
  const lines = `<rect width="5" height="5" fill="${paper}"/><rect width="1.2" height="5" fill="${muted}"/>`;
  return `<defs><pattern id="${key}-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">${lines}</pattern></defs>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
