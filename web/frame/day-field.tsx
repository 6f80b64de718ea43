import { type FormEvent, useEffect, useId, useState } from "react";
import type { Day } from "#model/day.ts";
import { dayFault, type TimeSpan } from "./time-steps.ts";

interface DayFieldProps {
  readonly day: Day;
  readonly span: TimeSpan;
  readonly onDay: (day: Day) => void;
}

/** An ISO day, typed; taken on Enter or on leaving, refused with the reason beside it. */
export function DayField({ day, span, onDay }: DayFieldProps) {
  const [text, setText] = useState(day);
  const [fault, setFault] = useState<string | null>(null);
  const id = useId();
  useEffect(() => {
    setText(day);
    setFault(null);
  }, [day]);
  const take = (event?: FormEvent) => {
    event?.preventDefault();
    const wrong = dayFault(span, text.trim());
    setFault(wrong);
    if (!wrong && text.trim() !== day) onDay(text.trim());
  };
  return (
    <form className="day-field" onSubmit={take}>
      <input
        className="field"
        aria-label="As known on, exact day"
        aria-invalid={fault !== null}
        aria-describedby={fault ? id : undefined}
        inputMode="numeric"
        size={10}
        maxLength={10}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => take()}
      />
      {fault && (
        <span className="day-fault" id={id} role="alert">
          {fault}
        </span>
      )}
    </form>
  );
}
