import type { Brief, Sentence } from "#model/brief.ts";
import { openLayer } from "../../address/use-address.ts";
import { longDay } from "../../words/dates.ts";
import { unbroken } from "../../words/probability.ts";
import { BriefFigure } from "./brief-figure.tsx";
import { BriefReferences } from "./brief-references.tsx";
import "./brief-article.css";

/** A brief as a page to read: sections, sentences with their citations, figures, references. */
export function BriefArticle({ brief }: { readonly brief: Brief }) {
  const numberOf = new Map(brief.references.map(({ id }, i) => [id, i + 1]));
  return (
    <article className="panel brief">
      <header>
        <h2>{brief.title}</h2>
        <p className="quiet">
          As known on {longDay(brief.asOf)}
          {brief.since && `; changes since ${longDay(brief.since)}`} · {brief.marking}
        </p>
        {brief.illustrative && (
          <p className="brief-illustrative">
            Illustrative: the scenarios and rules were written after this day, so this is a replay and no
            validation.
          </p>
        )}
      </header>
      {brief.sections.map(({ title, sentences, figures }) => (
        <section key={title} className="brief-section">
          <h3>{title}</h3>
          {sentences.map((sentence, i) => (
            <CitedSentence key={i} sentence={sentence} numberOf={numberOf} />
          ))}
          {figures.map((figure, i) => (
            <BriefFigure key={i} figure={figure} />
          ))}
        </section>
      ))}
      <BriefReferences references={brief.references} />
    </article>
  );
}

interface CitedSentenceProps {
  readonly sentence: Sentence;
  readonly numberOf: ReadonlyMap<string, number>;
}

function CitedSentence({ sentence: { text, cites }, numberOf }: CitedSentenceProps) {
  return (
    <p>
      {unbroken(text)}
      <span className="cites">
        {cites.map((id) => (
          <button
            key={id}
            type="button"
            className="cite"
            data-item
            aria-label={`Reference ${numberOf.get(id) ?? id}`}
            onClick={() => openLayer({ kind: "observation", id })}
          >
            {numberOf.get(id) ?? "?"}
          </button>
        ))}
      </span>
    </p>
  );
}
