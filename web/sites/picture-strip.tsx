import type { SitePicturesReply } from "../../src/api/contract.ts";
import { CloudBar } from "./cloud-bar.tsx";
import { type Taken, takenOf } from "./taken.ts";
import "./picture-strip.css";

/** How many days stand in the strip: the latest. */
const MOST = 60;

/** Each day on which a picture was compared or a catalogue has a scene, with its cloud and what was found on it. */
export function PictureStrip({ reply }: { readonly reply: SitePicturesReply }) {
  const taken = takenOf(reply).slice(-MOST);
  if (taken.length === 0) return null;
  return (
    <div className="picture-strip" tabIndex={0} role="region" aria-label="Pictures by day">
      <ol className="picture-strip-days">
        {taken.map((day) => (
          <Day key={day.on} day={day} />
        ))}
      </ol>
    </div>
  );
}

function Day({ day: { on, picture, told, hiddenPercent, found } }: { readonly day: Taken }) {
  return (
    <li className="picture-strip-day small">
      {picture === null ? (
        <span className="picture-strip-none">not compared</span>
      ) : (
        <img className="picture-strip-image" src={`/api/pictures/${picture}`} alt={`The site on ${on}`} />
      )}
      <CloudBar percent={hiddenPercent} />
      <strong>{on}</strong>
      <span>{told}</span>
      {found !== null && (
        <span className="picture-strip-mark" data-found={found}>
          {found === "confirmed" ? "◆ confirmed" : "◇ candidate"}
        </span>
      )}
    </li>
  );
}
