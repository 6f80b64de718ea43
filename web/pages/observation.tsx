import { Link } from "../address/link.tsx";
import { writeAddress } from "../address/address.ts";
import { goTo, openLayer, useAddress } from "../address/use-address.ts";
import { useAssessment, useObservation } from "../api/queries.ts";
import { EvidenceText } from "../panels/observation/evidence-text.tsx";
import { Loaded } from "../panels/loaded.tsx";
import { ObservationFacts } from "../panels/observation/observation-facts.tsx";
import { StoryTree } from "../panels/observation/story-tree.tsx";
import { LevelMark } from "../panels/level-mark.tsx";
import "./observation.css";

/** One observation: its claim, the text it was read from, what else tells of it, and what it feeds. */
export function ObservationPage() {
  const { path, asOf } = useAddress();
  const id = decodeURIComponent(path.slice("/evidence/".length));
  const openOther = (other: string) =>
    goTo(writeAddress({ path: `/evidence/${other}`, asOf, open: [], params: {} }));
  return (
    <>
      <p className="breadcrumb">
        <Link to="/evidence">Evidence</Link> / {id}
      </p>
      <Loaded query={useObservation(id)} lines={10}>
        {(reply) => (
          <>
            <h2 className="claim">{reply.observation.claim}</h2>
            <div className="observation-columns">
              <div className="stack">
                <section className="panel stack">
                  <h3>{reply.evidence.characters > 0 ? "In its page" : "In its record"}</h3>
                  <EvidenceText reply={reply} />
                </section>
                <section className="panel stack">
                  <h3>Who tells it</h3>
                  <StoryTree story={reply.story} onOpen={openOther} />
                </section>
              </div>
              <div className="stack">
                <section className="panel stack">
                  <h3>What it says</h3>
                  <ObservationFacts observation={reply.observation} />
                </section>
                <section className="panel stack">
                  <Feeds indicators={reply.indicators} />
                </section>
              </div>
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}

function Feeds({ indicators }: { readonly indicators: readonly string[] }) {
  const { data } = useAssessment();
  if (indicators.length === 0) return <p className="quiet">It feeds no indicator.</p>;
  return (
    <>
      <h3>Indicators it feeds</h3>
      <ul className="feeds">
        {indicators.map((id) => {
          const reading = data?.indicators.find((one) => one.id === id);
          return (
            <li key={id}>
              {reading && <LevelMark level={reading.level} name={reading.levelName} />}
              <button
                type="button"
                className="text-button"
                data-item
                onClick={() => openLayer({ kind: "indicator", id })}
              >
                {reading?.statement ?? id}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
