import { useMemo, useState } from "react";
import type { OutlookReply, WatchReply } from "../../src/api/contract.ts";
import type { Assessment } from "#model/assessment.ts";
import { go, useAddress } from "../address/use-address.ts";
import { useAssessment, useOutlook, useWatch } from "../api/queries.ts";
import { CrossingChart } from "../charts/crossing-chart.tsx";
import { Loaded } from "../panels/loaded.tsx";
import { Pending } from "../panels/pending.tsx";
import { Requirements } from "../panels/scenario/requirements.tsx";
import { ScenarioDetail } from "../panels/scenario/scenario-detail.tsx";
import { ScenarioNetwork } from "../panels/scenario/scenario-network.tsx";
import { WhatIf } from "../panels/scenario/what-if.tsx";
import { AS_JUDGED, monthsAhead, suppose } from "../words/what-if.ts";
import "./scenarios.css";

/** How the scenarios depend on each other, one of them in full, and what would change it. */
export function ScenariosPage() {
  const { data: watch } = useWatch();
  const query = useAssessment();
  if (!watch) return <Pending lines={8} />;
  return (
    <Loaded query={query} lines={12}>
      {(assessment) => <Network watch={watch} assessment={assessment} />}
    </Loaded>
  );
}

function Network({ watch, assessment }: { readonly watch: WatchReply; readonly assessment: Assessment }) {
  const { params } = useAddress();
  const chosen = assessment.scenarios.find(({ id }) => id === params.scenario) ?? assessment.scenarios[0];
  const outlookQuery = useOutlook();
  if (!chosen) return <p>This watch has no scenario.</p>;
  return (
    <>
      <ScenarioNetwork
        scenarios={watch.scenarios}
        assessed={assessment.scenarios}
        chosen={chosen.id}
        onChoose={(id) => go({ params: { ...params, scenario: id } }, { replace: true })}
      />
      <Loaded query={outlookQuery} lines={8}>
        {(reply) => (
          <div className="scenario-columns">
            <Answers watch={watch} assessment={assessment} chosen={chosen.id} reply={reply} />
          </div>
        )}
      </Loaded>
    </>
  );
}

interface AnswersProps {
  readonly watch: WatchReply;
  readonly assessment: Assessment;
  readonly chosen: string;
  readonly reply: OutlookReply;
}

/** The scenario as judged beside the reader's own supposition; both are answered here, in the page. */
function Answers({ watch, assessment, chosen, reply }: AnswersProps) {
  const [supposed, setSupposed] = useState(AS_JUDGED);
  const order = useMemo(() => watch.scenarios.map(({ id }) => id), [watch]);
  const judged = useMemo(() => suppose(reply, order, AS_JUDGED), [reply, order]);
  const answer = useMemo(() => suppose(reply, order, supposed), [reply, order, supposed]);
  const k = order.indexOf(chosen);
  const months = monthsAhead(watch.scenarios[k]!.horizonMonths);
  const curve = useMemo(
    () => months.map((m) => ({ months: m, p: judged.scenarios[k]!.within(m) })),
    [judged, k],
  );
  const isChanged = supposed !== AS_JUDGED;
  const other = useMemo(
    () => (isChanged ? months.map((m) => ({ months: m, p: answer.scenarios[k]!.within(m) })) : null),
    [answer, k, isChanged],
  );
  return (
    <>
      <div className="stack">
        <ScenarioDetail watch={watch} assessment={assessment} id={chosen}>
          <CrossingChart name={chosen} asOf={assessment.asOf} curve={curve} whatIf={other} />
        </ScenarioDetail>
        <Requirements scenario={chosen} />
      </div>
      <WhatIf
        reply={reply}
        scenarios={watch.scenarios}
        chosen={chosen}
        judged={judged}
        answer={answer}
        supposed={supposed}
        onSuppose={setSupposed}
      />
    </>
  );
}
