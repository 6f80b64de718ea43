import { Fragment } from "react";
import type { Section } from "#model/brief.ts";
import { layoutOf, type PrintedSentence, type Run } from "#model/brief-layout.ts";
import { openLayer } from "../../address/use-address.ts";
import { unbroken } from "../../words/probability.ts";
import { BriefFigure } from "./brief-figure.tsx";

interface BriefSectionProps {
  readonly section: Section;
  readonly numbers: ReadonlyMap<string, number>;
  /** Of the references, in their order. */
  readonly ids: readonly string[];
}

/** Points by themselves, then what is said of each thing under its name, then the figures. */
export function BriefSection({ section, numbers, ids }: BriefSectionProps) {
  const { points, paragraphs } = layoutOf(section, numbers);
  return (
    <section className="brief-section">
      <h3>{section.title}</h3>
      {points.map((point, i) => (
        <p key={i}>
          <Cited sentence={point} ids={ids} />
        </p>
      ))}
      {paragraphs.map(({ label, runs }) => (
        <div key={label} className="brief-paragraph">
          <h4>{label}</h4>
          {runs.map((run, i) => (
            <BriefRun key={i} run={run} ids={ids} />
          ))}
        </div>
      ))}
      {section.figures.map((figure, i) => (
        <BriefFigure key={i} figure={figure} />
      ))}
    </section>
  );
}

function BriefRun({ run, ids }: { readonly run: Run; readonly ids: readonly string[] }) {
  if (!run.listed) {
    return (
      <p>
        {run.sentences.map((sentence, i) => (
          <Fragment key={i}>
            <Cited sentence={sentence} ids={ids} />{" "}
          </Fragment>
        ))}
      </p>
    );
  }
  return (
    <ul>
      {run.sentences.map((sentence, i) => (
        <li key={i}>
          <Cited sentence={sentence} ids={ids} />
        </li>
      ))}
    </ul>
  );
}

function Cited({ sentence, ids }: { readonly sentence: PrintedSentence; readonly ids: readonly string[] }) {
  return (
    <>
      {unbroken(sentence.text)}
      {sentence.references.length > 0 && (
        <span className="cites">
          {sentence.references.map((number) => (
            <button
              key={number}
              type="button"
              className="cite"
              data-item
              aria-label={`Reference ${number}`}
              onClick={() => openLayer({ kind: "observation", id: ids[number - 1]! })}
            >
              {number}
            </button>
          ))}
        </span>
      )}
    </>
  );
}
