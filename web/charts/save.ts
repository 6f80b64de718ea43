/** Attributes whose colours come from the tokens and must be written out before a drawing leaves the page. */
const PAINTED = ["fill", "stroke", "color", "font", "opacity", "stroke-width", "text-anchor"] as const;

/** The drawing with every colour and font written into it, so that it looks the same elsewhere. */
export function standaloneSvg(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll<SVGElement>("*");
  copy.querySelectorAll<SVGElement>("*").forEach((element, i) => writeOut(originals[i]!, element));
  writeOut(svg, copy);
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(Math.round(width)));
  copy.setAttribute("height", String(Math.round(height)));
  return new XMLSerializer().serializeToString(copy);
}

function writeOut(from: SVGElement, to: SVGElement) {
  const seen = getComputedStyle(from);
  for (const name of PAINTED) to.style.setProperty(name, seen.getPropertyValue(name));
}

/** Hands a text to the reader as a file. */
export function save(name: string, type: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
