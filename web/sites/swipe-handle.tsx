import type { KeyboardEvent } from "react";

interface SwipeHandleProps {
  /** Where the earlier picture ends, in percent from the left. */
  readonly split: number;
  readonly onMove: (split: number) => void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -2,
  ArrowDown: -2,
  ArrowRight: 2,
  ArrowUp: 2,
  PageDown: -10,
  PageUp: 10,
  Home: -100,
  End: 100,
};

/** The line between before and after; arrows move it. */
export function SwipeHandle({ split, onMove }: SwipeHandleProps) {
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onMove(Math.min(100, Math.max(0, split + step)));
  };
  return (
    <div
      className="pair-handle"
      style={{ left: `${split}%` }}
      role="slider"
      tabIndex={0}
      aria-label="How much of the earlier picture is shown"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={split}
      aria-valuetext={`${split} %`}
      onKeyDown={press}
    />
  );
}
