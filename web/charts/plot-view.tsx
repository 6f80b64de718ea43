import type * as PlotLibrary from "@observablehq/plot";
import { useEffect, useRef } from "react";

export type Plot = typeof PlotLibrary;

interface PlotViewProps {
  /** What to draw at a width in CSS pixels; a new function is a new drawing. */
  readonly draw: (plot: Plot, width: number) => PlotLibrary.PlotOptions;
  /** Height kept free until the drawing is there. */
  readonly height: number;
  /** Called with the datum under the pointer when it is pressed. */
  readonly onPick?: (datum: never) => void;
}

/** Draws with Observable Plot at the width there is. Colours are given as tokens, so a theme needs no redraw. */
export function PlotView({ draw, height, onPick }: PlotViewProps) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = holder.current!;
    let drawn = 0;
    let gone = false;
    const observer = new ResizeObserver(async ([entry]) => {
      const plot = await import("@observablehq/plot");
      const width = Math.round(entry!.contentRect.width);
      if (gone || width === 0 || width === drawn) return;
      drawn = width;
      const drawing = plot.plot({ ...QUIET, ...draw(plot, width), width });
      drawing.setAttribute("aria-hidden", "true");
      element.replaceChildren(drawing);
    });
    observer.observe(element);
    return () => {
      gone = true;
      observer.disconnect();
    };
  }, [draw]);
  const pick = () => {
    const drawing = holder.current?.firstElementChild as (Element & { value?: never }) | null;
    if (drawing?.value) onPick?.(drawing.value);
  };
  // The pointer's way only: the table view offers the same to the keyboard.
  return (
    <div
      ref={holder}
      className="plot"
      style={{ minHeight: height }}
      onClick={pick}
      data-pick={Boolean(onPick) || undefined}
    />
  );
}

const QUIET: PlotLibrary.PlotOptions = {
  style: { background: "none", color: "var(--ink-faint)", fontFamily: "inherit", fontSize: "12px" },
  marginTop: 8,
  marginRight: 8,
};
