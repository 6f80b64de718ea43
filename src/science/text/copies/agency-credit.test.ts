import { describe, expect, test } from "vitest";
import { agencyNamed, creditedAgencies } from "./agency-credit.ts";

describe("an agency is credited", () => {
  test.each([
    ["BEIJING (Reuters) - The probe landed on Tuesday.", ["Reuters"]],
    ["PARIS, May 3 (AFP) — The council met.", ["AFP"]],
    ["The ship left port, Xinhua reported on Monday.", ["Xinhua"]],
    ["By Associated Press\nThe vote was close.", ["AP"]],
    ["Пуск перенесли на сутки, сообщает ТАСС со ссылкой на агентство.", ["TASS"]],
    ["МОСКВА, 3 мая — РИА Новости. Корабль отстыковался.", ["RIA Novosti"]],
    ["Об этом передаёт «Интерфакс» со ссылкой на ведомство.", ["Interfax"]],
    ["据新华社报道，探测器已经着陆。", ["Xinhua"]],
    ["新华社北京5月3日电（记者）探测器已经着陆。", ["Xinhua"]],
    ["来源：中新网\n探测器已经着陆。", ["China News Service"]],
    ["塔斯社消息，发射推迟一天。", ["TASS"]],
  ])("%s", (text, agencies) => {
    expect(creditedAgencies({ text })).toEqual(agencies);
  });
});

describe("an agency is not credited", () => {
  test.each([
    "Photo: Reuters. The probe landed on Tuesday.",
    "Фото: ТАСС. Пуск перенесли на сутки.",
    "The probe landed. Image: REUTERS/Somebody",
    "The maps app of the port was updated, and an APP was removed.",
    "The minister visited the TASS building and praised its staff.",
  ])("%s", (text) => {
    expect(creditedAgencies({ text })).toEqual([]);
  });
});

test("a publisher that is an agency is known by any of its names", () => {
  expect(["ТАСС", "Xinhua News Agency", "新华社", "The Daily Planet", undefined].map(agencyNamed)).toEqual([
    "TASS",
    "Xinhua",
    "Xinhua",
    undefined,
    undefined,
  ]);
});
