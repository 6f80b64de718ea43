import type { WatchReply } from "../../src/api/contract.ts";
import { blocToken } from "../words/bloc.ts";
import "./level-mark.css";

/** Which colour is whose. */
export function BlocKey({ watch }: { readonly watch: WatchReply }) {
  const sides = Object.entries(watch.blocs).slice(0, 2);
  const blocs = [...sides.map(([id, { name }]) => [id, name] as const), [null, "others and none"] as const];
  return (
    <ul className="level-key" aria-label="Colours">
      {blocs.map(([id, name]) => (
        <li key={name}>
          <span
            className="level-swatch"
            aria-hidden="true"
            style={{ background: `var(${blocToken(watch, id)})` }}
          />
          {name}
        </li>
      ))}
    </ul>
  );
}
