import type { Article } from "./article.ts";

/** News agencies and their names in three languages; each is the origin of what it is credited with. */
const AGENCIES: Readonly<Record<string, string>> = {
  Reuters: "Reuters|Рейтерс?|路透社?",
  AP: "AP|Associated Press|Ассошиэйтед Пресс|美联社",
  AFP: "AFP|Agence France-Presse|Франс Пресс|法新社",
  Xinhua: "Xinhua(?: News Agency)?|Синьхуа|新华社|新华网",
  TASS: "TASS|ITAR-TASS|ТАСС|塔斯社",
  "RIA Novosti": "RIA Novosti|RIA|РИА «?Новости»?|РИА|俄新社",
  Interfax: "Interfax|«?Интерфакс[ау]?»?|国际文传电讯社",
  Sputnik: "Sputnik|Спутник|卫星通讯社|俄罗斯卫星通讯社",
  DPA: "dpa|DPA|德新社",
  UPI: "UPI|合众国际社",
  Bloomberg: "Bloomberg|Блумберг|彭博社?",
  Kyodo: "Kyodo(?: News)?|Киодо|共同社",
  Yonhap: "Yonhap|Ёнхап|Рёнхап|韩联社",
  PTI: "PTI|Press Trust of India",
  ANSA: "ANSA|АНСА|安莎社",
  EFE: "EFE|埃菲社",
  Anadolu: "Anadolu(?: Agency)?|Анадолу",
  "China News Service": "China News Service|CNS|中新社|中新网",
  CCTV: "CCTV|央视新闻|央视",
  "Global Times": "Global Times|环球时报",
  IRNA: "IRNA|ИРНА|伊通社",
  KCNA: "KCNA|ЦТАК|朝中社",
  SpaceNews: "SpaceNews",
  "BBC News": "BBC(?: News)?|Би-би-си|英国广播公司",
};

/** What stands before the name of an agency that is the origin of a text. */
const CUES = [
  "according to|cited by|citing|reported by|source:?|by|told|with|via",
  "сообщает|сообщило|сообщил|сообщили|передает|передаёт|пишет|информирует|заявили|ссылкой на|данным|рассказали|источник:?",
  "据|引述?|来源[:：]?|转自|[（(\\[—–-]",
].join("|");
const BEFORE = `(?:${CUES.replaceAll(/(?<=\||^)\p{L}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`)})\\s*(?:агентств[оау]\\s+)?[«"“]?`;
const AFTER =
  '[»"”]?\\s*(?:[)）\\]]|[—–]|- |reported|reports|said|says|news agency|сообщает|сообщило|сообщил|передает|передаёт|/|报道|消息|电|讯|\\d|[一-龥]{2,8}(?:\\d+月)?\\d+日电)';
const PHOTO = /(?:photo|image|picture|фото|снимок|иллюстрация|图片?|摄|getty)[\s:：©/|-]*[^.。]{0,24}$/iu;
const HEAD = 700;
const TAIL = 300;

const patterns = Object.entries(AGENCIES).map(([agency, names]) => {
  const word = `(?<![\\p{L}\\p{N}])(?:${names})(?![a-zа-яё])`;
  return {
    agency,
    named: new RegExp(names, "u"),
    publisher: new RegExp(`^(?:${names})$`, "iu"),
    credited: new RegExp(
      `(?:(?<=${BEFORE})(?:${names})(?![a-zа-яё]))|(?:${word}(?=${AFTER}))|(?:^${word}\\s*[.—–:-])`,
      "gu",
    ),
  };
});

/**
 * The agencies from which an article says it has its text: bylines, datelines, "(Reuters)", "сообщает ТАСС",
 * "据新华社". A photo credit is none. Only the beginning and the end are read.
 */
export function creditedAgencies({ text }: Pick<Article, "text">): string[] {
  const read = text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}`;
  return patterns
    .filter(({ named, credited }) => {
      if (!named.test(read)) return false;
      return [...read.matchAll(credited)].some(({ index, 0: said }) => {
        const isPhotoLine = PHOTO.test(read.slice(Math.max(0, index - 32), index));
        return !isPhotoLine && !/^\/\p{Lu}/u.test(read.slice(index + said.length, index + said.length + 2));
      });
    })
    .map(({ agency }) => agency);
}

/** The agency that publishes under this name, if it is one. */
export function agencyNamed(publisher: string | undefined): string | undefined {
  if (publisher === undefined) return undefined;
  const name = publisher.trim();
  return patterns.find((pattern) => pattern.publisher.test(name))?.agency;
}
