import { codeSentence, readSentence, type EventLanguage } from "#science/text/index.ts";
import type { BenchRow } from "../bench-row.ts";
import { bootstrapInterval } from "../copies/bootstrap-interval.ts";
import { compareTriples, f1Of, tripleOf, type GoldEvent } from "../gold/triples.ts";
import type { HeldOut } from "./cross-validate.ts";
import { isList, phoenixCountries } from "./phoenix-countries.ts";
import type { PloverSentence } from "./plover-sentences.ts";

type CountriesIn = (phrase: string) => readonly string[];

/**
 * Source country, target country and root told of raw sentences, by weights that had not seen them. The records' own
 * countries are not at hand. Once a stranger's dictionary of actors reads them in the marked sides, where it errs once
 * in six sides; once only sides count in which it and the coder's own read the same. Sentences where a side has none are
 * left out, and of each only the marked event is wanted.
 */
export function rawTriples(
  language: EventLanguage,
  rows: readonly PloverSentence[],
  held: readonly HeldOut[],
): BenchRow[] {
  const name = "country, country and root of raw PLOVER sentences: F1";
  const stranger = phoenixCountries();
  if (!stranger) return [{ name, figure: "not measured: the Phoenix dictionary is not there" }];
  const own = ownCountries(language);
  const agreed: CountriesIn = (phrase) =>
    listed(stranger(phrase)) === listed(own(phrase)) ? stranger(phrase) : [];
  return [
    { name: `${name}, sides by a stranger's dictionary`, ...measured(language, rows, held, stranger) },
    {
      name: `${name}, sides both dictionaries agree on`,
      ...measured(language, rows, held, agreed),
      target: "≥ 0.65",
    },
  ];
}

const listed = (countries: readonly string[]) => countries.toSorted().join();

/** The countries that the coder's own actors read in a phrase by itself. */
function ownCountries(language: EventLanguage): CountriesIn {
  return (phrase) => {
    const named = readSentence(language, phrase).mentions.flatMap(({ country }) => country ?? []);
    return isList.test(phrase) ? [...new Set(named)] : named.slice(0, 1);
  };
}

function measured(
  language: EventLanguage,
  rows: readonly PloverSentence[],
  held: readonly HeldOut[],
  countriesIn: CountriesIn,
): Pick<BenchRow, "figure"> {
  const wanted = new Map<string, { events: GoldEvent[]; row: number }>();
  rows.forEach(({ sentence, source, target, root }, row) => {
    const events = countriesIn(source).flatMap((from) =>
      countriesIn(target).map((to) => ({ source: { country: from }, target: { country: to }, root })),
    );
    if (events.length === 0) return;
    wanted.set(sentence, { events: [...(wanted.get(sentence)?.events ?? []), ...events], row });
  });
  const counts = [...wanted].map(([sentence, { events, row }]) =>
    compareTriples(events, codeSentence(language, sentence, held[row]!.model).events.map(tripleOf)),
  );
  const [low, high] = bootstrapInterval(counts, f1Of);
  return {
    figure: `${f1Of(counts).toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)}) on ${counts.length}`,
  };
}
