import type { ObservationReply } from "../../src/api/contract.ts";
import { count } from "./dates.ts";

type Story = ObservationReply["story"];
type Teller = Story["components"][number][number];

/** Who confirms and who contradicts, as one sentence; what is interested or unread by an analyst is said apart. */
export function storyWords({ components, confirming, contradicting }: Story): string {
  const interested = components.length - confirming;
  const told = components.flat().length;
  const origins = confirming === 0 ? "No independent origin" : count(confirming, "independent origin");
  const parts = [
    `${origins} ${confirming > 1 ? "tell" : "tells"} it`,
    ...(interested > 0 ? [`${interested} with a stake in it ${interested === 1 ? "does" : "do"}`] : []),
    contradicting === 0 ? "none contradicts it" : `${count(contradicting, "origin")} to the contrary`,
  ];
  const copies = told - components.length;
  const folded =
    copies === 0
      ? ""
      : ` ${copies} ${copies === 1 ? "copy or repeat counts" : "copies and repeats count"} for nothing.`;
  return `${parts.join("; ")}.${folded}`;
}

/** Why a teller stands below another, in words. */
export function joinWords({ relation, because }: Pick<Teller, "relation" | "because">): string {
  const what = relation === "copy" ? "copy" : "same origin";
  const grounds = because
    .split(", ")
    .filter((ground) => ground !== "")
    .map(groundWords);
  return grounds.length === 0 ? `${what}, as entered` : `${what}: ${grounds.join("; ")}`;
}

function groundWords(ground: string): string {
  const cut = ground.indexOf(" ");
  const [kind, by] = [ground.slice(0, cut), ground.slice(cut + 1)];
  switch (kind) {
    case "contained":
      return `${Math.round(100 * Number(by))} % of its text`;
    case "credit":
      return `both go back to ${by}`;
    case "owner":
      return `both published by ${by}`;
    case "source":
      return `both from ${by}`;
    case "canonical":
      return `both name the page ${by}`;
    default:
      return ground;
  }
}
