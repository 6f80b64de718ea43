import type { ObservationReply } from "../../../src/api/contract.ts";
import { recordFields } from "./record-fields.ts";
import { count } from "../../words/dates.ts";
import { Lit } from "./lit.tsx";
import { MachineMark } from "./machine-mark.tsx";
import "./evidence-text.css";

/** The text at the locator, the claim lit in it, and what proves that it is that text. */
export function EvidenceText({ reply }: { readonly reply: ObservationReply }) {
  const { observation, evidence, recordedAt } = reply;
  const fields = recordFields(evidence.header, evidence.text);
  const written = fields?.filter(([, value]) => value !== "") ?? [];
  return (
    <div className="stack">
      {fields ? (
        <dl className="facts record-row">
          {written.map(([name, value]) => (
            <div className="facts-pair" key={name}>
              <dt>{name}</dt>
              <dd>
                <Lit text={value} claim={observation.claim} />
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <InItsPage reply={reply} />
      )}
      {reply.gloss && <Gloss gloss={reply.gloss} />}
      <dl className="facts">
        <dt>Where</dt>
        <dd>
          {evidence.url.replace(/^file:/, "")}, {placeOf(observation.evidence.locator)}
        </dd>
        <dt>Fetched</dt>
        <dd>{evidence.fetchedAt}</dd>
        <dt>Recorded</dt>
        <dd>{recordedAt}</dd>
        <dt>Read by</dt>
        <dd>
          {observation.evidence.method} {observation.evidence.version}
        </dd>
        <dt>SHA-256</dt>
        <dd className="hash">{evidence.capture}</dd>
      </dl>
      {fields && (
        <details>
          <summary>
            The row as it stands in the file, {count(fields.length - written.length, "empty column")} included
          </summary>
          <pre className="raw-row">{evidence.text}</pre>
        </details>
      )}
    </div>
  );
}

/** The sentence lit among what stands around it, in the language of the page. */
function InItsPage({ reply: { observation, evidence } }: { readonly reply: ObservationReply }) {
  const { text, before, after, characters } = evidence;
  const { locator } = observation.evidence;
  const from = locator.type === "span" ? locator.from : 0;
  const isCut = from + text.length + after.length < characters;
  return (
    <blockquote className="evidence-quote" lang={observation.attributes["language"]}>
      {from > before.length && "… "}
      {before}
      <mark>{text}</mark>
      {after}
      {isCut && " …"}
    </blockquote>
  );
}

/** The sentence in English as a machine has it, marked as that. */
function Gloss({ gloss: { text, model, at } }: { readonly gloss: NonNullable<ObservationReply["gloss"]> }) {
  return (
    <div className="machine-said">
      <MachineMark what="machine translation" model={model} at={at} />
      <p className="machine-lines" lang="en">
        {text}
      </p>
    </div>
  );
}

function placeOf(locator: ObservationReply["observation"]["evidence"]["locator"]): string {
  if (locator.type === "row") return `line ${locator.line}`;
  if (locator.type === "span") return `characters ${locator.from}–${locator.to}`;
  return `${locator.type} ${locator.ids.join(", ")}`;
}
