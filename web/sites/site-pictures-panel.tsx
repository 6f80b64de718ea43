import { useState } from "react";
import type { SitePicturesReply } from "../../src/api/contract.ts";
import type { Site } from "#model/site.ts";
import { useSitePictures } from "../api/queries.ts";
import { Loaded } from "../panels/loaded.tsx";
import { CouldHaveSeen } from "./could-have-seen.tsx";
import { LastClear } from "./last-clear.tsx";
import { PicturePair } from "./picture-pair.tsx";
import { PictureStrip } from "./picture-strip.tsx";
import { SiteTimeline } from "./site-timeline.tsx";
import { WhyChanged } from "./why-changed.tsx";

/** What pictures of a site came to, and everything known of it in one timeline. */
export function SitePicturesPanel({ site }: { readonly site: Site }) {
  return (
    <Loaded query={useSitePictures(site.id)} lines={8}>
      {(reply) => (
        <div className="stack">
          <h3>What is known of it, by its day</h3>
          <SiteTimeline reply={reply} />
          <PictureStrip reply={reply} />
          <LastClear reply={reply} />
          <h3>What changed in pictures</h3>
          {reply.comparisons.length === 0 ? <NothingCompared site={site} /> : <Compared reply={reply} />}
        </div>
      )}
    </Loaded>
  );
}

function NothingCompared({ site }: { readonly site: Site }) {
  return (
    <p>
      No picture of this site has been compared yet. Bring two of one place and band order with{" "}
      <code>tocsin imagery compare BEFORE AFTER --site {site.id} --before DATE --after DATE</code>.
    </p>
  );
}

function Compared({ reply }: { readonly reply: SitePicturesReply }) {
  const { comparisons, decisions } = reply;
  const [chosen, choose] = useState(0);
  const comparison = comparisons[chosen] ?? comparisons[0]!;
  const onSameGround = comparisons.filter(
    ({ grid, capture }) => capture === comparison.capture || (grid !== null && grid === comparison.grid),
  );
  return (
    <>
      {comparisons.length > 1 && (
        <label className="row">
          <span className="label">Dates</span>
          <select className="field" value={chosen} onChange={(event) => choose(Number(event.target.value))}>
            {comparisons.map(({ before, after, outcome, capture }, i) => (
              <option key={capture} value={i}>
                {before.date} to {after.date}: {outcome}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className="pair-and-why">
        <PicturePair key={comparison.capture} comparison={comparison} onSameGround={onSameGround} />
        <div className="stack">
          <WhyChanged comparison={comparison} decisions={decisions} />
          <CouldHaveSeen comparison={comparison} />
        </div>
      </div>
    </>
  );
}
