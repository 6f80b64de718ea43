import type { ScoreboardReply } from "../../../src/api/contract.ts";
import { ReliabilityChart } from "../../charts/reliability-chart.tsx";
import { count, longDay } from "../../words/dates.ts";
import {
  horizonText,
  promisesText,
  rateText,
  scoreText,
  skillText,
  verdictText,
} from "../../words/scores.ts";

type Track = ScoreboardReply["live"];

interface TrackRecordProps {
  readonly track: Track;
  /** Tells its tables and its drawing from those of another. */
  readonly name: string;
  readonly nameOf: (scenario: string) => string;
}

/** What one sequence of assessments was worth: its probabilities, then its warnings. */
export function TrackRecord({ track, name, nameOf }: TrackRecordProps) {
  const { assessments, first, last, horizons } = track;
  if (first === null || last === null) return <p className="quiet">No assessment to score yet.</p>;
  const soon = horizons.find(({ horizonDays }) => horizonDays === 90);
  return (
    <>
      <p>
        {count(assessments, "assessment")}, {longDay(first)} to {longDay(last)}.
      </p>
      <Horizons horizons={horizons} label={`Scores by horizon, ${name}`} />
      {soon?.scores && (
        <>
          <p>
            Critical within 90 days: <strong>{soon.scores.skill.baseRate.verdict}</strong>
          </p>
          <div className="score-diagram">
            <ReliabilityChart
              name={`${name}-reliability`}
              scores={soon.scores}
              caption={`What was said for 90 days ahead, and how often it came true: ${count(soon.scores.n, "forecast")} of ${count(soon.scores.questions, "question")}. Bars hold nine in ten points of a reliable forecaster.`}
            />
          </div>
        </>
      )}
      <Warnings
        warnings={track.warnings}
        label={`Warnings and what became of them, ${name}`}
        nameOf={nameOf}
      />
    </>
  );
}

function Horizons({ horizons, label }: { readonly horizons: Track["horizons"]; readonly label: string }) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">Probability of critical</th>
            {["Resolved", "Open", "Void", "Brier", "Log"].map((heading) => (
              <th key={heading} scope="col" className="number">
                {heading}
              </th>
            ))}
            <th scope="col">Skill against base rate</th>
            <th scope="col">Skill against persistence</th>
          </tr>
        </thead>
        <tbody>
          {horizons.map(({ horizonDays, resolved, open, void: undecidable, scores }) => (
            <tr key={horizonDays}>
              <th scope="row">{horizonText(horizonDays)}</th>
              <td className="number">{resolved}</td>
              <td className="number">{open}</td>
              <td className="number">{undecidable}</td>
              <td className="number">{scoreText(scores?.brier)}</td>
              <td className="number">{scoreText(scores?.log)}</td>
              <td>{scores ? skillText(scores.skill.baseRate) : "unknown"}</td>
              <td>{scores?.skill.reference ? skillText(scores.skill.reference) : "unknown"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface WarningsProps extends Pick<TrackRecordProps, "nameOf"> {
  readonly warnings: Track["warnings"];
  readonly label: string;
}

function Warnings({ warnings, label, nameOf }: WarningsProps) {
  const { alarms, onsets, medianLeadDays, falseAlarms, misses } = warnings;
  return (
    <>
      <h3>Warnings</h3>
      <dl className="score-facts">
        <dt>Warnings of a start</dt>
        <dd>{promisesText(alarms, ["right", "late", "false"])}</dd>
        <dt>Told while critical already</dt>
        <dd>{promisesText(alarms, ["lasted", "ended"])}</dd>
        <dt>False alarms</dt>
        <dd>{rateText(falseAlarms)}</dd>
        <dt>Critical points missed</dt>
        <dd>{rateText(misses)}</dd>
        <dt>Median lead</dt>
        <dd>
          {medianLeadDays === null
            ? "unknown: no critical point was warned of"
            : count(medianLeadDays, "day")}
        </dd>
        <dt>Critical points by the rules</dt>
        <dd>
          {onsets.length === 0
            ? "none"
            : onsets.map(({ scenario, on }) => `${nameOf(scenario)} on ${longDay(on)}`).join("; ")}
        </dd>
      </dl>
      {alarms.length > 0 && (
        <div className="scroll" tabIndex={0} role="region" aria-label={label}>
          <table>
            <thead>
              <tr>
                {["Warned of", "From", "To", "Verdict"].map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
                <th scope="col" className="number">
                  Lead, days
                </th>
              </tr>
            </thead>
            <tbody>
              {alarms.map((alarm) => (
                <tr key={`${alarm.scenario} ${alarm.from}`}>
                  <td>{nameOf(alarm.scenario)}</td>
                  <td className="score-day">{alarm.from}</td>
                  <td className="score-day">{alarm.to}</td>
                  <td>{verdictText(alarm)}</td>
                  <td className="number">{alarm.leadDays ?? "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
