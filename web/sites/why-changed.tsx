import type { SitePicturesReply } from "../../src/api/contract.ts";
import { type Comparison, falseAlarmsInWords, picturesOf, standingInWords } from "#model/comparison.ts";
import { Link } from "../address/link.tsx";
import { count } from "../words/dates.ts";
import "../panels/observation/observation-facts.css";

type Decisions = SitePicturesReply["decisions"];

interface WhyChangedProps {
  readonly comparison: Comparison;
  readonly decisions: Decisions;
}

/** Why something counts as changed, or nothing does, and what else it could be. */
export function WhyChanged({ comparison, decisions }: WhyChangedProps) {
  const { findings } = comparison;
  return (
    <section className="stack" aria-label="Why">
      <h4>Why</h4>
      <p>{outcomeInWords(comparison)}</p>
      {findings.length > 0 && (
        <ol className="stack">
          {findings.map((finding) => (
            <li key={finding.observation}>
              <Link to={`/evidence/${finding.observation}`}>{areaOf(finding)}</Link>,{" "}
              {standingInWords(finding)}; {decidedOn(decisions[finding.observation])}.
            </li>
          ))}
        </ol>
      )}
      <dl className="facts">
        {factsOf(comparison).map(([name, text]) => (
          <div key={name} className="facts-pair">
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="small">
        A finding bears on no judgement before an analyst accepts it on the page{" "}
        <Link to="/review">Review</Link>. At ten metres a vehicle or a vapour cloud is no more than a pixel or
        two: weak evidence of activity at a pad.
      </p>
    </section>
  );
}

function outcomeInWords({ outcome, before, after, findings }: Comparison): string {
  if (outcome === "not clear")
    return `Too little of the place is to be seen on ${after.date} or ${before.date} to compare them.`;
  const days = `between ${before.date} and ${after.date}`;
  return outcome === "no change"
    ? `No change found ${days}.`
    : `${count(findings.length, "place")} changed ${days}.`;
}

type Finding = Comparison["findings"][number];

function areaOf({ areaM2, pixels }: Finding): string {
  return areaM2 === null ? count(pixels, "pixel") : `${Math.round(areaM2).toLocaleString("en-GB")} m²`;
}

function decidedOn(decision: Decisions[string] | undefined): string {
  if (decision === undefined) return "awaits an analyst";
  return decision === "accepted" ? "accepted by an analyst" : `dismissed: ${decision.replaceAll("-", " ")}`;
}

function factsOf(comparison: Comparison): (readonly [string, string])[] {
  const { measured, alternatives } = comparison;
  const pictures = picturesOf(comparison);
  const bare = pictures.filter(({ isMasked }) => !isMasked).map(({ date }) => date);
  const told = [["Scenes", pictures.map(({ scene }) => scene).join(", ")]] as [string, string][];
  if (bare.length > 0) told.push(["No cloud mask of", bare.join(", ")]);
  if (measured === null) return told;
  return [
    ...told,
    ["Method", measured.method],
    [
      "Threshold",
      `${measured.threshold.toFixed(2)} ${measured.unit}, by ${measured.thresholdMethod}; objects of ${count(measured.leastPixels, "pixel")} or more`,
    ],
    ["False alarms", falseAlarmsInWords(comparison)],
    ["Registration", measured.registration],
    ["Offset", measured.offset],
    ["Could also be", alternatives.join("; ")],
  ];
}
