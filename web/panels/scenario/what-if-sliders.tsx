import { useId } from "react";
import type { OutlookReply } from "../../../src/api/contract.ts";
import type { Level } from "#model/indicator.ts";
import { levelName } from "../../words/level.ts";
import { readLevel } from "../../words/what-if.ts";

interface LevelSliderProps {
  readonly indicator: OutlookReply["indicators"][number];
  readonly supposed: Level | undefined;
  readonly onSuppose: (level: Level) => void;
}

/** Positions of the slider: unknown, then 0 to 4. */
const POSITIONS: readonly Level[] = ["unknown", 0, 1, 2, 3, 4];

export function LevelSlider({ indicator, supposed, onSuppose }: LevelSliderProps) {
  const id = useId();
  const judged = readLevel(indicator.level);
  const level = supposed ?? judged;
  const isChanged = level !== judged;
  return (
    <div className="what-if-slider" data-changed={isChanged || undefined}>
      <label htmlFor={id}>{indicator.statement}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={POSITIONS.length - 1}
        value={POSITIONS.indexOf(level)}
        aria-valuetext={levelName(level)}
        onChange={(event) => onSuppose(POSITIONS[event.currentTarget.valueAsNumber]!)}
      />
      <output htmlFor={id}>
        {levelName(level)}
        {isChanged && <span className="quiet"> (judged {levelName(judged)})</span>}
      </output>
    </div>
  );
}

interface EpsilonSliderProps {
  readonly label: string;
  readonly judged: number;
  readonly supposed: number | undefined;
  readonly onSuppose: (epsilon: number) => void;
}

/** ε from 0.001 to 1, by equal factors. */
export function EpsilonSlider({ label, judged, supposed, onSuppose }: EpsilonSliderProps) {
  const id = useId();
  const epsilon = supposed ?? judged;
  return (
    <div className="what-if-slider" data-changed={epsilon !== judged || undefined}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={-3}
        max={0}
        step={0.05}
        value={Math.log10(epsilon)}
        aria-valuetext={`ε ${rounded(epsilon)}`}
        onChange={(event) => onSuppose(10 ** event.currentTarget.valueAsNumber)}
      />
      <output htmlFor={id}>
        ε {rounded(epsilon)}
        {epsilon !== judged && <span className="quiet"> (judged {rounded(judged)})</span>}
      </output>
    </div>
  );
}

const rounded = (epsilon: number) => String(Number(epsilon.toPrecision(2)));
