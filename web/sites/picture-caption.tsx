import type { Comparison } from "#model/comparison.ts";
import { pictureInWords } from "#model/picture-in-words.ts";

interface PictureCaptionProps {
  readonly picture: Comparison["before"];
  readonly comparison: Comparison;
  readonly side: "left" | "right";
}

/** Date, sensor, pass, the Sun's height, cloud and how much is hidden, over the picture's own corner. */
export function PictureCaption({ picture, comparison, side }: PictureCaptionProps) {
  return (
    <p className="pair-caption small" data-side={side}>
      <strong>{picture.date}</strong> {pictureInWords(comparison, picture)}
    </p>
  );
}

interface ScaleBarProps {
  readonly width: number;
  readonly metresPerPixel: number | null;
}

/** A bar of a round length, at most a third of the picture; without a known scale that is said. */
export function ScaleBar({ width, metresPerPixel }: ScaleBarProps) {
  if (metresPerPixel === null) return <p className="pair-scale small">scale not known</p>;
  const metres = roundLength((width * metresPerPixel) / 3);
  const share = (100 * metres) / (width * metresPerPixel);
  return (
    <p className="pair-scale small" style={{ width: `${share}%` }}>
      {metres >= 1000 ? `${metres / 1000} km` : `${metres} m`}
    </p>
  );
}

/** The largest of 1, 2 and 5 times a power of ten that is not longer. */
function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return [5, 2, 1].find((digit) => digit * power <= most)! * power;
}
