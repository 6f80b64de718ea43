import type { PlotOptions } from "@observablehq/plot";
import type { Figure } from "#model/brief.ts";
import { describeFigure } from "./describe-figure.ts";
import type { Drawing } from "./drawing.ts";
import { fanPlot } from "./fan.ts";
import { heatPlot } from "./heat.ts";
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
    const hatching = `url(#${key}-hatch)`;
    const options = plotOf(figure, { plot, palette, hatching });
    const svg = plot.plot({ ...options, document }).outerHTML;
    return finished(svg, figure, key, palette).replaceAll(
      /font-family="[^"]*"/g,
      `font-family="${fontFamily}"`,
    );
  };
}

function plotOf(figure: Figure, drawing: Drawing): PlotOptions {
  if (figure.type === "fan") return fanPlot(figure, drawing);
  return figure.type === "heat" ? heatPlot(figure, drawing) : timelinePlot(figure, drawing);
}

/** Names the image for screen readers and leaves it free of styles that a page or a printer would not know. */
function finished(svg: string, figure: Figure, key: string, { muted, paper }: Palette): string {
  const named = `<title id="${key}-title">${escaped(figure.caption)}</title><desc id="${key}-desc">${escaped(describeFigure(figure))}</desc>`;
  const hatch = `<defs><pattern id="${key}-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="${paper}"/><rect width="1.2" height="5" fill="${muted}"/></pattern></defs>`;
  return svg
    .replace(/<style>[\s\S]*?<\/style>/, `${named}${figure.type === "heat" ? hatch : ""}`)
    .replace(
      /^<svg /,
      `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${key}-title" aria-describedby="${key}-desc" `,
    );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
