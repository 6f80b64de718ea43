import type { Figure } from "#model/brief.ts";
import { scaleBarOf } from "#model/scale-bar.ts";
import { cutToFit, WIDTH } from "./drawing.ts";
import type { Palette } from "./palette.ts";

export type Pictures = Extract<Figure, { type: "pictures" }>;

const GAP = 12;
const SIDE = (WIDTH - GAP) / 2;
const LINE = 16;

/** Two dates of a site side by side, with what each is, a scale, and whom to credit, written into the picture. */
export function picturesSvg(figure: Pictures, { ink, muted, paper }: Palette): string {
  const { pictures, width, height, credit } = figure;
  const high = Math.round((SIDE * height) / width);
  const drawn = pictures.map(({ on, told, image }, i) => {
    const x = i * (SIDE + GAP);
    const label = escaped(cutToFit(`${on}  ${told}`, SIDE - 8));
    return `<image x="${x}" y="0" width="${SIDE}" height="${high}" xlink:href="${image}" preserveAspectRatio="none"/>
<rect x="${x}" y="0" width="${SIDE}" height="${LINE}" fill="${paper}"/>
<text x="${x + 4}" y="11" font-size="10" fill="${ink}">${label}</text>`;
  });
  const foot = `<text x="0" y="${high + LINE - 4}" font-size="10" fill="${muted}">${escaped(credit)}</text>`;
  const total = high + LINE;
  // programs that read SVG 1.1 alone, as word processors do, know no href without xlink
  return `<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="${WIDTH}" height="${total}" viewBox="0 0 ${WIDTH} ${total}">${drawn.join("\n")}
${scaleBar(figure, high, { ink, paper })}${foot}</svg>`;
}

/** A bar of a round length, at most a third of the picture; nothing where the scale is not known. */
function scaleBar(
  { metresPerPixel, width }: Pictures,
  high: number,
  { ink, paper }: Pick<Palette, "ink" | "paper">,
): string {
  if (metresPerPixel === null) return "";
  const { share, words } = scaleBarOf(width * metresPerPixel);
  const long = SIDE * share;
  const y = high - 22;
  return `<rect x="6" y="${y}" width="${long + 8}" height="18" fill="${paper}"/>
<text x="10" y="${y + 10}" font-size="9" fill="${ink}">${words}</text>
<rect x="10" y="${y + 13}" width="${long}" height="3" fill="${ink}"/>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
