import { type PointerEvent, useState } from "react";
import type { SitePicturesReply } from "../../src/api/contract.ts";
import { ChangeOutlines, type FirstSeen, FirstSeenKey } from "./change-outlines.tsx";
import { PictureCaption, ScaleBar } from "./picture-caption.tsx";
import { SwipeHandle } from "./swipe-handle.tsx";
import { useFlicker } from "./use-flicker.ts";
import "./picture-pair.css";

type Compared = SitePicturesReply["comparisons"][number];

interface PicturePairProps {
  readonly comparison: Compared;
  /** Comparisons whose pictures lie on the same pixels, this one among them. */
  readonly onSameGround: readonly Compared[];
}

/** Two dates of a site over each other: swiped by a handle, flickered, or faded. */
export function PicturePair({ comparison, onSameGround }: PicturePairProps) {
  const [opacity, setOpacity] = useState(100);
  const [isFlickering, setFlickering] = useState(false);
  const seen = firstSeenOn(onSameGround);
  return (
    <figure className="pair-figure">
      <Pair {...{ comparison, seen, opacity, isFlickering }} />
      <div className="pair-tools">
        <button
          type="button"
          className="button"
          aria-pressed={isFlickering}
          onClick={() => setFlickering(!isFlickering)}
        >
          Flicker
        </button>
        <label className="pair-opacity">
          <span className="label">Opacity of the later picture</span>
          <input
            type="range"
            min={0}
            max={100}
            value={opacity}
            onChange={(event) => setOpacity(Number(event.target.value))}
          />
        </label>
      </div>
      <FirstSeenKey seen={seen} />
      <figcaption className="small">
        {comparison.credit}. One stretch for both dates ({comparison.preset.replaceAll("-", " ")}):{" "}
        {comparison.stretch.map(({ low, high }) => `${rounded(low)} to ${rounded(high)}`).join("; ")}. Empty
        where nothing was measured.
      </figcaption>
    </figure>
  );
}

interface PairProps {
  readonly comparison: Compared;
  readonly seen: readonly FirstSeen[];
  readonly opacity: number;
  readonly isFlickering: boolean;
}

/** The pictures themselves, with what is written over them, and the handle between them. */
function Pair({ comparison, seen, opacity, isFlickering }: PairProps) {
  const { before, after, width, height } = comparison;
  const [split, setSplit] = useState(50);
  const isAway = useFlicker(isFlickering);
  const swipe = (event: PointerEvent<HTMLElement>) => {
    if (event.type === "pointerdown") event.currentTarget.setPointerCapture(event.pointerId);
    else if (event.buttons === 0) return;
    const { left, width: wide } = event.currentTarget.getBoundingClientRect();
    setSplit(Math.round(Math.min(100, Math.max(0, (100 * (event.clientX - left)) / wide))));
  };
  const style = { clipPath: isFlickering ? "none" : `inset(0 0 0 ${split}%)`, opacity: opacity / 100 };
  return (
    <div
      className="pair"
      style={{ aspectRatio: `${width} / ${height}` }}
      onPointerDown={swipe}
      onPointerMove={swipe}
    >
      <Quicklook hash={before.picture} date={before.date} className="pair-before" />
      <Quicklook
        hash={after.picture}
        date={after.date}
        className="pair-after"
        isAway={isAway}
        style={style}
      />
      <ChangeOutlines width={width} height={height} seen={seen} />
      <PictureCaption picture={before} comparison={comparison} side="left" />
      <PictureCaption picture={after} comparison={comparison} side="right" />
      <ScaleBar width={width} metresPerPixel={comparison.metresPerPixel} />
      {!isFlickering && <SwipeHandle split={split} onMove={setSplit} />}
    </div>
  );
}

interface QuicklookProps {
  readonly hash: string | null;
  readonly date: string;
  readonly className: string;
  readonly isAway?: boolean;
  readonly style?: { readonly clipPath: string; readonly opacity: number };
}

function Quicklook({ hash, date, className, isAway = false, style }: QuicklookProps) {
  if (hash === null) return null;
  const alt = `The site on ${date}`;
  return (
    <img
      src={`/api/pictures/${hash}`}
      className={`pair-picture ${className}`}
      data-away={isAway || undefined}
      draggable={false}
      {...{ alt, style }}
    />
  );
}

/** The outlines of what changed, by the day it was first seen, the earliest first. */
function firstSeenOn(comparisons: readonly Compared[]): FirstSeen[] {
  const findings = comparisons.flatMap((one) => one.findings).filter(({ status }) => status !== "gone");
  const days = [...new Set(findings.map(({ firstSeen }) => firstSeen))].sort();
  return days.map((day) => ({
    day,
    outlines: findings.filter(({ firstSeen }) => firstSeen === day).flatMap(({ outlines }) => outlines),
  }));
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(4)));
}
