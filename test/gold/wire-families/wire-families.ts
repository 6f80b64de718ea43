import type { Article } from "#science/text/index.ts";
import { randomStream, type Random } from "#science/numbers/index.ts";
import type { Phrasebook } from "./phrasebook.ts";
import { CHINESE } from "./sentences-zh.ts";
import { ENGLISH } from "./sentences-en.ts";
import { RUSSIAN } from "./sentences-ru.ts";
import { integer, pickOf, sample } from "./random-choice.ts";
import { editedCopy, SENTENCE_END } from "./scripted-edits.ts";

const LANGUAGES = { en: ENGLISH, ru: RUSSIAN, zh: CHINESE } as const;
type Language = keyof typeof LANGUAGES;

/** An invented article, and whose text it carries and which event it tells. */
export interface KnownArticle extends Article {
  readonly lang: Language;
  /** Articles of one text are copies of each other. */
  readonly textOf: string;
  readonly event: string;
}

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);

/**
 * Invented wire stories with the copies that papers make of them, and beside them what only looks alike: follow-ups
 * that repeat the background, releases and yearly reports of one form, other reports of the same event, translations.
 */
export function wireFamilies(count: number, seed: string): KnownArticle[] {
  const random = randomStream(seed);
  const articles = Array.from({ length: count }, (_, n) => familyOf(n, random)).flat();
  return articles.map((article, i) => ({ ...article, id: `a${i}` }));
}

type Facts = Readonly<Record<string, string>>;

function familyOf(n: number, random: Random): KnownArticle[] {
  const lang = (["en", "ru", "zh"] as const)[n % 3]!;
  const kind = Math.floor(n / 3) % 4;
  const day = START + n * 3 * DAY + integer(random, 0, 2) * DAY;
  if (kind === 3) return releases(n, lang, day, random);
  const facts = eventFacts(day, random);
  const original = story(`f${n}`, lang, facts, day, random);
  const copies = Array.from({ length: integer(random, 3, 8) }, () => copyOf(original, random));
  const beside = [
    followUp(original, `f${n}-later`, facts[lang], random),
    independentReport(original, `f${n}-other`, facts[lang], random),
    ...(kind === 0 ? [translation(original, `f${n}-abroad`, facts, random)] : []),
  ];
  return [original, ...copies, ...beside];
}

/** The same facts, said in each language. */
function eventFacts(day: number, random: Random): Readonly<Record<Language, Facts>> {
  const pick = (length: number) => integer(random, 0, length - 1);
  const at = { actor: pick(8), object: pick(8), place: pick(8), did: pick(6) };
  const figures = figuresOf(random);
  const date = new Date(day);
  const inLanguage = (lang: Language): Facts => {
    const book: Phrasebook = LANGUAGES[lang];
    return {
      ...figures,
      actor: book.actors[at.actor]!,
      object: book.objects[at.object]!,
      place: book.places[at.place]!,
      did: book.did[at.did]!,
      date: book.date(date.getUTCDate(), book.months[date.getUTCMonth()]!, date.getUTCFullYear()),
    };
  };
  return { en: inLanguage("en"), ru: inLanguage("ru"), zh: inLanguage("zh") };
}

function figuresOf(random: Random): Facts {
  const figure = (low: number, high: number) => String(integer(random, low, high));
  return {
    count: figure(11, 990),
    money: figure(12, 980),
    serial: figure(2, 60),
    hour: `${figure(10, 23)}:${figure(10, 59)}`,
    minutes: figure(8, 95),
    height: figure(180, 980),
    mass: figure(210, 9900),
    flight: figure(20, 300),
    year: figure(2, 40),
    days: figure(3, 90),
  };
}

function story(
  textOf: string,
  lang: Language,
  facts: Readonly<Record<Language, Facts>>,
  publishedMs: number,
  random: Random,
): KnownArticle {
  const book = LANGUAGES[lang];
  const sentences = [
    pickOf(book.leads, random),
    ...sample(book.body, integer(random, 6, 12), random),
    ...sample(book.background, integer(random, 1, 2), random),
  ];
  return {
    id: "",
    title: said(pickOf(book.headlines, random), facts[lang], random),
    text: sentences.map((form) => said(form, facts[lang], random)).join(book.joiner),
    lang,
    publishedMs,
    publisher: `agency-${integer(random, 1, 6)}`,
    textOf,
    event: textOf,
  };
}

function copyOf(original: KnownArticle, random: Random): KnownArticle {
  const book = LANGUAGES[original.lang];
  return {
    ...original,
    ...editedCopy(original, book, random),
    publishedMs: original.publishedMs! + integer(random, 1, 1_800) * 60_000,
    publisher: `paper-${integer(random, 1, 400)}`,
  };
}

/** A week later: a new text that repeats the end of the old one. */
function followUp(original: KnownArticle, textOf: string, facts: Facts, random: Random): KnownArticle {
  const book = LANGUAGES[original.lang];
  const repeated = original.text.split(SENTENCE_END).slice(-integer(random, 2, 4));
  const later = [...sample(book.body, integer(random, 6, 9), random)].map((form) =>
    said(form, facts, random),
  );
  return {
    ...original,
    title: said(pickOf(book.headlines, random), facts, random),
    text: [...later, ...repeated].join(book.joiner),
    publishedMs: original.publishedMs! + 7 * DAY,
    textOf,
    event: textOf,
  };
}

/** The same event, written by somebody else. */
function independentReport(
  original: KnownArticle,
  textOf: string,
  facts: Facts,
  random: Random,
): KnownArticle {
  const book = LANGUAGES[original.lang];
  const forms = [...sample(book.independent, 3, random), ...sample(book.body, integer(random, 3, 6), random)];
  return {
    ...original,
    title: said(pickOf(book.headlines, random), facts, random),
    text: forms.map((form) => said(form, facts, random)).join(book.joiner),
    publishedMs: original.publishedMs! + integer(random, 1, 20) * 3_600_000,
    publisher: `daily-${integer(random, 1, 100)}`,
    textOf,
  };
}

function translation(
  original: KnownArticle,
  textOf: string,
  facts: Readonly<Record<Language, Facts>>,
  random: Random,
): KnownArticle {
  const lang = pickOf(
    (["en", "ru", "zh"] as const).filter((other) => other !== original.lang),
    random,
  );
  const abroad = story(textOf, lang, facts, original.publishedMs! + 5 * 3_600_000, random);
  return { ...abroad, event: original.event };
}

/** Texts of one form with other figures: none is a copy of another, though papers copy each. */
function releases(n: number, lang: Language, day: number, random: Random): KnownArticle[] {
  const book = LANGUAGES[lang];
  const form = pickOf(book.release, random);
  const { actor, object, place } = eventFacts(day, random)[lang];
  return [0, 1, 2].flatMap((issue) => {
    const on = day + issue * 90 * DAY;
    const facts = { ...eventFacts(on, random)[lang], actor: actor!, object: object!, place: place! };
    const textOf = `f${n}-issue${issue}`;
    const release: KnownArticle = {
      ...story(textOf, lang, { en: facts, ru: facts, zh: facts }, on, random),
      text: said(form, facts, random),
    };
    return [release, ...Array.from({ length: integer(random, 0, 2) }, () => copyOf(release, random))];
  });
}

/** A sentence form with its choices made and its slots filled. */
function said(form: string, facts: Facts, random: Random): string {
  return form
    .replaceAll(/\[([^\]]*)\]/g, (_, choices: string) => pickOf(choices.split("|"), random))
    .replaceAll(/\$([a-z]+)/g, (_, slot: string) => facts[slot]!)
    .replaceAll("PLAIN ", "");
}
