const DIGITS = "〇一二三四五六七八九";
const WRITTEN_OUT =
  /([〇零○一二三四五六七八九]{4})\s*年\s*([一二三四五六七八九十]{1,3})\s*月\s*([一二三四五六七八九十廿卅]{1,4})\s*([日号號])/gu;
/** The calendar of the Republic counts from 1912. */
const OF_THE_REPUBLIC = /民[國国]\s*(\d{2,3})\s*年/gu;

/** A text whose Chinese dates stand in digits and in the common calendar: `二〇二六年十一月十三日`, `民國115年`. */
export function withCommonDates(text: string): string {
  return text
    .replace(
      WRITTEN_OUT,
      (_, year: string, month: string, day: string, mark: string) =>
        `${Array.from(year, digitOf).join("")}年${numberOf(month)}月${numberOf(day)}${mark}`,
    )
    .replace(OF_THE_REPUBLIC, (_, year: string) => `${Number(year) + 1911}年`);
}

function digitOf(sign: string): number {
  return Math.max(0, DIGITS.indexOf(sign));
}

/** `十` → 10, `二十三` and `廿三` → 23. */
function numberOf(written: string): number {
  const [tens, ones = ""] = written.replace("廿", "二十").replace("卅", "三十").split("十");
  if (!/[十廿卅]/.test(written)) return digitOf(written);
  return (tens === "" ? 1 : digitOf(tens!)) * 10 + digitOf(ones);
}
