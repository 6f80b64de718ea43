import type { ScoreboardReply } from "../../src/api/contract.ts";
import { useScoreboard, useWatch } from "../api/queries.ts";
import { ClaimTable } from "../panels/score/claim-table.tsx";
import { Loaded } from "../panels/loaded.tsx";
import { QuestionTable } from "../panels/score/question-table.tsx";
import { TrackRecord } from "../panels/score/track-record.tsx";
import { count, longDay } from "../words/dates.ts";
import { scoreText } from "../words/scores.ts";
import "./scoreboard.css";

/** What the forecasts and warnings were worth: what was said live, and apart from it what replays would have said. */
export function ScoreboardPage() {
  const { data: watch } = useWatch();
  const nameOf = (id: string) => watch?.scenarios.find((scenario) => scenario.id === id)?.name ?? id;
  return (
    <Loaded query={useScoreboard()} lines={12}>
      {({ ledger, live, illustrative, questions, claims, watch: { writtenOn } }) => (
        <>
          <section className="panel stack">
            <h2>Live</h2>
            <p className="quiet">
              Said after the watch was written on {longDay(writtenOn)} and kept on its day in a ledger whose
              chain of hashes holds: entries {ledger.entries}, live {ledger.live}. Nothing else is a test.
            </p>
            <TrackRecord track={live} name="live" nameOf={nameOf} />
          </section>
          {questions.questions.length > 0 && <Questions record={questions} />}
          {claims && <Claims record={claims} />}
          <section className="panel stack">
            <h2>Illustrative</h2>
            <p className="quiet">
              Replays of days before the watch was written. They know nothing that became known later, but the
              rules were written with hindsight: this shows how the scores work and validates nothing.
            </p>
            <TrackRecord track={illustrative} name="illustrative" nameOf={nameOf} />
          </section>
        </>
      )}
    </Loaded>
  );
}

function Questions({
  record: { questions, counts, scores },
}: {
  readonly record: ScoreboardReply["questions"];
}) {
  return (
    <section className="panel stack">
      <h2>Open questions</h2>
      <p>
        {counts.open} open, {counts.resolved} resolved, {counts.void} void.
        {scores && ` Brier score ${scoreText(scores.brier)}. ${scores.skill.baseRate.verdict}`}
      </p>
      <QuestionTable questions={questions} />
    </section>
  );
}

function Claims({ record }: { readonly record: NonNullable<ScoreboardReply["claims"]> }) {
  const { forecaster, madeOn, claims, counts, scores, brierRange } = record;
  return (
    <section className="panel stack">
      <h2>Beside it: {forecaster}</h2>
      <p>
        Of {count(claims.length, "claim")} made by {longDay(madeOn)}, {counts.scored} are scored,{" "}
        {counts.open} open, {counts.void} void, {counts.early} had been decided before.
        {scores && brierRange && (
          <>
            {" "}
            Brier score {scoreText(scores.brier)}; it gave words and no numbers, and another reading of them
            gives {scoreText(brierRange.low)} to {scoreText(brierRange.high)}. {scores.skill.baseRate.verdict}
          </>
        )}
      </p>
      <ClaimTable claims={claims} />
    </section>
  );
}
