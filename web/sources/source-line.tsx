import { count } from "../words/dates.ts";
import {
  coverageWords,
  momentWords,
  type NetworkSource,
  standingOf,
  standingWords,
  stretchesOf,
} from "./source-standing.ts";
import "./source-line.css";

/** How far back the strip goes. */
export const STRIP_DAYS = 90;

interface SourceLineProps {
  readonly source: NetworkSource;
  /** When it was looked at. */
  readonly at: string;
}

/** One source in a line: who it is, how far it is trusted, how it fares and what it covered; the rest unfolds. */
export function SourceLine({ source, at }: SourceLineProps) {
  const { summary, grade, stateControlled } = source;
  return (
    <details className="source-line">
      <summary data-item>
        <span className="source-name">
          {summary} <span className="small">{source.source}</span>
        </span>
        <span className="source-grade">
          {grade === null ? <span className="quiet">ungraded</span> : <strong>{grade.letter}</strong>}
          {stateControlled && <span className="state-controlled">state-controlled</span>}
        </span>
        <span className="source-standing" data-standing={standingOf(source)}>
          {standingWords(source)}
        </span>
        <CoverageStrip source={source} at={at} />
      </summary>
      <SourceFacts source={source} at={at} />
    </details>
  );
}

function CoverageStrip({ source, at }: SourceLineProps) {
  return (
    <span className="coverage-strip" role="img" aria-label={coverageWords(source, at, STRIP_DAYS)}>
      {stretchesOf(source, at, STRIP_DAYS).map(({ kind, from, to }) => (
        <span key={from} data-kind={kind} style={{ left: `${from}%`, width: `${to - from}%` }} />
      ))}
    </span>
  );
}

function SourceFacts({ source, at }: SourceLineProps) {
  const { grade, lastTry, lastSuccess, lastError, nextAllowed, documents, latestDocument } = source;
  const about = [source.kind, source.country, source.language, source.licence].filter((part) => part !== "");
  return (
    <dl className="facts">
      <dt>Grade</dt>
      <dd>{grade === null ? "none: data, not claims" : `${grade.letter}: ${grade.reason}`}</dd>
      <dt>Coverage</dt>
      <dd>{coverageWords(source, at, STRIP_DAYS)}</dd>
      <dt>Documents</dt>
      <dd>
        {count(documents, "document")}
        {latestDocument && `, the latest of ${momentWords(latestDocument)}`}
      </dd>
      <Fact name="Last asked" said={lastTry && momentWords(lastTry)} />
      <Fact name="Last answer" said={lastSuccess && momentWords(lastSuccess)} />
      <Fact name="Not again before" said={nextAllowed && momentWords(nextAllowed)} />
      <Fact name="Failed of" said={lastError} />
      <Fact name="About" said={about.join("; ") || null} />
      <dt>Address</dt>
      <dd>
        <a href={source.url} rel="noreferrer noopener" target="_blank">
          {source.url}
        </a>
      </dd>
    </dl>
  );
}

function Fact({ name, said }: { readonly name: string; readonly said: string | null }) {
  if (said === null) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{said}</dd>
    </>
  );
}
