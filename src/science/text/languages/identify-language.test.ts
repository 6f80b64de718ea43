import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { identifyLanguage } from "./identify-language.ts";

const FOLDER = "../shared/data/text/lang";
const sentences = (language: string) =>
  gunzipSync(readFileSync(`${FOLDER}/${language}_pud-ud-test.conllu.gz`))
    .toString()
    .split("\n")
    .filter((line) => line.startsWith("# text = "))
    .map((line) => line.slice(9));
const shareRight = (language: string, texts: readonly string[]) =>
  texts.filter((text) => identifyLanguage(text).language === language).length / texts.length;

const relatives: [language: string, text: string][] = [
  ["ru", "Запуск ракеты перенесли на конец года"],
  ["uk", "Запуск супутника відклали до кінця року через погоду"],
  ["be", "Запуск спадарожніка перанеслі на канец года"],
  ["bg", "Изстрелването на спътника беше отложено за края на годината"],
  ["sr", "Лансирање сателита одложено је за крај године"],
  ["mk", "Лансирањето на сателитот е одложено за крајот на годината"],
  ["kk", "Ғарыш айлағынан зымыран ұшырылды және спутник орбитаға шықты"],
  ["en", "The launch of the satellite was put off until the end of the year"],
  ["de", "Der Start des Satelliten wurde auf das Ende des Jahres verschoben"],
  ["fr", "Le lancement du satellite est reporté à la fin de l’année"],
  ["es", "El lanzamiento del satélite se aplaza hasta el final del año"],
  ["zh", "长征五号运载火箭将于年底发射"],
  ["zh", "長征五號運載火箭將於年底發射"],
  ["ja", "長征5号ロケットは年末に打ち上げられる"],
  ["ko", "위성 발사가 연말로 연기되었다"],
  ["ar", "تأجيل إطلاق القمر الصناعي"],
  ["fa", "پرتاب ماهواره به پایان سال موکول شد"],
];
test.each(relatives)("%s is told from its relatives in one sentence", (language, text) => {
  expect(identifyLanguage(text).language).toBe(language);
});

test("foreign names in a headline leave its language alone", () => {
  expect(identifyLanguage("Falcon 9 вывела Starlink").language).toBe("ru");
  expect(identifyLanguage("SpaceX星链发射").language).toBe("zh");
  expect(identifyLanguage("The probe Tianwen (天问) is on its way to Mars").language).toBe("en");
});

test("a text without letters has no language", () => {
  expect(identifyLanguage("12 — 34 %")).toEqual({ language: null, sure: true });
});

test("a second opinion is asked only where the text does not tell", () => {
  const never = () => expect.unreachable();
  expect(identifyLanguage("The end of the world and of the year", never).language).toBe("en");
  expect(identifyLanguage("Schnellstraßenbau", () => "de").language).toBe("de");
  expect(identifyLanguage("Sputnik", () => "xx").language).toBe("en");
});

test.skipIf(!existsSync(FOLDER))("the parallel sentences keep their language, whole and cut short", () => {
  for (const [language, cut, least] of [
    ["en", 40, 0.99],
    ["ru", 40, 0.995],
    ["zh", 15, 0.995],
  ] as const) {
    const whole = sentences(language);
    expect(shareRight(language, whole)).toBeGreaterThanOrEqual(0.999);
    expect(
      shareRight(
        language,
        whole.map((text) => text.slice(0, cut)),
      ),
    ).toBeGreaterThanOrEqual(least);
  }
});
