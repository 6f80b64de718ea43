import fc from "fast-check";
import { expect, test } from "vitest";
import { readDate } from "./read-date.ts";

const forms: [text: string, time: string, precision: string][] = [
  ["2021-03-09T10:30:05+08:00", "2021-03-09T02:30:05.000Z", "second"],
  ["2021-03-09T10:30:05.123Z", "2021-03-09T10:30:05.000Z", "second"],
  ["20210309T103005Z", "2021-03-09T10:30:05.000Z", "second"],
  ["Tue, 09 Mar 2021 10:30:05 EST", "2021-03-09T15:30:05.000Z", "second"],
  ["Thu, 01 Jan 04 19:48:21 GMT", "2004-01-01T19:48:21.000Z", "second"],
  ["Sun Jan  4 16:29:06 2004", "2004-01-04T16:29:06.000Z", "second"],
  ["March 9, 2021 at 3:04 PM ET", "2021-03-09T20:04:00.000Z", "minute"],
  ["Published 9th March 2021", "2021-03-09T00:00:00.000Z", "day"],
  ["9 марта 2021, 15:04", "2021-03-09T15:04:00.000Z", "minute"],
  ["9 марта 2021 года в 15:04 МСК", "2021-03-09T12:04:00.000Z", "minute"],
  ["15:04, 09.03.2021", "2021-03-09T15:04:00.000Z", "minute"],
  ["09.03.2021", "2021-03-09T00:00:00.000Z", "day"],
  ["2021年3月9日 15:04", "2021-03-09T15:04:00.000Z", "minute"],
  ["2021年03月09日下午3时04分", "2021-03-09T15:04:00.000Z", "minute"],
  ["发布时间：2021/03/09 08:15:30 来源", "2021-03-09T08:15:30.000Z", "second"],
  ["２０２１年３月９日　１５：０４", "2021-03-09T15:04:00.000Z", "minute"],
  ["2021-03-09 星期二 15:04", "2021-03-09T15:04:00.000Z", "minute"],
  ["2021年3月9日（星期二）15:04", "2021-03-09T15:04:00.000Z", "minute"],
  ["二〇二一年三月九日", "2021-03-09T00:00:00.000Z", "day"],
  ["二○二一年十二月三十一日", "2021-12-31T00:00:00.000Z", "day"],
  ["二零二一年十月廿三日", "2021-10-23T00:00:00.000Z", "day"],
  ["中華民國110年3月9日", "2021-03-09T00:00:00.000Z", "day"],
  ["2021年3月9日 午後3時04分", "2021-03-09T15:04:00.000Z", "minute"],
  ["2021년 3월 9일 오후 3:04", "2021-03-09T15:04:00.000Z", "minute"],
  ["2021. 3. 9.", "2021-03-09T00:00:00.000Z", "day"],
  ["2021-03-09 10:30:05.123+08", "2021-03-09T02:30:05.000Z", "second"],
  ["2021-03-09T10:30-05", "2021-03-09T15:30:00.000Z", "minute"],
  ["9 March 2021 10:30-12", "2021-03-09T10:30:00.000Z", "minute"],
  ["Tue Mar 09 10:30:05 +0800 2021", "2021-03-09T02:30:05.000Z", "second"],
  ["den 9. März 2021", "2021-03-09T00:00:00.000Z", "day"],
  ["9 de marzo de 2021", "2021-03-09T00:00:00.000Z", "day"],
  ["23/03/2021", "2021-03-23T00:00:00.000Z", "day"],
  ["2021-03", "2021-03-01T00:00:00.000Z", "month"],
];
test.each(forms)("%s", (text, time, precision) => {
  expect(readDate(text)).toEqual({ time, precision });
});

test.each(["", "yesterday", "30.02.2021", "03/04/2021", "9 smarch 2021", "call 2021-555-1234", "v1.2.3"])(
  "%s is no date",
  (text) => {
    expect(readDate(text)).toBeNull();
  },
);

test("a doubtful order is settled by who writes", () => {
  expect(readDate("03/04/2021", { dayFirst: true })?.time).toBe("2021-04-03T00:00:00.000Z");
  expect(readDate("03/04/2021", { dayFirst: false })?.time).toBe("2021-03-04T00:00:00.000Z");
});

test("every moment is read back from its ISO form, and no text throws", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1971-01-01"), max: new Date("2098-01-01"), noInvalidDate: true }),
      fc.string(),
      (date, text) => {
        expect(readDate(date.toISOString())?.time.slice(0, 19)).toBe(date.toISOString().slice(0, 19));
        readDate(text);
      },
    ),
  );
});
