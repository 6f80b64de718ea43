import type { SourcesReply } from "../../src/api/contract.ts";
import { go, presentAddress, useAddress } from "../address/use-address.ts";
import { Choice } from "../panels/choice.tsx";
import { count } from "../words/dates.ts";
import { SourceLine, STRIP_DAYS } from "./source-line.tsx";
import { type NetworkSource, type Standing, standingOf, summaryWords } from "./source-standing.ts";

const SHOWN = { on: "On", failing: "Failing", state: "State-controlled", all: "All" };

const IS_SHOWN: Readonly<Record<string, (source: NetworkSource) => boolean>> = {
  on: ({ isOn }) => isOn,
  failing: (source) => ["down", "failing"].includes(standingOf(source)),
  state: ({ stateControlled }) => stateControlled,
  all: () => true,
};

/** The sources on the network, those that fail first. */
export function NetworkSources({ reply }: { readonly reply: SourcesReply }) {
  const { params } = useAddress();
  const shown = params.show && params.show in IS_SHOWN ? params.show : reply.isOnline ? "on" : "all";
  const sources = reply.sources.filter(IS_SHOWN[shown]!).toSorted(byStanding);
  return (
    <section className="panel stack network-sources">
      <h2>Sources on the network</h2>
      {reply.isOnline ? <p>{summaryWords(reply)}</p> : <Offline total={reply.sources.length} />}
      <div className="row">
        <Choice
          label="Which sources"
          values={SHOWN}
          chosen={shown}
          onChoose={(show) => go({ params: { ...presentAddress().params, show } }, { replace: true })}
        />
        <CoverageKey />
      </div>
      {sources.length === 0 && <p className="quiet">{NONE[shown]}</p>}
      {shown === "all" ? (
        <ByKind sources={sources} at={reply.at} />
      ) : (
        <Lines sources={sources} at={reply.at} />
      )}
    </section>
  );
}

const NONE: Readonly<Record<string, string>> = {
  on: "No source is switched on: whatever happens outside the record is unknown, not quiet.",
  failing: "No source that is switched on fails.",
  state: "The catalogue names no source controlled by a state.",
  all: "The watch names no sources.",
};

const ORDER: readonly Standing[] = ["down", "failing", "waiting", "answering", "off", "cannot"];

function byStanding(a: NetworkSource, b: NetworkSource): number {
  return ORDER.indexOf(standingOf(a)) - ORDER.indexOf(standingOf(b));
}

function Offline({ total }: { readonly total: number }) {
  return (
    <p>
      None of the {total} sources is switched on, so nothing asks the network. Name some under{" "}
      <code>collect</code> in <code>watch.yaml</code> or in <code>TOCSIN_SOURCES</code>, and serve with{" "}
      <code>--collect-every 60</code>.
    </p>
  );
}

function CoverageKey() {
  return (
    <ul className="coverage-key">
      <li>Last {STRIP_DAYS} days:</li>
      <li>
        <span data-kind="covered" /> answered
      </li>
      <li>
        <span data-kind="gap" /> gap: unknown, not quiet
      </li>
      <li>
        <span /> not asked
      </li>
    </ul>
  );
}

interface LinesProps {
  readonly sources: readonly NetworkSource[];
  readonly at: string;
}

function Lines({ sources, at }: LinesProps) {
  return (
    <div>
      {sources.map((source) => (
        <SourceLine key={source.source} source={source} at={at} />
      ))}
    </div>
  );
}

function ByKind({ sources, at }: LinesProps) {
  return [...Map.groupBy(sources, ({ kind }) => kind)].map(([kind, some]) => (
    <details key={kind} className="source-group">
      <summary>
        <strong>{kind}</strong> <span className="quiet">{count(some.length, "source")}</span>
      </summary>
      <Lines sources={some} at={at} />
    </details>
  ));
}
