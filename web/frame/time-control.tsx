import { useEffect, useRef, useState } from "react";
import type { Day } from "#model/day.ts";
import { go, useAddress } from "../address/use-address.ts";
import { longDay, longMonth, span as spanOf } from "../words/dates.ts";
import { DayField } from "./day-field.tsx";
import { dayOf, stepOf, type TimeSpan } from "./time-steps.ts";
import "./time-control.css";

/** How long a hand must rest on the slider before the day is asked for. */
const SETTLE_MS = 160;

interface TimeControlProps {
  readonly span: TimeSpan;
  readonly writtenOn: Day;
}

/** The day everything is seen from: the end of a month by slider, or an exact day. */
export function TimeControl({ span, writtenOn }: TimeControlProps) {
  const { asOf } = useAddress();
  const [held, hold] = useHeld(asOf ?? span.today, span.today);
  return (
    <section className="time" aria-label="Time control">
      <div className="time-day">
        <span className="label">As known on</span>
        <DayField day={held} span={span} onDay={(day) => lookFrom(day, span.today)} />
      </div>
      <div className="time-slider">
        <input
          type="range"
          aria-label="As known on, by month"
          aria-keyshortcuts="[ ]"
          min={0}
          max={stepOf(span, span.today)}
          value={stepOf(span, held)}
          aria-valuetext={held === span.today ? "today" : longMonth(held)}
          onChange={(event) => hold(dayOf(span, event.currentTarget.valueAsNumber))}
        />
        <Years span={span} />
      </div>
      <p className="time-says" role="status">
        {asOf && <PastNotice asOf={asOf} today={span.today} writtenOn={writtenOn} />}
      </p>
    </section>
  );
}

function PastNotice({
  asOf,
  today,
  writtenOn,
}: {
  readonly asOf: Day;
  readonly today: Day;
  readonly writtenOn: Day;
}) {
  return (
    <>
      <strong>Not today:</strong> as known on {longDay(asOf)}, {spanOf(asOf, today)} ago.
      {asOf < writtenOn && " Illustrative: the rules were written later."}{" "}
      <button type="button" className="text-button" onClick={() => go({ asOf: null })}>
        Back to today
      </button>
    </>
  );
}

/** Looks from a day; today is the address without one. */
export function lookFrom(day: Day, today: Day): void {
  go({ asOf: day === today ? null : day }, { replace: true });
}

/** The day under the hand, else the day in the address, which follows when the hand rests. */
function useHeld(day: Day, today: Day): [Day, (day: Day) => void] {
  const [held, setHeld] = useState<Day | null>(null);
  const timer = useRef<number>(undefined);
  useEffect(() => setHeld(null), [day]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const hold = (next: Day) => {
    setHeld(next);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => lookFrom(next, today), SETTLE_MS);
  };
  return [held ?? day, hold];
}

function Years({ span }: { readonly span: TimeSpan }) {
  const from = Number(span.first.slice(0, 4));
  const years = Array.from({ length: Number(span.today.slice(0, 4)) - from + 1 }, (_, i) => from + i);
  return (
    <span className="time-years" aria-hidden="true">
      {years.map((year) => (
        <span
          key={year}
          data-even={year % 2 === 0 || undefined}
          style={{ "--at": stepOf(span, `${year}-01-31`) / stepOf(span, span.today) }}
        >
          {year}
        </span>
      ))}
    </span>
  );
}
