/** How sentences begin that retell older reports or speak to the reader. */
const OPENERS = [
  "Напомним|Напоминаем|Ранее|Добавим|Отметим, (?:что )?ранее|Как (?:ранее )?(?:сообщал|писал)|До этого|Справка|Читайте|Смотрите|Подпи(?:шитесь|сывайтесь)|Подробнее",
  "Earlier|Previously|(?:Read|See) (?:more|also)|Follow us|Subscribe|Sign up",
  "此前|早前|早些时候|相关阅读",
].join("|");
const BACKGROUND = new RegExp(
  String.raw`(?<=[.!?…»"”。！？\n]\s*)(?:${OPENERS})(?:[^.!?。！？\n]|\.(?=\d))*[.!?。！？]?`,
  "gu",
);

/** A text without the sentences that retell what was reported before: they are of another story. */
export const withoutBackground = (text: string): string => text.replace(BACKGROUND, " ");
