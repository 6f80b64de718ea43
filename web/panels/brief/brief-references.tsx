import type { Brief } from "#model/brief.ts";
import { openLayer } from "../../address/use-address.ts";
import { attributionText } from "../../words/attribution.ts";

type Reference = Brief["references"][number];

/** What the brief rests on, in the order in which it is first cited. */
export function BriefReferences({ references }: Pick<Brief, "references">) {
  if (references.length === 0) return null;
  return (
    <section className="brief-section">
      <h3>References</h3>
      <ol className="references">
        {references.map((reference) => (
          <li key={reference.id}>
            <button
              type="button"
              className="text-button"
              data-item
              onClick={() => openLayer({ kind: "observation", id: reference.id })}
            >
              {reference.claim}
            </button>{" "}
            <Details reference={reference} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Dates, source and grade; the grade comes as one mark and is told as two. */
function Details({ reference }: { readonly reference: Reference }) {
  const { on, knownAt, source, url, grade, verified, attribution } = reference;
  const link = url && (
    <a href={url} rel="noreferrer noopener" target="_blank">
      {source}
    </a>
  );
  return (
    <span className="quiet">
      {on}
      {knownAt !== on && `, known ${knownAt}`}. {link ?? source}, reliability {grade.slice(0, 1)}, credibility{" "}
      {grade.slice(1)}.{attribution && ` Attribution: ${attributionText(attribution)}.`}
      {verified === "recall" && <span className="unchecked"> Not yet checked against a source.</span>}
    </span>
  );
}
