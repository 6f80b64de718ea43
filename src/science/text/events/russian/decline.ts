import { ACCUSATIVE, ANY_CASE, CASES, GENITIVE, NOMINATIVE, type CaseForm } from "./cases.ts";

/** Endings of nominative, genitive, dative, accusative, instrumental, prepositional; `=` repeats the nominative, `@` the genitive. */
type Endings = readonly [string, string, string, string, string, string];

const endings = (text: string) => text.split(" ").map((one) => one.replace("-", "")) as unknown as Endings;

const HARD_SINGULAR = endings("- а у = ом е");
const SURNAME = endings("- а у = ым е");
const SOFT_SINGULAR = endings("ь я ю = ем е");
const I_SINGULAR = endings("й я ю = ем е");
const IJ_SINGULAR = endings("й я ю = ем и");
const A_SINGULAR = endings("а ы е у ой е");
const YA_SINGULAR = endings("я и е ю ей е");
const IYA_SINGULAR = endings("я и и ю ей и");
const O_SINGULAR = endings("о а у о ом е");
const E_SINGULAR = endings("е я ю е ем е");
const IE_SINGULAR = endings("е я ю е ем и");
const SOFT_FEMALE = endings("ь и и ь ью и");
const HARD_PLURAL = endings("ы ов ам = ами ах");
const SOFT_PLURAL = endings("и ей ям = ями ях");
const NEUTER_PLURAL = endings("а - ам а ами ах");

const MALE_ADJECTIVE = endings("ый ого ому = ым ом");
const FEMALE_ADJECTIVE = endings("ая ой ой ую ой ой");
const NEUTER_ADJECTIVE = endings("ое ого ому ое ым ом");
const PLURAL_ADJECTIVE = endings("ые ых ым = ыми ых");
const SOFT_ADJECTIVE: Readonly<Record<string, Endings>> = {
  male: endings("ий его ему = им ем"),
  female: endings("яя ей ей юю ей ей"),
  neuter: endings("ее его ему ее им ем"),
  plural: endings("ие их им = ими их"),
};

type Gender = "male" | "female" | "neuter" | "plural";

/** Nouns in -ь that are female; the others are male. */
const FEMALE_SOFT =
  /(ость|есть|знь|сть|вязь|сеть|очередь|Русь|речь|помощь|власть|область|связь|цепь|печать|крепость|безопасность|площадь|Сибирь|Астрахань)$/i;

/** Foreign names that do not decline: in -о, -и, -у, -э, -ю, and acronyms. */
const INDECLINABLE =
  /^(?:[А-ЯЁA-Z0-9][А-ЯЁA-Z0-9.-]+|[\p{L}-]*[A-Za-z0-9]|[\p{L}-]*(?:[уэю]|ао|ео|уо|уа))$|^(?:Хельсинки|Дели|Нью-Дели|Тбилиси|Шри-Ланка-и|Сомали|Мали|Гаити|Фиджи|Бали|Найроби|Триполи|Абу-Даби|Кито|Брунеи|Токио|Осло|Мексико|Чили|Перу|Киото|Монако|Марокко|Конго|Того|Косово|Сантьяго|Бордо|Торонто|Ориджин|Зимбабве|Сан-Марино|Пуэрто-Рико|Сан-Томе|Минобороны|Пномпень-сити)$/u;

/** Every case form of a noun phrase: adjectives and their noun decline, what follows stays. */
export function decline(phrase: string): CaseForm[] {
  const words = phrase.split(" ");
  const adjectives = words.findIndex((word) => genderOfAdjective(word) === null);
  if (adjectives < 0 || words.length === 1) return declineWord(phrase, null);
  const noun = words[adjectives]!;
  const tail = words.slice(adjectives + 1);
  const gender = adjectives > 0 ? genderOfAdjective(words[0]!) : null;
  const forms = declineWord(noun, gender);
  return joined(
    CASES.map((bit) => [
      bit,
      words
        .slice(0, adjectives)
        .map((word) => inCase(adjectiveForms(word, gender!), bit))
        .concat(inCase(forms, bit), tail)
        .join(" "),
    ]),
  );
}

/** Forms of an adjective in every gender, number and case: "российский" gives "российской", "российскими" … */
export function declineAdjective(lemma: string): CaseForm[] {
  const genders: Gender[] = ["male", "female", "neuter", "plural"];
  return merged(genders.flatMap((gender) => adjectiveForms(inGender(lemma, gender), gender)));
}

/** Nouns whose genitive the rules do not give, written `Египет/Египта`, `силы/сил`. */
function declineByGenitive(nominative: string, genitive: string): CaseForm[] {
  if (/[аяь]$/.test(genitive) || !/[ыиаяе]$/.test(nominative)) {
    const isSurname = /^[А-Я].*[оеёиы][вн]$/.test(nominative) && genitive === `${nominative}а`;
    const table = isSurname ? SURNAME : genitive.endsWith("а") ? HARD_SINGULAR : SOFT_SINGULAR;
    return attached(genitive.slice(0, -1), table, nominative, true);
  }
  return declinePlural(nominative, genitive);
}

/** Plural forms by nominative and genitive; the accusative may be like either. */
function declinePlural(nominative: string, genitive: string): CaseForm[] {
  const stem = nominative.slice(0, -1);
  const soft = /[ия]$/.test(nominative) && !/[гкхжшщч]и$/.test(nominative);
  const [a, ami, akh] = soft ? ["ям", "ями", "ях"] : ["ам", "ами", "ах"];
  return joined([
    [NOMINATIVE, nominative],
    [GENITIVE, genitive],
    [CASES[2], stem + a],
    [ACCUSATIVE, nominative],
    [ACCUSATIVE, genitive],
    [CASES[4], stem + ami],
    [CASES[5], stem + akh],
  ]);
}

const inCase = (forms: readonly CaseForm[], bit: number): string =>
  (forms.find(({ form }) => form & bit) ?? forms[0]!).text;

function genderOfAdjective(word: string): Gender | null {
  if (word.includes("/")) return null;
  if (
    /(ый|ий|ой)$/.test(word) &&
    word.length > 4 &&
    !/(ский край|гений|комментарий|сценарий|критерий|санаторий|Владимирский)$/.test(word)
  ) {
    return "male";
  }
  if (/[а-яё](ая|яя)$/.test(word)) return "female";
  if (/[а-яё](ое|ее)$/.test(word) && word.length > 4) return "neuter";
  return /[а-яё]{2}(ые|[кгхнжшщч]ие)$/.test(word) && !/(ание|ение|твие|стие)$/.test(word) ? "plural" : null;
}

function inGender(lemma: string, gender: Gender): string {
  const stem = lemma.slice(0, -2);
  const soft = /ний$/.test(lemma);
  const ending = {
    male: lemma.slice(-2),
    female: soft ? "яя" : "ая",
    neuter: soft || /[жшщч]ий$/.test(lemma) ? "ее" : "ое",
    plural: soft || /[кгхжшщч]$/.test(stem) ? "ие" : "ые",
  };
  return stem + ending[gender];
}

function adjectiveForms(word: string, gender: Gender): CaseForm[] {
  const stem = word.slice(0, -2);
  const soft = /(?:яя|[^жшщч]ее|н(?:ий|ие))$/.test(word);
  const hard = {
    male: MALE_ADJECTIVE,
    female: FEMALE_ADJECTIVE,
    neuter: NEUTER_ADJECTIVE,
    plural: PLURAL_ADJECTIVE,
  };
  const table = soft ? SOFT_ADJECTIVE[gender]! : hard[gender];
  return attached(stem, table, word, /* animate */ gender === "male" || gender === "plural");
}

function declineWord(word: string, gender: Gender | null): CaseForm[] {
  const [nominative, genitive] = word.split("/");
  if (genitive !== undefined) return declineByGenitive(nominative!, genitive);
  if (INDECLINABLE.test(word)) return [{ text: word, form: ANY_CASE }];
  const asAdjective = genderOfAdjective(word);
  if (
    asAdjective &&
    /(ая|ое|ый|ой|[кгхжшщ]ий|ые|ие)$/.test(word) &&
    !/(Китай|рий|гий|лий|ний|вий|мий|ие)$/.test(word)
  ) {
    return adjectiveForms(word, asAdjective);
  }
  const stem = word.slice(0, -1);
  if (/(ье|ие)$/.test(word) && gender !== "plural") return attached(stem, IE_SINGULAR, word);
  if (word.endsWith("ия")) return attached(stem, IYA_SINGULAR, word);
  if (word.endsWith("ий")) return attached(stem, IJ_SINGULAR, word, true);
  if (word.endsWith("й")) return attached(stem, I_SINGULAR, word, true);
  if (word.endsWith("а"))
    return gender === "plural" ? attached(stem, NEUTER_PLURAL, word) : attached(stem, A_SINGULAR, word);
  if (word.endsWith("я")) return attached(stem, YA_SINGULAR, word);
  if (word.endsWith("о")) return attached(stem, O_SINGULAR, word);
  if (word.endsWith("е")) return attached(stem, E_SINGULAR, word);
  if (/[ыи]$/.test(word)) return attached(stem, pluralOf(word), word, true);
  if (word.endsWith("ь"))
    return attached(stem, FEMALE_SOFT.test(word) ? SOFT_FEMALE : SOFT_SINGULAR, word, true);
  if (/[бвгджзклмнпрстфхцчшщ]$/i.test(word))
    return attached(withoutFleeting(word), HARD_SINGULAR, word, true);
  return [{ text: word, form: ANY_CASE }];
}

const pluralOf = (word: string): Endings =>
  word.endsWith("ы") || /[гкх]и$/.test(word) ? HARD_PLURAL : SOFT_PLURAL;

/** Nouns in -ец and a few others lose their vowel: украинец, украинца. */
function withoutFleeting(word: string): string {
  if (/[аеёиоуыэюя]ец$/.test(word)) return `${word.slice(0, -2)}йц`;
  if (/[^аеёиоуыэюя]ец$/.test(word)) return `${word.slice(0, -2)}ц`;
  return /(вол|кол|дыш)?ток$/.test(word) && word.length > 6 ? `${word.slice(0, -2)}к` : word;
}

function attached(stem: string, table: Endings, nominative: string, animate = false): CaseForm[] {
  const forms: [number, string][] = [];
  CASES.forEach((bit, index) => {
    const ending = table[index]!;
    if (index === 0) forms.push([bit, nominative]);
    else if (ending === "=") {
      forms.push([bit, nominative]);
      if (animate) forms.push([bit, spelled(stem, table[1])]);
    } else forms.push([bit, spelled(stem, ending)]);
  });
  return joined(forms);
}

/** After к, г, х, ж, ч, ш, щ stands и, not ы; after ж, ч, ш, щ, ц an unstressed е, not о. */
function spelled(stem: string, ending: string): string {
  if (/[кгхжчшщ]$/.test(stem) && ending.startsWith("ы")) return `${stem}и${ending.slice(1)}`;
  if (/[жчшщц]$/.test(stem) && /^о[мйв]/.test(ending)) return `${stem}е${ending.slice(1)}`;
  if (/[жчшщц]$/.test(stem) && /^о(го|му|е)/.test(ending)) return `${stem}е${ending.slice(1)}`;
  return stem + ending;
}

function joined(pairs: readonly (readonly [number, string])[]): CaseForm[] {
  return merged(pairs.map(([form, text]) => ({ text, form })));
}

function merged(forms: readonly CaseForm[]): CaseForm[] {
  const table = new Map<string, number>();
  for (const { text, form } of forms) {
    table.set(text, (table.get(text) ?? 0) | form);
    if (text.includes("ё"))
      table.set(text.replaceAll("ё", "е"), (table.get(text.replaceAll("ё", "е")) ?? 0) | form);
  }
  return [...table].map(([text, form]) => ({ text, form }));
}
