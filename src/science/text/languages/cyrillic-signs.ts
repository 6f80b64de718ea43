/** What tells the languages of Cyrillic script apart: letters, words, endings. */
export interface CyrillicSigns {
  /** Letters of its alphabet beside those that all share. */
  readonly letters: string;
  /** Letters that a sentence of it hardly does without. */
  readonly frequent: string;
  /** Letters of the Russian alphabet that it does not write. */
  readonly never: string;
  readonly words: string;
  readonly endings: string;
}

export const CYRILLIC: Readonly<Record<string, CyrillicSigns>> = {
  ru: {
    letters: "ыэё",
    frequent: "ои",
    never: "",
    words:
      "и в не на с что по из как для при его к за о от это был но у к до все или быть также этого только после они " +
      "который которые она него чтобы если так уже еще ещё во со об будет были было может более их ее её между где под " +
      "том при об над без лет года году сша россии рф",
    endings:
      "ого его ому ему ый ий ой ая яя ое ые ие ых их ыми ими ть ться тся лся лась лись ция ции цию ость ости ние ния нию",
  },
  uk: {
    letters: "іїєґ",
    frequent: "иі",
    never: "ыэёъ",
    words:
      "і та що на в у з до не від для за про як але його також після це який які вона він був було були із або є ще під під час між року україни",
    endings: "ого ому ий ії ія ів ння ться ється ість ості ськ ати ити ували",
  },
  be: {
    letters: "іўыэё",
    frequent: "і",
    never: "ищъ",
    words:
      "і у на з не да што для па ад за як але гэта яго пасля быў была былі таксама ён яна які якія мы беларусі",
    endings: "ага яга аму ння цца ць асць ыя ых амі аў",
  },
  bg: {
    letters: "ъ",
    frequent: "иъ",
    never: "ыэё",
    words:
      "на и за да се от в с е ще са не по до във със през като че той това който които при след но има беше може г има бъде те или",
    endings: "ът ят ите ата ята то та ия ието ването ъл ки ски ва",
  },
  sr: {
    letters: "јљњћђџ",
    frequent: "ји",
    never: "йщъыьэюяё",
    words:
      "и у је да се на за су од са о који као не а из то која али ће би након што или до само године већ по није",
    endings: "ог ом их им ао ње ју ија ије ски ост",
  },
  mk: {
    letters: "јљњќѓѕџ",
    frequent: "ји",
    never: "йщъыьэюяё",
    words: "на и во од за да се со што е ќе не го по кој како ги а ја при или дека беше има тоа овој",
    endings: "от та то те ите ата ање ски ува",
  },
  kk: {
    letters: "әғқңөұүһіыэё",
    frequent: "ы",
    never: "",
    words: "және мен бұл үшін бір деп болды бойынша туралы қазақстан де да осы",
    endings: "ның нің дың дің лар лер дар дер ған ген ды ді",
  },
  mn: {
    letters: "өүыэё",
    frequent: "ө",
    never: "",
    words: "нь бол энэ юм байна гэж болон",
    endings: "ийн ын сан сэн сон дээр",
  },
  ky: {
    letters: "өүңыэё",
    frequent: "ы",
    never: "",
    words: "жана менен бул үчүн бир деп болгон",
    endings: "нын дын лар лер ган ген",
  },
  tg: {
    letters: "ғӣқӯҳҷэё",
    frequent: "и",
    never: "ыщ",
    words: "ва дар аз ба ки бо барои ин",
    endings: "ҳои ҳо",
  },
};
