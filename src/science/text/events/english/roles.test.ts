import { describe, expect, test } from "vitest";
import { readEventLanguage } from "#dictionary/index.ts";
import { codeSentence } from "../code-sentence.ts";

const english = readEventLanguage("dictionaries", "en", [])!;

describe("who it is done to is found where the deed itself names nobody, or names another first", () => {
  const cases: [sentence: string, ...events: string[]][] = [
    ["Peru freed two Cubans, and Havana freed three sailors in turn.", "PER YIELD CUB", "CUB YIELD PER"],
    [
      "Chile fired on a Bolivian patrol; La Paz put its army on alert.",
      "CHL ASSAULT BOL",
      "BOL MOBILIZE CHL",
    ],
    [
      "Warsaw had asked on Sunday; by Tuesday Prague had lent it three pumps.",
      "POL REQUEST CZE",
      "CZE AID POL",
    ],
    ["Latvia: police arrest two Belarusian drivers", "LVA COERCE BLR"],
    ["Oman, 3 May: minister meets Kenyan envoy", "OMN CONSULT KEN"],
    ["It was the Peruvian firm, not the Chilean one, whom Cuba condemned.", "CUB ACCUSE PER"],
    ["Dutch and Belgian troops drilled side by side near Arnhem.", "NLD COOPERATE BEL"],
    [
      "Chile's ministry was hacked in an operation that the country's police blamed on Cuban spies.",
      "CHL ACCUSE CUB",
    ],
    ["By forty votes to nine Peru's parliament condemned Cuba.", "PER ACCUSE CUB"],
    ["Peru's minister waved aside as nonsense an allegation by the Cuban embassy.", "PER REJECT CUB"],
    ["Two Chilean boats fled when a Peruvian cutter rammed one of them.", "PER ASSAULT CHL"],
    ["Peru, on whose copper Washington imposed a tariff, said nothing.", "USA SANCTION PER"],
    ["Delighted to welcome Peru's minister to Oslo!", "PER CONSULT NOR"],
    ["Peru arrested three Cuban sailors and two Chilean divers.", "PER COERCE CUB", "PER COERCE CHL"],
    ["Cuba blamed a Lima-bound convoy on Chilean smugglers.", "CUB ACCUSE CHL"],
    ["Cuban-trained guards of Peru's navy arrested two Chileans.", "PER COERCE CHL"],
    ["Peru asked Chile for boats and Cuba for crews.", "PER REQUEST CHL", "PER REQUEST CUB"],
    [
      "Peru and Chile met in May, and both condemned Cuba.",
      "PER CONSULT CHL",
      "PER ACCUSE CUB",
      "CHL ACCUSE CUB",
    ],
    ["The space office in Luanda shares AngoSat data with Zambia.", "AGO COOPERATE ZMB"],
  ];
  for (const [sentence, ...events] of cases) {
    test(sentence, () => {
      const lines = codeSentence(english, sentence).events.map(
        ({ source, target, root }) => `${source.country} ${root} ${target.country}`,
      );
      expect(lines).toEqual(events);
    });
  }
});
