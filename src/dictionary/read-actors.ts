import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { FRAMED, PLACED, type ActorEntry, type ActorName } from "#science/text/index.ts";
import { readYaml } from "./read-yaml.ts";

const LINES = z.record(z.string(), z.string().nullable());

const LANGUAGES = ["en", "ru", "zh"];

/** Countries, bodies, regions and lesser cities of a dictionary: `<language>/countries.yaml`, `actors/*.yaml`, `regions.yaml`, `<language>/cities.yaml`. */
export function readActors(folder: string, language: string): ActorEntry[] {
  const bodies = path.join(folder, "actors");
  return [
    ...countriesIn(path.join(folder, language, "countries.yaml"), language),
    ...(existsSync(bodies)
      ? readdirSync(bodies)
          .toSorted()
          .flatMap((file) => bodiesIn(path.join(bodies, file)))
      : []),
    ...regionsIn(path.join(folder, "regions.yaml")),
    ...citiesIn(path.join(folder, language, "cities.yaml"), language),
  ];
}

/** `RUS: names | adjectives and peoples | seats`. */
function countriesIn(file: string, language: string): ActorEntry[] {
  if (!existsSync(file)) return [];
  return Object.entries(readYaml(file, LINES)).map(([id, line]) => {
    const [names = [], peoples = [], ...others] = cellsOf(line ?? "");
    return {
      id,
      country: id,
      sector: null,
      names: [
        ...[...names, ...others.flat()].map((text) => nameOf(text, language, false)),
        ...peoples.map((text) => nameOf(text, language, true)),
      ],
    };
  });
}

/** `ID: country | sector | English names | Russian | Chinese`. */
function bodiesIn(file: string): ActorEntry[] {
  return Object.entries(readYaml(file, LINES)).map(([id, line]) => {
    const [[country = id] = [], [sector] = [], ...byLanguage] = cellsOf(line ?? "");
    return {
      id,
      country,
      sector: sector ?? null,
      names: byLanguage.flatMap((names, index) =>
        names.map((text) => nameOf(text, LANGUAGES[index]!, false)),
      ),
    };
  });
}

/** `DEU: English names | Russian | Chinese`. */
function regionsIn(file: string): ActorEntry[] {
  if (!existsSync(file)) return [];
  return Object.entries(readYaml(file, LINES)).map(([id, line]) => ({
    id,
    country: id,
    sector: null,
    names: cellsOf(line ?? "").flatMap((names, index) => {
      const language = LANGUAGES[index]!;
      const form = language === "en" ? PLACED : 0;
      return names.map((text) => ({ text, language, form, attributive: false }));
    }),
  }));
}

/** `DEU: names`, which stand for the state only in a frame. */
function citiesIn(file: string, language: string): ActorEntry[] {
  if (!existsSync(file)) return [];
  return Object.entries(readYaml(file, LINES)).map(([id, line]) => ({
    id,
    country: id,
    sector: null,
    names: cellsOf(line ?? "")
      .flat()
      .map((text) => ({ text, language, form: FRAMED, attributive: false })),
  }));
}

const nameOf = (text: string, language: string, attributive: boolean): ActorName => ({
  text,
  language,
  form: 0,
  attributive,
});

/** Cells between `|`, names between `;`. */
const cellsOf = (line: string): string[][] =>
  line.split("|").map((cell) =>
    cell
      .split(";")
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  );
