import type { SitePicturesReply } from "../../src/api/contract.ts";
import { longDay } from "../words/dates.ts";

/** Scenes under more cloud than this show too little to be compared. */
const MOST_CLOUD_PERCENT = 40;

/** Since when nothing clear was seen of a site, and what catalogues have of it that nobody has compared. */
export function LastClear({ reply }: { readonly reply: SitePicturesReply }) {
  const { comparisons, lastClear, available } = reply;
  const isHidden = comparisons[0]?.outcome === "not clear";
  return (
    <>
      {isHidden && (
        <p className="no-clear">
          {lastClear === null ? "No image of it was clear." : `No clear image since ${longDay(lastClear)}.`}
        </p>
      )}
      <p className="quiet">
        {available.lastSearched === null ? (
          <>
            Whether catalogues have scenes of it is not known: <code>{searchOf(reply)}</code> asks one, and
            keeps what it finds.
          </>
        ) : (
          inCatalogues(reply, available.lastSearched)
        )}
      </p>
    </>
  );
}

function searchOf({ site }: SitePicturesReply): string {
  return `tocsin imagery search --of ${site.id} --provider earth-search`;
}

function inCatalogues({ available: { scenes }, lastClear }: SitePicturesReply, lastSearched: string): string {
  const asked = `Catalogues were last asked on ${longDay(lastSearched.slice(0, 10))}`;
  const clear = scenes.filter(
    ({ cloudPercent }) => cloudPercent !== null && cloudPercent <= MOST_CLOUD_PERCENT,
  );
  const last = clear.at(-1)?.datetime.slice(0, 10);
  if (last === undefined) return `${asked}: no scene with at most ${MOST_CLOUD_PERCENT} % cloud.`;
  const isNew = lastClear === null || last > lastClear;
  const words = `the latest scene with at most ${MOST_CLOUD_PERCENT} % cloud is of ${longDay(last)}`;
  return `${asked}: ${words}${isNew ? ", which nobody has compared yet" : ""}.`;
}
