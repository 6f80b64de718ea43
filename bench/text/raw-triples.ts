import { codeSentence, type EventLanguage } from "#science/text/index.ts";
import type { BenchRow } from "../bench-row.ts";
import { asInterval, bootstrapInterval } from "../copies/bootstrap-interval.ts";
import { compareTriples, f1Of, tripleOf, type Counts, type GoldEvent } from "../gold/triples.ts";
import type { HeldOut } from "./cross-validate.ts";
import { phoenixCountries } from "./phoenix-countries.ts";
import type { PloverSentence } from "./plover-sentences.ts";

/**
 * Source country, target country and root told of raw sentences, by weights that had not seen them. What is wanted is
 * what a stranger's dictionary of actors reads in the marked sides; sentences where it reads none in one are left out.
 */
export function rawTriples(
  language: EventLanguage,
  rows: readonly PloverSentence[],
  held: readonly HeldOut[],
): BenchRow {
  const countriesIn = phoenixCountries();
  const name = "source country, target country and root of raw PLOVER sentences: F1";
  if (!countriesIn) return { name, figure: "not measured: the Phoenix dictionary is not there" };
  const wanted = new Map<string, { events: GoldEvent[]; row: number }>();
  rows.forEach(({ sentence, source, target, root }, row) => {
    const events = countriesIn(source).flatMap((from) =>
      countriesIn(target).map((to) => ({ source: { country: from }, target: { country: to }, root })),
    );
    if (events.length > 0)
      wanted.set(sentence, { events: [...(wanted.get(sentence)?.events ?? []), ...events], row });
  });
  const counts = [...wanted].map(([sentence, { events, row }]) =>
    compareTriples(events, codeSentence(language, sentence, held[row]!.model).events.map(tripleOf)),
  );
  const interval = bootstrapInterval<Counts>(counts, f1Of);
  return {
    name,
    figure: `${asInterval({ value: f1Of(counts), interval })} on ${counts.length}`,
    target: "≥ 0.65",
  };
}
