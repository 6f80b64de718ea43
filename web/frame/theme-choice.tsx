import { useState } from "react";
import "./theme-choice.css";

const THEMES = ["auto", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];
const KEY = "tocsin-theme";

/** Light, dark, or what the system says; kept in this browser only. */
export function ThemeChoice() {
  const [theme, setTheme] = useState(applyStored);
  const choose = (next: Theme) => {
    localStorage.setItem(KEY, next);
    apply(next);
    setTheme(next);
  };
  return (
    <fieldset className="theme">
      <legend className="visually-hidden">Colours</legend>
      {THEMES.map((name) => (
        <label key={name}>
          <input type="radio" name="theme" checked={theme === name} onChange={() => choose(name)} />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

function applyStored(): Theme {
  const stored = THEMES.find((name) => name === localStorage.getItem(KEY)) ?? "auto";
  apply(stored);
  return stored;
}

function apply(theme: Theme) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
