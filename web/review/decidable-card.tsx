import type { KeyboardEvent, ReactNode } from "react";
import type { Role } from "#model/account.ts";
import { useMayActAs } from "../api/session.ts";

/** Something that can be decided, by its button or by its key. */
export interface Choosing {
  readonly key: string;
  readonly name: string;
  readonly act: () => void;
}

interface DecidableCardProps {
  /** What a screen reader calls it. */
  readonly label: string;
  readonly choices: readonly Choosing[];
  /** Whose choices they are; an account below it sees none. */
  readonly needs?: Role;
  /** Stands instead of the buttons while it is open. */
  readonly form: ReactNode;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly children: ReactNode;
}

/** A card of the queue: what it says, and what can be decided on it. */
export function DecidableCard(props: DecidableCardProps) {
  const { label, needs = "analyst", form, isPending, error, children } = props;
  const choices = useMayActAs(needs) ? props.choices : [];
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey || event.altKey) return;
    const chosen = choices.find(({ key }) => key === event.key);
    if (!chosen) return;
    event.preventDefault();
    chosen.act();
  };
  return (
    <li>
      <article
        className="report"
        tabIndex={0}
        data-item
        aria-busy={isPending}
        aria-label={label}
        onKeyDown={press}
      >
        {children}
        {form ?? (
          <p className="report-keys">
            {choices.map(({ key, name, act }) => (
              <button key={key} type="button" className="button" onClick={act}>
                {name} <kbd>{key}</kbd>
              </button>
            ))}
          </p>
        )}
        {error && <p role="alert">{error.message} Nothing was recorded.</p>}
      </article>
    </li>
  );
}
