import { Link } from "../address/link.tsx";
import type { RecordedContribution } from "#model/contribution.ts";
import type { ContributionsReply } from "../../src/api/contract.ts";
import { vettedWords } from "./vettings.ts";

interface ContributionFactsProps {
  readonly recorded: RecordedContribution;
  /** How its contributor has fared. */
  readonly by: ContributionsReply["contributors"][number] | undefined;
}

/** Who handed it in, what it says besides its claim, and what was decided. Its address is shown, not linked. */
export function ContributionFacts({ recorded, by }: ContributionFactsProps) {
  const { contribution, receivedAt, vetting } = recorded;
  const { on, precision = "day", actors = [], place, url, text, marking } = contribution;
  return (
    <>
      <p className="small">
        <strong>{marking}</strong> · {contribution.contributor}, reliability {by?.letter ?? "F"}{" "}
        <span className="quiet">({by?.reason ?? "no claim decided yet"})</span>
        {on !== undefined && ` · happened ${on}`}
        {precision !== "day" && ` (to the ${precision})`}
        {actors.length > 0 && ` · ${actors.join(", ")}`}
        {place && ` · ${place.name}`} · received {receivedAt.slice(0, 16).replace("T", " ")} UTC
      </p>
      {url !== "" && <p className="small contribution-address">{url}</p>}
      {text !== contribution.title && (
        <details>
          <summary>What was handed in with it</summary>
          <p className="contribution-text">{text}</p>
        </details>
      )}
      {vetting && (
        <p className="small">
          <strong>{vettedWords(vetting)}</strong> by {vetting.by}, {vetting.at.slice(0, 16).replace("T", " ")}{" "}
          UTC{vetting.note && `: ${vetting.note}`}
          {vetting.observation !== undefined && (
            <>
              {" "}
              · <Link to={`/evidence/${vetting.observation}`}>evidence</Link>
            </>
          )}
        </p>
      )}
    </>
  );
}
