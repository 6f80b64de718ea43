/** Words that stand in nearly every text and tell nothing about it. */
const EMPTY: Readonly<Record<string, string>> = {
  en: `a an the and or but if of in on at by to for from with without into onto over under about after before as
    than then that this these those there here it its he him his she her they them their we us our you your i me my
    is are was were be been being am do does did done have has had having will would shall should can could may might
    must not no nor so such only also just more most much many some any all both each every other another one two
    what which who whom whose when where why how again against between during through up down out off now while
    because until since per via s t re ve ll d m very too still even yet ever never however there's`,
  ru: `и в во не на я с со он она оно они что как а то все всё так его ее её их но да ты к ко у же вы за бы по только
    мне было вот от меня еще ещё нет о об обо из ему теперь когда даже ну ли если уже или ни быть был была были него до
    нее вас нибудь уж вам ведь там потом себя ничего ей может могут тут где есть надо ней для мы тебя им чем сам чтоб
    чтобы без будто чего раз тоже себе под будет будут ж кто этот того потому этого какой ним здесь этом один одна
    почти мой тем нее сейчас куда зачем всех никогда можно при наконец два три другой хоть после над больше тот через
    эти эта это этой этих нас про всего них какая много разве лучше чуть том нельзя такой такая такие им более всегда
    конечно всю между также однако который которая которое которые которых котором которой которую которого свой своей
    своего своих свои своем является являются стал стала стало стали пока около перед среди ради согласно также лишь`,
};

/** Words of half the news, whatever it is about. */
const FREQUENT: Readonly<Record<string, string>> = {
  en: `say said says tell told report reported reports according year years day days week month time today monday
    tuesday wednesday thursday friday saturday sunday people man men woman new first last next government president
    minister company official officials country state world make made take took get got go went come came see know
    think want use used give work part number million billion percent group news statement spokesman added announced
    including early late long high good great old big national international public media city home back way three
    four five ten january february march april june july august september october november december source sources
    set plan plans expected called call show need end start began since year-old put found around along well told
    read photo image video comment story update file press agency reuters life place change help leave left bring
    hold held turn keep lead run move live believe happen become became appear include continue remain follow`,
  ru: `год года году лет день дня дней неделя месяц время сегодня вчера завтра понедельник вторник среда четверг
    пятница суббота воскресенье сообщить сообщил сообщила сообщили сообщает сообщают сообщается заявить заявил заявила
    отметить отметил отметила рассказать рассказал рассказала рассказали сказать сказал говорит говорить говорится
    отмечается пишет пишут передает передают уточнил уточняется подчеркнул добавил напомним напомнить известно ранее
    человек люди людей россия россии российский российская российские рф москва страна страны президент министр
    правительство власти глава руководитель представитель пресс служба агентство новости новость сми издание источник
    слова словам данные данным информация информации мнение вопрос решение работа работать результат первый второй
    третий новый последний большой главный самый каждый должен может смочь мочь стать начать начало конец часть число
    место дело жизнь мир город область район регион региона регионы тысяча тысяч миллион миллионов миллиард процент
    рубль рублей январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь января февраля марта
    апреля мая июня июля августа сентября октября ноября декабря фото видео читать читайте также опубликовать сайт
    ссылка telegram facebook канал подписывайтесь корреспондент газета время момент случай ситуация состояние связь
    причина развитие помощь система компания организация группа общий сделать получить хотеть знать видеть считать
    находиться пройти провести проводить принять дать взять идти прийти выйти являться оказаться произойти составить
    украина украины украинский сша американский сообщение однако именно вместе несколько нужно необходимый поэтому
    около свыше более менее из-за пресс-служба временем ходе отношении`,
};

/** Words of many texts of one kind. */
const COMMON: Readonly<Record<string, string>> = {
  en: `police court war party law case health school team game player season market price money bank business service
    space launch mission satellite rocket station science technology system data test program project research
    security military defence defense force attack election vote campaign leader member chief head director court
    family child children student house street road car water air food film music book star fan club league cup match
    win won lose lost beat score point play coach city local area north south east west european american british
    chinese russian indian trump biden china russia india america britain europe pandemic coronavirus covid virus
    hospital doctor patient death died killed dead fire accident crash arrest charge trial prison judge lawyer
    agreement deal talk meeting visit trade tax budget growth cost sale share stock investor industry product online
    internet app phone user site website social decision issue problem question result record level rate rise fall
    increase support open close power energy oil gas job worker union right law policy community event`,
  ru: `полиция суд дело закон партия выборы депутат депутаты дума рада война армия военный военные оборона безопасность
    школа дети ребенок ребенка семья женщина мужчина врач врачи больница пациент здоровье болезнь коронавирус
    коронавируса пандемия эпидемия вирус заболевание инфекция карантин режим самоизоляция смерть погиб погибли умер
    скончался авария дтп пожар преступление уголовный следствие следователь прокуратура задержать арест обвинение приговор
    убийство команда клуб матч игра игрок сезон чемпионат турнир победа тренер футбол хоккей сборная рынок цена деньги
    банк доллар доллары бизнес бюджет средства сумма рост экономика развитие предприятие завод производство продажа
    космос космический ракета спутник аппарат станция пуск запуск наука ученые ученый исследование технология проект
    программа система соглашение договор переговоры встреча визит международный сотрудничество поддержка мера меры
    житель жители местный дом улица дорога автомобиль машина водитель вода воздух погода температура фильм музыка
    артист певица певец актер звезда концерт театр книга интернет сеть пользователь социальный опубликовал снимок
    китай китайский европа европейский германия франция великобритания путин трамп зеленский киев петербург
    санкт-петербург губернатор мэр совет комитет министерство департамент управление сотрудник специалист эксперт
    проверка проблема условие уровень право граждане гражданин население помощь район округ край республика`,
};

/** How many nats of surprise a word carries that is not listed. */
const UNLISTED = 6;
const TIERS = [
  { words: COMMON, surprise: 4 },
  { words: FREQUENT, surprise: 2 },
  { words: EMPTY, surprise: 0 },
];

/**
 * The background of rarity for one language: how surprising a stem is in news at large, in nats (the logarithm of one
 * over the share of texts that have it), in four steps from our own lists.
 */
export function backgroundSurprise(
  language: "en" | "ru",
  stem: (word: string) => string,
): (stem: string) => number {
  const surprise = new Map<string, number>();
  for (const tier of TIERS) {
    for (const word of tier.words[language]!.split(/\s+/))
      surprise.set(stem(word.replaceAll("ё", "е")), tier.surprise);
  }
  return (stem) => surprise.get(stem) ?? UNLISTED;
}
