import type { Brief } from "#model/brief.ts";
import { referenceNumbers } from "#model/brief-layout.ts";
import { longDay } from "../../words/dates.ts";
import { BriefReferences } from "./brief-references.tsx";
import { BriefSection } from "./brief-section.tsx";
import "./brief-article.css";

/** A brief as a page to read: sections, sentences with their citations, figures, references. */
export function BriefArticle({ brief }: { readonly brief: Brief }) {
  const numbers = referenceNumbers(brief);
  const ids = brief.references.map(({ id }) => id);
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
      {brief.sections.map((section) => (
        <BriefSection key={section.title} section={section} numbers={numbers} ids={ids} />
      ))}
      <BriefReferences references={brief.references} />
    </article>
  );
}
