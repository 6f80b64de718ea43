import type { Brief } from "#model/brief.ts";
import { openLayer } from "../address/use-address.ts";

/** What the brief rests on, in the order in which it is first cited. */
export function BriefReferences({ references }: Pick<Brief, "references">) {
  if (references.length === 0) return null;
  return (
    <section className="stack">
      <h3>References</h3>
      <ol className="references">
        {references.map(({ id, claim, on, knownAt, source, url, grade, verified, attribution }) => (
          <li key={id}>
            <button
              type="button"
              className="text-button"
              data-item
              onClick={() => openLayer({ kind: "observation", id })}
            >
              {claim}
            </button>{" "}
            <span className="quiet">
              {on}
              {knownAt !== on && `, known ${knownAt}`}.{" "}
              {url ? (
                <a href={url} rel="noreferrer noopener" target="_blank">
                  {source}
                </a>
              ) : (
                source
              )}
              , grade {grade}.{attribution && ` Attribution: ${attribution}.`}
              {verified === "recall" && <span className="unchecked"> Not yet checked against a source.</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
