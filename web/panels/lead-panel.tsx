import { useMemo } from "react";
import type { TimelineReply } from "../../src/api/contract.ts";
import { LeadChart } from "../charts/lead-chart.tsx";
import { unbroken } from "../words/probability.ts";
import { Unanswerable } from "./unanswerable.tsx";

const QUESTION = "Who leads, and who is likely to come first next?";

/** The lead index with its forecast, and whether the lead alternates. */
export function LeadPanel({ timeline }: { readonly timeline: TimelineReply }) {
  const { lead, milestones, sides } = timeline;
  const index = useMemo(() => {
    if ("problem" in lead) return [];
    const theirs = milestones.filter(({ side }) => sides.includes(side));
    return lead.index.map((point, i) => ({ ...point, on: theirs[i]!.on }));
  }, [lead, milestones, sides]);
  if ("problem" in lead) return <Unanswerable question={QUESTION} why={lead} />;
  return (
    <section className="panel stack">
      <h2>{QUESTION}</h2>
      <p>{unbroken(lead.verdict)}</p>
      <LeadChart timeline={timeline} index={index} next={lead.next.shares[sides[0]]!} />
    </section>
  );
}
