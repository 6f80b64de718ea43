import type { Comparison } from "#model/comparison.ts";
import { pictureInWords } from "#model/picture-in-words.ts";
import { scaleBarOf } from "#model/scale-bar.ts";

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
  const { share, words } = scaleBarOf(width * metresPerPixel);
  return (
    <p className="pair-scale small" style={{ width: `${100 * share}%` }}>
      {words}
    </p>
  );
}
