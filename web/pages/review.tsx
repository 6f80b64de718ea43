import { type ComponentType, useState } from "react";
import type { ReportsReply } from "../../src/api/contract.ts";
import { go, useAddress } from "../address/use-address.ts";
import { useContributions, useOpinions, useReports, useWatch } from "../api/queries.ts";
import { useMayActAs, useSession } from "../api/session.ts";
import { Choice } from "../panels/choice.tsx";
import { Loaded } from "../panels/loaded.tsx";
import { ContributionList } from "../review/contribution-list.tsx";
import { type Decision, decidedWords } from "../review/decisions.ts";
import { OpinionList } from "../review/opinion-list.tsx";
import { ReportCard } from "../review/report-card.tsx";
import { type VettingDecision, vettedWords } from "../review/vettings.ts";
import "../review/review-page.css";

const QUEUES = { reports: "Read in texts", contributions: "Handed in", opinions: "Machine opinions" };
const STATES = { waiting: "Waiting", decided: "Decided" };

/** What a machine read in texts, and what outside monitors handed in: an analyst enters it, says why not, or takes that back. */
export function ReviewPage() {
  const { params } = useAddress();
  const state = params.state === "decided" ? "decided" : "waiting";
  const queue = params.queue !== undefined && params.queue in QUEUES ? params.queue : "reports";
  const [typed, setBy] = useState("analyst");
  const account = useSession().data?.account?.name;
  const by = account ?? typed;
  const mayDecide = useMayActAs("analyst");
  const [last, setLast] = useState<string | null>(null);
  const { data: watch } = useWatch();
  const streams = watch?.record.map(({ stream }) => stream) ?? [];
  const told = (words: string, what: string) => {
    setLast(`${words}: ${what}`);
    focusNext();
  };
  const Queue = SHOWN_AS[queue] ?? Reported;
  return (
    <>
      <div className="report-keys">
        <Choice
          label="Which queue"
          values={QUEUES}
          chosen={queue}
          onChoose={(value) => go({ params: { ...params, queue: value } })}
        />
        <Choice
          label="Which of them"
          values={STATES}
          chosen={state}
          onChoose={(value) => go({ params: { ...params, state: value } })}
        />
        {account === undefined ? (
          <label>
            <span className="label">Decided by (role)</span>{" "}
            <input className="field" value={by} onChange={(event) => setBy(event.currentTarget.value)} />
          </label>
        ) : (
          <span className="label">
            {mayDecide ? `Decided by ${account}` : `${account} reads, and decides nothing`}
          </span>
        )}
      </div>
      <p role="status" className="small quiet">
        {last ??
          "Nothing here bears on a judgement before it is accepted. j and k move, the keys on the buttons decide."}
      </p>
      <Queue {...{ state, streams, by, told }} />
    </>
  );
}

interface QueueProps {
  readonly state: "waiting" | "decided";
  readonly streams: readonly string[];
  readonly by: string;
  readonly told: (words: string, what: string) => void;
}

function Reported({ state, streams, by, told }: QueueProps) {
  const decided = (report: string, decision: Decision) => told(decidedWords(decision), report);
  return (
    <Loaded query={useReports(state)} lines={8}>
      {(reply) => (
        <>
          <Reports reply={reply} state={state} streams={streams} by={by} onDecided={decided} />
          <ReadSoFar read={reply.read} />
        </>
      )}
    </Loaded>
  );
}

function Contributed({ state, streams, by, told }: QueueProps) {
  const decided = (id: string, decision: VettingDecision) => told(vettedWords(decision), id);
  return (
    <Loaded query={useContributions()} lines={8}>
      {(reply) => (
        <ContributionList reply={reply} state={state} streams={streams} by={by} onDecided={decided} />
      )}
    </Loaded>
  );
}

function Opined({ state, streams, by, told }: QueueProps) {
  const decided = (sentence: string, decision: Decision) => told(decidedWords(decision), sentence);
  return (
    <Loaded query={useOpinions(state)} lines={8}>
      {(reply) => <OpinionList reply={reply} state={state} streams={streams} by={by} onDecided={decided} />}
    </Loaded>
  );
}

const SHOWN_AS: Readonly<Record<string, ComponentType<QueueProps>>> = {
  reports: Reported,
  contributions: Contributed,
  opinions: Opined,
};

/** The report that comes after the one just decided is the next to look at. */
function focusNext() {
  const reports = [...document.querySelectorAll<HTMLElement>(".report")];
  const here = reports.findIndex((one) => one.contains(document.activeElement));
  (reports[here + 1] ?? reports[here - 1])?.focus();
}

interface ReportsProps {
  readonly reply: ReportsReply;
  readonly state: "waiting" | "decided";
  readonly streams: readonly string[];
  readonly by: string;
  readonly onDecided: (report: string, decision: Decision) => void;
}

function Reports({ reply: { total, reports }, state, streams, by, onDecided }: ReportsProps) {
  if (total === 0) {
    return (
      <p className="panel quiet">
        {state === "decided"
          ? "Nothing has been decided yet."
          : "No report waits. Reports come from texts: switch sources on, or collect a feed, then observe."}
      </p>
    );
  }
  return (
    <section className="stack" aria-label="Reports">
      <p className="quiet">
        {reports.length} of {total}, the latest first
      </p>
      <ol className="review-list">
        {reports.map((queued) => (
          <ReportCard key={queued.report.id} {...{ queued, streams, by, onDecided }} />
        ))}
      </ol>
    </section>
  );
}

/** What became of everything that was read: nothing is dropped without a reason. */
function ReadSoFar({ read }: Pick<ReportsReply, "read">) {
  const { documents, sentences, events, reports, reasons } = read;
  if (documents === 0) return null;
  return (
    <section className="panel stack">
      <h2>What has been read</h2>
      <p>
        {sentences} sentences in {documents} documents gave {events} events, of which {reports} concern this
        watch. The rest has its reason:
      </p>
      <p className="reading-reasons small">
        {Object.entries(reasons)
          .sort(([, a], [, b]) => b - a)
          .map(([reason, times]) => (
            <span key={reason}>
              {reason.replaceAll("-", " ")} {times}
            </span>
          ))}
      </p>
    </section>
  );
}
