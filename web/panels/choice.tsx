import { useId } from "react";
import "./choice.css";

interface ChoiceProps {
  readonly label: string;
  /** Value and what it is called, in order. */
  readonly values: Readonly<Record<string, string>>;
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
}

/** One of a few, all in sight. */
export function Choice({ label, values, chosen, onChoose }: ChoiceProps) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend className="visually-hidden">{label}</legend>
      {Object.entries(values).map(([value, title]) => (
        <label key={value}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          {title}
        </label>
      ))}
    </fieldset>
  );
}
