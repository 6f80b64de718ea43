import type { ReactNode } from "react";
import type { WatchReply } from "../../src/api/contract.ts";
import { blocName, blocToken } from "../words/bloc.ts";
import "./behaviour.css";

interface BlocNameProps {
  readonly watch: WatchReply;
  readonly bloc: string | null;
  readonly children: ReactNode;
}

/** A name with the colour of its bloc before it, said too for who does not see it. */
export function BlocName({ watch, bloc, children }: BlocNameProps) {
  return (
    <span className="bloc-name">
      <span
        className="bloc-dot"
        aria-hidden="true"
        style={{ background: `var(${blocToken(watch, bloc)})` }}
      />
      {children}
      <span className="visually-hidden"> ({blocName(watch, bloc)})</span>
    </span>
  );
}
