import { awaitsSource, isEvidenceLink, type Observation } from "#model/observation.ts";
import { useWatch } from "../../api/queries.ts";
import { attributionText } from "../../words/attribution.ts";
import { asPrecise } from "../../words/dates.ts";
import { measureText } from "../../words/level.ts";
import { actorName } from "../../words/actor-name.ts";
import { GradeFacts } from "./grade.tsx";
import "./observation-facts.css";

/** Everything an observation says besides its claim. */
export function ObservationFacts({ observation }: { readonly observation: Observation }) {
  const { stream, kind, place, attribution, marking, confidence } = observation;
  return (
    <dl className="facts">
      <dt>Happened</dt>
      <dd>{happened(observation)}</dd>
      <dt>Became known</dt>
      <dd>{observation.knownAt}</dd>
      <dt>Kind</dt>
      <dd>
        {kind.replaceAll("_", " ")} <span className="quiet">in {stream}</span>
      </dd>
      <Actors observation={observation} />
      {place && (
        <>
          <dt>Place</dt>
          <dd>{place.name}</dd>
        </>
      )}
      <GradeFacts grade={observation.grade} />
      <dt>Confidence</dt>
      <dd>{confidence}</dd>
      <dt>Attribution</dt>
      <dd>{attribution ? attributionText(attribution) : <span className="quiet">none given</span>}</dd>
      <Details observation={observation} />
      <SourceFact observation={observation} />
      <dt>Marking</dt>
      <dd>{marking}</dd>
    </dl>
  );
}

function happened({ validFrom, validTo, precision }: Observation): string {
  const [from, to] = [asPrecise(validFrom, precision), asPrecise(validTo, precision)];
  return from === to ? from : `${from} to ${to}`;
}

function Actors({ observation: { actors } }: { readonly observation: Observation }) {
  const { data: watch } = useWatch();
  const nameOf = (id: string) => actorName(watch, id);
  return (
    <>
      <dt>Actors</dt>
      <dd>
        {actors
          .map(({ id, role }) => (role === "actor" ? nameOf(id) : `${nameOf(id)} (${role})`))
          .join(", ") || "none named"}
      </dd>
    </>
  );
}

function Details({ observation: { attributes, measures } }: { readonly observation: Observation }) {
  const details = [
    ...Object.entries(attributes).map(([name, value]) => [name, value.replaceAll("_", " ")] as const),
    ...Object.entries(measures).map(([name, value]) => [name, measureText(value)] as const),
  ].filter(([, value]) => value !== "");
  return details.map(([name, value]) => (
    <div className="facts-pair" key={name}>
      <dt className="facts-name">{name.replaceAll("_", " ")}</dt>
      <dd>{value}</dd>
    </div>
  ));
}

/** The source by name; its address only where the address itself was seen or follows a stable scheme. */
function SourceFact({ observation }: { readonly observation: Observation }) {
  const { source, verified } = observation;
  return (
    <>
      <dt>Source</dt>
      <dd>
        {isEvidenceLink(source) ? (
          <a href={source.url} rel="noreferrer noopener" target="_blank">
            {source.name}
          </a>
        ) : (
          <>
            {source.name} <span className="small">(no address that leads to the item itself)</span>
          </>
        )}
      </dd>
      <dt>Checked</dt>
      <dd>
        {awaitsSource(observation) ? (
          <span className="unchecked">not yet checked against a source</span>
        ) : (
          verified
        )}
      </dd>
    </>
  );
}
