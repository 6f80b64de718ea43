/** Month names as pages and feeds write them, by language: full names in the case that dates take, then short forms. */
const MONTHS: readonly string[] = [
  "january jan января январь янв січня січень студзеня januar jänner janvier janv enero ene gennaio gen janeiro stycznia janeiro jaan януари јануар",
  "february feb февраля февраль фев февр лютого лютий лютага februar février févr fevrier febrero febbraio fevereiro fev lutego февруари фебруар",
  "march mar марта март мар березня березень сакавіка märz mrz mars marzo março marca марта март",
  "april apr апреля апрель апр квітня квітень красавіка avril avr abril abr aprile kwietnia април",
  "may мая май травня травень траўня mai mayo maggio maio maja мај",
  "june jun июня июнь июн червня червень чэрвеня juni juin junio giugno junho czerwca юни јун",
  "july jul июля июль июл липня липень ліпеня juli juillet juil julio luglio julho lipca юли јул",
  "august aug августа август авг серпня серпень жніўня août aout agosto ago sierpnia аугуст",
  "september sep sept сентября сентябрь сен сент вересня вересень верасня septembre septiembre settembre setembro września септември септембар",
  "october oct октября октябрь окт жовтня жовтень кастрычніка oktober okt octobre octubre ottobre outubro października октомври октобар",
  "november nov ноября ноябрь ноя нояб листопада листопад лістапада novembre noviembre novembro listopada ноември новембар",
  "december dec декабря декабрь дек грудня грудень снежня dezember dez décembre déc diciembre dic dicembre dezembro grudnia декември децембар",
];

/** Month number from 1 by name, in small letters without a full stop. */
export const MONTH_OF_NAME: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, i) => names.split(" ").map((name): [string, number] => [name, i + 1])),
);
