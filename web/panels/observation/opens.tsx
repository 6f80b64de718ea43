import type { ReactNode } from "react";
import { openLayer } from "../../address/use-address.ts";

interface OpensProps {
  readonly observation: string;
  readonly children: ReactNode;
}

/** Words that open the observation they rest on. */
export function Opens({ observation, children }: OpensProps) {
  return (
    <button
      type="button"
      className="text-button"
      data-item
      onClick={() => openLayer({ kind: "observation", id: observation })}
    >
      {children}
    </button>
  );
}
