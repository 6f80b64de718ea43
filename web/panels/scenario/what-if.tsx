import type { OutlookReply } from "../../../src/api/contract.ts";
import type { Scenario } from "#model/scenario.ts";
import type { Outlook } from "#science/belief/index.ts";
import { percent, points } from "../../words/probability.ts";
import { AS_JUDGED, type Supposed } from "../../words/what-if.ts";
import { EpsilonSlider, LevelSlider } from "./what-if-sliders.tsx";
import "./what-if.css";

interface WhatIfProps {
  readonly reply: OutlookReply;
  readonly scenarios: readonly Scenario[];
  /** The scenario whose indicators are offered. */
  readonly chosen: string;
  readonly judged: Outlook;
  readonly answer: Outlook;
  readonly supposed: Supposed;
  readonly onSuppose: (supposed: Supposed) => void;
}

/** Suppose an indicator stood elsewhere, or a gate leaked more: what follows, at once. */
export function WhatIf({ reply, scenarios, chosen, judged, answer, supposed, onSuppose }: WhatIfProps) {
  const changes = Object.keys(supposed.levels).length + Object.keys(supposed.epsilon).length;
  const offered = reply.indicators.filter(({ tables }) => chosen in tables);
  return (
    <section className="panel stack what-if" aria-label="What if">
      <header className="row">
        <h2>What if</h2>
        <button
          type="button"
          className="button"
          disabled={changes === 0}
          onClick={() => onSuppose(AS_JUDGED)}
        >
          As judged
        </button>
      </header>
      <Answer scenarios={scenarios} judged={judged} answer={answer} isChanged={changes > 0} />
      <h3 className="label">Indicators of this scenario</h3>
      {offered.map((indicator) => (
        <LevelSlider
          key={indicator.id}
          indicator={indicator}
          supposed={supposed.levels[indicator.id]}
          onSuppose={(level) =>
            onSuppose({ ...supposed, levels: { ...supposed.levels, [indicator.id]: level } })
          }
        />
      ))}
      <h3 className="label">Gates: share of the upward moves that pass while closed</h3>
      {scenarios.flatMap((scenario, k) =>
        scenario.gates.map((gate, g) => (
          <EpsilonSlider
            key={`${k}.${g}`}
            label={`${scenario.name}, gated by ${nameOf(scenarios, gate.on)}`}
            judged={reply.basis.model.scenarios[k]!.gates[g]!.epsilon}
            supposed={supposed.epsilon[`${k}.${g}`]}
            onSuppose={(epsilon) =>
              onSuppose({ ...supposed, epsilon: { ...supposed.epsilon, [`${k}.${g}`]: epsilon } })
            }
          />
        )),
      )}
      <p className="small">
        Worked out in this page from the elicited numbers, without their doubt; the interval above stays.
      </p>
    </section>
  );
}

function nameOf(scenarios: readonly Scenario[], id: string): string {
  return scenarios.find((one) => one.id === id)?.name ?? id;
}

interface AnswerProps extends Pick<WhatIfProps, "scenarios" | "judged" | "answer"> {
  readonly isChanged: boolean;
}

function Answer({ scenarios, judged, answer, isChanged }: AnswerProps) {
  return (
    <table className="what-if-answer" aria-live="polite">
      <tbody>
        {scenarios.map(({ id, name }, k) => {
          const before = judged.scenarios[k]!.states[2];
          const after = answer.scenarios[k]!.states[2];
          return (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td className="number">{percent(before)}</td>
              <td className="number" data-answer={id}>
                {isChanged ? `→ ${percent(after)}` : ""}
              </td>
              <td className="number quiet">{isChanged ? points(before, after) : ""}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
