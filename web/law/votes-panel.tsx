import type { WatchReply } from "../../src/api/contract.ts";
import type { LegalVote } from "#model/law.ts";
import { legalName } from "#model/law-in-words.ts";
import { Chart } from "../charts/chart.tsx";
import { blocName } from "../words/bloc.ts";
import { count } from "../words/dates.ts";
import { type Law, stepWords, votesBySide } from "../words/law.ts";
import { share } from "../words/probability.ts";
import { Opens } from "../panels/observation/opens.tsx";
import "./votes.css";

interface VotesPanelProps {
  readonly law: Law;
  readonly watch: WatchReply;
}

/** How bodies voted, text by text, apart by whose states the texts name. */
export function VotesPanel({ law, watch }: VotesPanelProps) {
  const groups = votesBySide(law);
  const counted = law.votes.filter(({ counts }) => counts !== null);
  const unknown = law.votes.length - counted.length;
  const told = groups.map(({ side, votes }) => `${sideName(side, watch)}: ${range(votes)}`).join("; ");
  if (law.votes.length === 0) return null;
  return (
    <section className="panel stack">
      <h2>How they voted</h2>
      <ul className="level-key" aria-label="Votes">
        {(["yes", "abstain", "no"] as const).map((vote) => (
          <li key={vote}>
            <span className="level-swatch vote-part" data-vote={vote} aria-hidden="true" />
            {vote === "abstain" ? "abstained" : vote}
          </li>
        ))}
      </ul>
      <Chart
        name="legal-votes"
        caption={`In favour, of all who took part: ${told}. Of ${count(law.votes.length, "decision")} the votes of ${unknown} are not in the record. The row names states; whether they proposed the text it does not say.`}
        source="observations known by this day"
        alt={`Votes on ${count(counted.length, "text")}. ${told}.`}
        table={{
          columns: ["on", "body", "text", "subject", "direction", "names", "yes", "no", "abstained"],
          rows: law.votes.map((one) => [
            ...[one.on, one.body, one.instrument, legalName(law.names, one.subject), one.direction],
            one.named.join(" "),
            ...[one.counts?.yes ?? null, one.counts?.no ?? null, one.counts?.abstain ?? null],
          ]),
        }}
        isInteractive
        isSvg={false}
      >
        {groups.map(({ side, votes }) => (
          <VotesOfSide key={side} title={sideName(side, watch)} votes={votes} law={law} />
        ))}
      </Chart>
    </section>
  );
}

function sideName(side: string, watch: WatchReply): string {
  if (side === "both") return "texts that name states of both sides";
  return side === "neither" ? "texts that name neither side" : `texts that name ${blocName(watch, side)}`;
}

/** The share in favour, from the least to the most. */
function range(votes: readonly LegalVote[]): string {
  const shares = votes.flatMap(({ inFavour }) => (inFavour === null ? [] : [inFavour]));
  if (shares.length === 0) return "unknown";
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  const told = share(least) === share(most) ? share(most) : `${share(least)} to ${share(most)}`;
  return `${told} in ${count(shares.length, "vote")}`;
}

interface VotesOfSideProps {
  readonly title: string;
  readonly votes: readonly LegalVote[];
  readonly law: Law;
}

function VotesOfSide({ title, votes, law }: VotesOfSideProps) {
  const counted = votes.filter(({ counts }) => counts !== null);
  const unknown = votes.filter(({ counts }) => counts === null);
  return (
    <div className="votes-of-side">
      <h3>
        {title[0]!.toUpperCase() + title.slice(1)}{" "}
        <span className="small">{count(votes.length, "decision")}</span>
      </h3>
      <ul className="vote-lines">
        {counted.map((vote) => (
          <VoteLine key={vote.observation} vote={vote} law={law} />
        ))}
      </ul>
      {unknown.length > 0 && (
        <p className="small vote-unknown">
          <span className="hatched">unknown</span> votes on{" "}
          {unknown.map(({ observation, instrument, on, told }, i) => (
            <span key={observation}>
              {i > 0 && ", "}
              <Opens observation={observation}>
                {instrument || on}
                {told && ` (${told})`}
              </Opens>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

function VoteLine({ vote, law }: { readonly vote: LegalVote; readonly law: Law }) {
  const { observation, on, instrument, subject, direction, body, counts, inFavour } = vote;
  const { yes, no, abstain } = counts!;
  const moves = law.threads.flatMap((thread) => thread.moves);
  const step = moves.find((move) => move.observation === observation)?.step ?? "told";
  return (
    <li className="vote-line">
      <span className="vote-text">
        <Opens observation={observation}>{on}</Opens> {instrument}
        <span className="small">
          {" "}
          {[body.replaceAll("_", " "), legalName(law.names, subject), direction, stepWords(step)]
            .filter((part) => part !== "")
            .join(" · ")}
        </span>
      </span>
      <span className="vote-bar" aria-hidden="true">
        {(["yes", "abstain", "no"] as const).map((part) => (
          <span key={part} className="vote-part" data-vote={part} style={{ flexGrow: counts![part] }} />
        ))}
      </span>
      <span className="vote-counts">
        {share(inFavour!)}
        <span className="small">
          {" "}
          {yes} yes, {no} no, {abstain} abst.
        </span>
      </span>
    </li>
  );
}
