import { expect, test } from "vitest";
import { readEventLanguage } from "#dictionary/index.ts";
import { readSentence } from "./read-sentence.ts";

const english = readEventLanguage("dictionaries", "en", [])!;

const countriesIn = (text: string) =>
  readSentence(english, text)
    .mentions.map(({ country }) => country)
    .filter((country) => country !== null);

const cases: [claim: string, sentence: string, ...countries: string[]][] = [
  ["a court of a lesser city is its state's", "A Gelsenkirchen court jailed two Cubans.", "DEU", "CUB"],
  ["so are police in it", "Police in Gelsenkirchen arrested two Cubans.", "DEU", "CUB"],
  ["so is who it has", "Gelsenkirchen's mayor received two Cubans.", "DEU", "CUB"],
  ["a lesser city alone is nobody", "Chile met Peru in Gelsenkirchen.", "CHL", "PER"],
  ["nor is it its state as a subject", "Gelsenkirchen received two Cubans.", "CUB"],
  ["a region acts for its state", "Tatarstan signed an accord with Cuba.", "RUS", "CUB"],
  ["a known city is struck for its state", "Israel bombed Hodeidah.", "ISR", "YEM"],
  ["a port where something happens is nobody", "Chile met Peru at Piraeus.", "CHL", "PER"],
  ["a ship's way past a place is nobody", "Chilean ships sailed past Vyborg.", "CHL"],
];
for (const [claim, sentence, ...countries] of cases)
  test(`${claim}: ${sentence}`, () => expect(countriesIn(sentence)).toEqual(countries));

test.each([
  ["Bahrain Coast Guard officers seized a boat.", "BHR"],
  ["The Coast Guard of India seized a boat.", "IND"],
  ["The Security Council of Russia met.", "RUS"],
  ["The House of Representatives met.", "USA"],
])("a body by a common name is of the state named with it: %s", (sentence, country) =>
  expect(countriesIn(sentence)[0]).toBe(country),
);
