import { describe, expect, test } from "vitest";
import { readEventLanguage } from "#dictionary/index.ts";
import { codeSentence } from "../code-sentence.ts";
import { ACCUSATIVE, DATIVE, GENITIVE, INSTRUMENTAL, NOMINATIVE, PREPOSITIONAL } from "./cases.ts";
import { conjugate, FUTURE, PASSIVE, PAST, PRESENT } from "./conjugate.ts";
import { decline, declineAdjective } from "./decline.ts";

const CASES = [NOMINATIVE, GENITIVE, DATIVE, ACCUSATIVE, INSTRUMENTAL, PREPOSITIONAL];

/** The form of a phrase in each of the six cases. */
const paradigm = (phrase: string) => CASES.map((bit) => decline(phrase).find(({ form }) => form & bit)?.text);

describe("Russian names in six cases", () => {
  const cases: [phrase: string, forms: string][] = [
    ["Россия", "Россия России России Россию Россией России"],
    ["Китай", "Китай Китая Китаю Китай Китаем Китае"],
    ["Польша", "Польша Польши Польше Польшу Польшей Польше"],
    ["Кремль", "Кремль Кремля Кремлю Кремль Кремлем Кремле"],
    ["Нидерланды", "Нидерланды Нидерландов Нидерландам Нидерланды Нидерландами Нидерландах"],
    ["Египет/Египта", "Египет Египта Египту Египет Египтом Египте"],
    ["украинец", "украинец украинца украинцу украинец украинцем украинце"],
    ["США", "США США США США США США"],
    ["Токио", "Токио Токио Токио Токио Токио Токио"],
  ];
  for (const [phrase, forms] of cases) {
    test(phrase, () => expect(paradigm(phrase).join(" ")).toBe(forms));
  }

  test("phrases decline their adjectives and their noun, and keep what follows", () => {
    expect(paradigm("Европейское космическое агентство")[4]).toBe("Европейским космическим агентством");
    expect(paradigm("министерство обороны")[2]).toBe("министерству обороны");
    expect(paradigm("Космические силы/сил США")[1]).toBe("Космических сил США");
  });

  test("adjectives have all genders and numbers, and ё may be written е", () => {
    const texts = declineAdjective("российский").map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(["российская", "российских", "российскому"]));
    expect(decline("Соединённые Штаты").map(({ text }) => text)).toContain("Соединенных Штатов");
  });
});

test("verbs are conjugated from their principal parts", () => {
  const forms = new Map(
    [
      "подписать/подпишет/подписан",
      "~обвинять/обвиняет",
      "помочь/поможет/-/помог",
      "подойти/подойдёт/-/подошёл",
    ]
      .flatMap((verb) => conjugate(verb))
      .map(({ text, form }) => [text, form]),
  );
  expect(forms.get("подписали")).toBe(PAST);
  expect(forms.get("подпишут")).toBe(FUTURE);
  expect(forms.get("подписано")).toBe(PASSIVE);
  expect(forms.get("обвиняют")).toBe(PRESENT);
  expect(forms.get("помогла")).toBe(PAST);
  expect(forms.get("подошла")).toBe(PAST);
});

describe("who did what to whom in Russian", () => {
  const russian = readEventLanguage("dictionaries", "ru", [])!;
  const linesOf = (text: string) =>
    codeSentence(russian, text).events.map(
      ({ source, target, root }) => `${source.country} ${root} ${target.country}`,
    );
  const cases: [sentence: string, ...events: string[]][] = [
    ["Москва обвинила Лондон в шпионаже.", "RUS ACCUSE GBR"],
    ["Россию обвинила Франция.", "FRA ACCUSE RUS"],
    ["Кубинские дипломаты высланы Канадой.", "CAN SANCTION CUB"],
    ["Перу и Чили подписали договор.", "PER SUPPORT CHL"],
    ["Норвегия запустит шведский спутник.", "NOR AGREE SWE"],
    ["Вьетнам не подписал соглашение с Лаосом."],
    ["Чад разорвал отношения с Мали, обвинив его в шпионаже.", "TCD SANCTION MLI", "TCD ACCUSE MLI"],
    [
      "Министры обороны Перу, Чили и Кубы провели встречу.",
      "PER CONSULT CHL",
      "PER CONSULT CUB",
      "CHL CONSULT CUB",
    ],
    ["Хакер из Кубы экстрадирован Грузией в Канаду.", "GEO COOPERATE CAN"],
    ["Решение Оттавы осудили в Гаване.", "CUB ACCUSE CAN"],
    ["Китай безвозмездно передал Лаосу антенну.", "CHN AID LAO"],
    ["Два гражданина Кубы задержаны, сообщила полиция Перу.", "PER COERCE CUB"],
    ["Действия Эстонии являются провокацией, заявили в МИД Белоруссии.", "BLR ACCUSE EST"],
    ["Истребитель ВВС Перу поднят на перехват чилийского самолёта.", "PER MOBILIZE CHL"],
    ["Следственный комитет Белоруссии арестовал литовского журналиста.", "BLR COERCE LTU"],
    [
      "По словам министра обороны Литвы, белорусский самолёт нарушил воздушное пространство.",
      "BLR MOBILIZE LTU",
    ],
    ["Аналитики полагают, что Куба передала Перу ракеты."],
    ["Киргизия может получить от Китая спутник."],
    ["Встреча министров Перу и Чили пока не планируется."],
    ["Перу надеется на возобновление диалога с Кубой."],
    ["Вьетнам не будет подписывать соглашение с Лаосом.", "VNM REJECT LAO"],
    ["Переговоры между Ираном и Ираком завершились.", "IRN CONSULT IRQ"],
    ["Дания и Норвегия осудили действия Москвы.", "DNK ACCUSE RUS", "NOR ACCUSE RUS"],
    ["По данным Киева, Чили передала Перу оружие.", "CHL AID PER"],
    ["Чили может атаковать Перу, предупредил представитель МИД Кубы."],
    ["Послу Кубы в Чили вручена нота.", "CHL ACCUSE CUB"],
    ["Датский истребитель перехватил шведский самолёт.", "DNK MOBILIZE SWE"],
    ["Кубинский спутник выведен на орбиту чилийской ракетой.", "CHL COOPERATE CUB"],
    ["Минобороны Кубы сообщило, что силы ПВО сбили чилийский самолёт.", "CUB ASSAULT CHL"],
    ["Куба пообещала нанести удар по Чили.", "CUB THREATEN CHL"],
    ["Два чилийских хакера взломали серверы Перу.", "CHL COERCE PER"],
    ["Куба изъяла два чилийских судна.", "CUB COERCE CHL"],
    ["Куба заявила, что чилийский спутник приблизился к перуанскому.", "CHL MOBILIZE PER"],
    ["Куба арестовала имущество чилийского предприятия.", "CUB COERCE CHL"],
    ["Куба опровергла сообщения о передаче Чили снимков."],
    [
      "Дания закрыла перуанское консульство, Перу выслало датского посла.",
      "DNK SANCTION PER",
      "PER SANCTION DNK",
    ],
    ["Из-за правил, введённых Данией, чилийская фирма отключила перуанских клиентов.", "CHL SANCTION PER"],
    ["Чилийский борт, вылетевший из Лаоса, сопровождался датскими истребителями.", "DNK MOBILIZE CHL"],
    [
      "«Мы осуждаем действия Перу и призываем Чили вмешаться», — заявили в МИД Дании.",
      "DNK ACCUSE PER",
      "DNK REQUEST CHL",
    ],
    ["Дания поставила Лаосу антенну и обязалась обучить инженеров.", "DNK COOPERATE LAO", "DNK AGREE LAO"],
    ["Перу, как пишет BBC, передало Чили два спутника.", "PER COOPERATE CHL"],
    ["Переговоры Перу с академией наук Чили отложены."],
    ["Главы МИД Дании и Перу провели телефонный разговор.", "DNK CONSULT PER"],
    ["Дания запретила датской фирме работать в Перу.", "DNK SANCTION PER"],
    ["Перуанский центр подвергся чилийскому удару.", "CHL ASSAULT PER"],
    ["Дания построит завод в Перу.", "DNK AGREE PER"],
    ["Чили могла бы передать Перу ракеты."],
    ["По итогам встречи в Вене Куба и Дания подписали меморандум.", "CUB SUPPORT DNK"],
    ["Компания «Спутникс» изготовила для Перу кубсат.", "RUS COOPERATE PER"],
    ["Дания вышла из соглашения с Перу.", "DNK SANCTION PER"],
    ["Чилийские истребители поднялись на перехват кубинского самолёта.", "CHL MOBILIZE CUB"],
    ["Возможная передача Чили ракет обсуждается в Перу."],
    ["Куба не располагает данными о передаче Данией оружия Перу."],
    ["Дания отрицает, что Перу атаковало Чили."],
    ["Истребитель Су-35 ВВС Перу поднят на сопровождение чилийского самолёта.", "PER MOBILIZE CHL"],
    ["К берегам Чили направилась перуанская эскадра.", "PER MOBILIZE CHL"],
    ["Помощь Чили выделила Норвегия.", "NOR AID CHL"],
    ["Из-за санкций Перу закрыло консульство Чили.", "PER SANCTION CHL"],
    [
      "Главы МИД Дании, Перу и Чили провели встречу в Вене.",
      "DNK CONSULT PER",
      "DNK CONSULT CHL",
      "PER CONSULT CHL",
    ],
    ["Глушение Данией сигналов GPS задержало перуанские рейсы.", "DNK COERCE PER"],
    ["Удар, нанесённый Данией по Перу, длился час.", "DNK ASSAULT PER"],
    ["Встреча министров Дании и Перу не планируется."],
    ["Дания надеется на возобновление переговоров с Перу."],
    ["Дания разорвала отношения с Перу, обвинив их в шпионаже.", "DNK SANCTION PER", "DNK ACCUSE PER"],
    ["Не дождавшись ответа Тираны, Осло отозвал своего посла.", "NOR SANCTION ALB"],
    ["Решение Токио осудили в Осло.", "NOR ACCUSE JPN"],
    [
      "Правительством Дании утверждён список, согласно которому вводится запрет на экспорт в Польшу.",
      "DNK SANCTION POL",
    ],
    ["Перуанский спутник вывела на орбиту чилийская ракета.", "CHL COOPERATE PER"],
    ["Второй перуанский спутник выведет на орбиту Дания.", "DNK AGREE PER"],
    ["МЧС Дании отправило в Перу палатки.", "DNK AID PER"],
    ["Дания заявила о готовности нанести удар по Перу.", "DNK THREATEN PER"],
    ["Делиться данными с Перу Дания не станет.", "DNK REJECT PER"],
    ["Дания не разрешила перуанскому самолёту пролёт.", "DNK REJECT PER"],
    ["Дания отказалась от услуг перуанского оператора.", "DNK SANCTION PER"],
    ["Дания перестала поставлять газ Чехии.", "DNK SANCTION CZE"],
    ["Дания отозвала иск против Перу.", "DNK YIELD PER"],
    ["Дания ответила высылкой перуанских дипломатов.", "DNK SANCTION PER"],
    ["Договор подписан в Вене министрами Дании и Чехии.", "DNK SUPPORT CZE"],
    ["Полиция не нашла доказательств того, что перуанские хакеры взломали датскую верфь."],
    ["Не исключают, что Дания передаст Чехии ракеты."],
    ["В Осло считают, что за взломом стоят хакеры Дании.", "NOR ACCUSE DNK"],
  ];
  for (const [sentence, ...events] of cases) {
    test(sentence, () => expect(linesOf(sentence)).toEqual(events));
  }
});
