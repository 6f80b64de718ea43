import type { ScoreboardReply } from "../../../src/api/contract.ts";
import { interval } from "#model/percent.ts";
import { percent } from "../../words/probability.ts";
import { ScoreTable } from "./score-table.tsx";

type Question = ScoreboardReply["questions"]["questions"][number];

/** Questions registered as forecasts: what is said of each, until when, and what it rests on. */
export function QuestionTable({ questions }: { readonly questions: readonly Question[] }) {
  return (
    <ScoreTable
      label="Registered questions"
      headings={["Question", "Deadline", "Probability", "Made from", "Decided by", "Now"]}
    >
      {questions.map((question) => (
        <tr key={question.id}>
          <th scope="row">{question.statement}</th>
          <td className="score-day">{question.deadline}</td>
          <td className="score-day">{saidOf(question)}</td>
          <td>{question.basis}</td>
          <td>{question.decides}</td>
          <td>{standingOf(question.resolution)}</td>
        </tr>
      ))}
    </ScoreTable>
  );
}

function saidOf({ latest }: Question): string {
  if (latest === null) return "not in the ledger yet";
  return `${percent(latest.p)} (${interval(latest.low, latest.high)})`;
}

function standingOf(resolution: Question["resolution"]): string {
  switch (resolution.status) {
    case "open":
      return "open";
    case "void":
      return "void";
    case "resolved":
      return resolution.outcome === 1 ? "yes" : "no";
  }
}
