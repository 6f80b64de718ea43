/** Words that reports of one event choose between; each group counts as its first word. Our own lists. */
const GROUPS: Readonly<Record<"en" | "ru", string>> = {
  en: `dead killed died death deaths dies kill fatal fatally victims casualties toll
    fired sacked dismissed ousted axed
    acquitted cleared acquits acquit
    crash collision accident wreck
    launch launched liftoff blastoff lifted
    deal agreement pact accord treaty contract
    talks negotiations negotiate discussions
    jail prison imprisoned jailed custody
    arrested detained held arrest detention
    cancelled scrapped canceled axed called-off
    delay delayed postponed postpones postpone pushed
    approve approved approves backs endorsed endorses
    reject rejected rejects refused refuses denied denies
    increase rise rises rose rising grew growth climbed soared jumped surged
    fall falls fell decline declined dropped drop plunged tumbles slumped
    buy acquire acquired acquires acquisition purchase bought takeover
    win wins won victory beat beats defeated defeats downs triumph
    unveil unveiled unveils reveals revealed announces announced
    check-up checkup examination exam tests
    blast explosion exploded blew
    fire blaze flames wildfire
    protest protests demonstration rally demonstrators protesters
    scientists researchers experts study
    vaccine jab inoculation vaccination
    expel expelled expels expulsion
    satellite satellites spacecraft probe
    quit resign resigned resigns resignation
    company firm
    boss chief head director ceo
    trip visit tour`,
  ru: `погибнуть погиб погибли погибла погибших погибший жертва жертвы жертв скончался скончалась умер умерла умерли смерть гибель смертельный летальный
    авария дтп автокатастрофа автоавария столкновение столкнулись катастрофа
    ученый ученые учёные исследователь исследователи исследование специалисты эксперты
    заболеть заразиться заразились заражен заразился заражены инфицированный заболевший заболевших заболели инфицированных
    врач врачи медик медики медработник медработников доктор медицинский
    задержать задержан задержали арестовать арестован арест арестовали
    уволить уволен уволили отставка отправлен снят покинул
    выделить выделил выделит выделят направит направят
    увеличить увеличился вырос выросла выросло рост повысился прибавил подскочил
    снизить снизился упал упали упала сократился сократились падение снижение подешевел
    перенести перенес перенесли перенос отложить отложили отложен
    отменить отменен отменили отмена
    запустить запуск запустили пуск старт стартовал стартовала
    соглашение договор контракт сделка
    переговоры встреча встретились
    взрыв взорвался взорвали подрыв
    пожар возгорание загорелся сгорел сгорели огонь
    автомобиль машина авто легковушка легковой
    школьник школьники ученик ученики
    обнаружить обнаружен обнаружены обнаружили нашли найти найден найдены найдено выявили
    победить победа победил обыграл выиграл одолел
    открыть открытие откроется открыли открыт
    закрыть закрытие закроется закрыли закрывается закрывающийся
    выслать высылка выслали изгнать
    аппарат спутник зонд
    назначить назначен назначили назначение
    еврокомиссия евросоюз ес
    опасность опасный опасны опасна угроза риск вред вредный
    сахар сладкий сладкого сладкое
    показать покажет представить представит рассказать расскажет презентация
    доллар доллары долл
    миллион млн миллионов миллиона
    миллиард млрд миллиардов миллиарда
    тысяча тыс тысяч тысячи
    триллион трлн триллионов
    процент проценты процентов
    фильм картина кинокартина лента
    футболист игрок форвард защитник
    обвинить обвинение обвинили подозревать подозреваемый
    приговорить приговор осудить осужден срок
    ребенок дети детей девочка мальчик подросток
    эпидемия пандемия коронавирус covid
    депутат нардеп нардепы депутаты парламентарий`,
};

/** The first stem of the group to which a stem belongs, or the stem itself. */
export function meaningOf(language: "en" | "ru", stem: (word: string) => string): (stem: string) => string {
  const first = new Map<string, string>();
  for (const group of GROUPS[language].split("\n")) {
    const words = group
      .trim()
      .split(/\s+/)
      .map((word) => stem(word.replaceAll("ё", "е")));
    for (const word of words) if (!first.has(word)) first.set(word, words[0]!);
  }
  return (word) => first.get(word) ?? word;
}
