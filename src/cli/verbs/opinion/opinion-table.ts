import type { Opinion } from "#model/opinion.ts";
import { oneLine } from "../../../cycle/network/ask-source.ts";
import { table } from "../../table.ts";

/** Opinions, each with its sentence, marked as what they are. */
export function opinionTable(opinions: readonly Opinion[]): string {
  return table(
    ["machine opinion", "model", "known", "sentence", "said"],
    opinions.map((opinion) => [
      ...[opinion.kind, opinion.model, opinion.sentence.knownAt],
      oneLine(opinion.sentence.text.slice(0, 80)),
      oneLine(saidIn(opinion)),
    ]),
  );
}

function saidIn({ answer, refused }: Opinion): string {
  if (answer === null) return `refused: ${refused}`;
  switch (answer.kind) {
    case "gloss":
      return answer.gloss;
    case "sentence":
      return answer.events.map((one) => `${one.source} ${one.root} ${one.target}`).join("; ") || "no event";
    case "dictionary":
      return answer.proposals.map((one) => `${one.words}: ${one.as}, ${one.meaning}`).join("; ") || "no word";
  }
}
