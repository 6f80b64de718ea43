import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventDate } from "./event-date.ts";

/** A Thursday. */
const PUBLISHED = "2026-03-05T10:00:00Z";

/** The date of the event whose trigger is between the brackets, as "from..to precision". */
function told(marked: string, language: string): string | null {
  const from = marked.indexOf("[");
  const to = marked.indexOf("]") - 1;
  const date = eventDate(marked.replace(/[[\]]/g, ""), language, [from, to], PUBLISHED);
  return date && (date.from === date.to ? date.from : `${date.from}..${date.to} ${date.precision}`);
}

describe("when an event was, from the day its text was published", () => {
  const cases: [language: string, sentence: string, date: string | null][] = [
    ["en", "China [condemned] the United States on Monday.", "2026-03-02"],
    ["en", "Yesterday Russia [launched] an Iranian satellite.", "2026-03-04"],
    ["en", "On Tuesday, Russia [expelled] two diplomats.", "2026-03-03"],
    ["en", "Iran [attacked] a Norwegian ship last week.", "2026-02-23..2026-03-01 week"],
    ["en", "Chile [signed] an agreement with Peru on 3 March.", "2026-03-03"],
    ["en", "Chile [signed] an agreement with Peru on December 30, 2025.", "2025-12-30"],
    ["en", "India and Japan [held] talks on 1-3 March in Tokyo.", "2026-03-01..2026-03-03 day"],
    ["en", "France [jammed] Italian satellites in November.", "2025-11-01..2025-11-30 month"],
    ["en", "Spain [bought] a satellite from France in 2019.", "2019-01-01..2019-12-31 year"],
    ["en", "Spain [bought] two satellites, which failed on Monday.", null],
    ["en", "Norway [condemned] Cuba, the minister said on Monday.", null],
    ["en", "Norway will [send] aid to Cuba on Monday.", null],
    ["en", "Norway [met] Cuba on 30 February.", null],
    ["en", "12 may have been [arrested] by Norway.", null],
    ["en", "Russia Today [accused] Norway.", null],
    ["ru", "Китай [осудил] США в понедельник.", "2026-03-02"],
    ["ru", "Вчера Россия [запустила] иранский спутник.", "2026-03-04"],
    ["ru", "Россия [запустила] спутник 3 марта 2026 года.", "2026-03-03"],
    ["ru", "Иран [атаковал] норвежское судно на прошлой неделе.", "2026-02-23..2026-03-01 week"],
    ["ru", "Франция [подписала] соглашение с Чили в ноябре.", "2025-11-01..2025-11-30 month"],
    ["ru", "Норвегия [осудила] Кубу, заявил в понедельник министр.", null],
    ["ru", "Норвегия [поможет] Кубе, которая будет голосовать 7 марта.", null],
    ["zh", "中国周一[谴责]美国。", "2026-03-02"],
    ["zh", "昨日俄罗斯[发射]伊朗卫星。", "2026-03-04"],
    ["zh", "俄罗斯3月3日[发射]了一颗卫星。", "2026-03-03"],
    ["zh", "俄罗斯28日[发射]了一颗卫星。", "2026-02-28"],
    ["zh", "上周伊朗[袭击]挪威船只。", "2026-02-23..2026-03-01 week"],
    ["zh", "法国去年11月3日与智利[签署]协议。", "2025-11-03"],
    ["zh", "法国去年1月3日与智利[签署]协议。", "2025-01-03"],
    ["ru", "Чили [подписало] соглашение 3 января прошлого года.", "2025-01-03"],
    ["en", "Chile [signed] an agreement on 3 January last year.", "2025-01-03"],
    ["zh", "挪威外交部3日表示[谴责]古巴。", null],
    ["zh", "挪威将于周六[援助]古巴。", null],
    ["en", "Two weeks ago Norway [bought] a radar.", "2026-02-19"],
    ["en", "A day earlier than planned, Norway [met] Cuba.", null],
    ["en", "Norway [met] Cuba over the weekend.", "2026-02-28..2026-03-01 day"],
    ["en", "In mid-January Norway [met] Cuba.", "2026-01-11..2026-01-20 week"],
    ["ru", "Накануне Норвегия [осудила] Кубу.", "2026-03-04"],
    ["ru", "Норвегия [осудила] Кубу накануне встречи.", null],
    ["ru", "Две недели назад Норвегия [купила] радар.", "2026-02-19"],
    ["ru", "Норвегия в конце прошлого года [купила] радар.", "2025-12-01..2025-12-31 month"],
    ["zh", "两周前，挪威[购买]雷达。", "2026-02-19"],
    ["zh", "挪威1月中旬[会见]古巴。", "2026-01-11..2026-01-20 week"],
  ];
  test.each(cases)("%s: %s → %s", (language, sentence, date) => {
    expect(told(sentence, language)).toBe(date);
  });
});

test("no text gives a date after its publication, and none without one", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom("on", "Monday", "3", "31", "March", "2027", "марта", "周一", "12月", "3日", ","),
      ),
      fc.constantFrom("en", "ru", "zh"),
      (words, language) => {
        const date = eventDate(words.join(" "), language, [0, 1], PUBLISHED);
        if (date) expect(date.from <= date.to && date.to <= PUBLISHED.slice(0, 10)).toBe(true);
      },
    ),
  );
  expect(eventDate("China condemned Japan on Monday.", "en", [6, 15], "some day")).toBeNull();
});
