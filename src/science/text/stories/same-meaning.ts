/** Words that reports of one event choose between; each group counts as its first word. Our own lists. */
const GROUPS: Readonly<Record<"en" | "ru", string>> = {
  en: `dead killed died death deaths dies kill fatal fatally victims casualties toll
    sacked dismissed ousted
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
    trip visit tour
    murder murdered slain slaying homicide
    shot shooting gunman shooter gunfire
    stabbed stabbing knife
    injured wounded hurt injuries injury
    stolen theft robbery robbed stole burglary
    earthquake quake tremor
    flood flooding floods deluge
    storm hurricane typhoon cyclone
    plane aircraft jet airliner
    ship vessel boat
    court judge judges tribunal
    lawsuit sues sued litigation
    police cops officers
    charged charges indicted indictment accused
    sentence sentenced convicted guilty
    ban banned bans prohibits barred
    legislation bill
    tariff tariffs duties levy
    election vote voters polls ballot
    lawmakers mps
    uk britain british
    us american america americans
    china chinese
    russia russian russians
    india indian
    japan japanese
    germany german
    france french
    spain spanish
    israel israeli
    iran iranian
    ukraine ukrainian
    poland polish
    turkey turkish
    film movie
    award prize honour honor
    wedding married marriage marries weds
    divorce separated
    pregnant birth
    match game fixture
    coach manager
    player striker midfielder defender footballer
    goal scored scores
    title championship trophy
    phone smartphone handset
    app application
    hack hacked breach hackers cyberattack
    job jobs employment workers staff employees
    layoffs cuts redundancies
    profit earnings income
    revenue sales turnover
    shares stock stocks
    hospital hospitalised hospitalized clinic
    doctor doctors physician medics
    pollution smog
    school pupils students
    rescue rescued saved
    missing vanished disappeared disappearance
    found discovered discovers discovery finds
    warn warned warns warning
    urge urges urged
    praise hails hailed lauds
    slam slams slammed criticise criticised criticizes condemned condemns
    begin begins started starts
    end ends ended finish finished concluded
    closed closes closure shuts shut
    improve improves upgrades upgrade enhanced
    build construction built`,
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
    депутат нардеп нардепы депутаты парламентарий
    убить убит убийство убийца зарезать застрелить
    напасть нападение атаковать атака
    обстрел обстрелять обстреляли
    ранить раненый ранен пострадать пострадавший травма травмировать
    украсть украл кража похитить похищение ограбить ограбление
    мошенник мошенничество аферист
    землетрясение подземный сейсмический
    наводнение паводок затопление подтопление
    ураган шторм тайфун буря
    самолет авиалайнер лайнер
    корабль судно теплоход
    космонавт астронавт
    суд судья судебный трибунал
    прокуратура прокурор
    адвокат юрист
    полиция полицейский правоохранитель милиция мвд
    следствие следователь ск
    тюрьма колония сизо заключение заключенный
    штраф оштрафовать
    закон законопроект
    запрет запретить запретили
    разрешить разрешение позволить
    карантин самоизоляция изоляция
    вакцина прививка вакцинация
    больница госпиталь госпитализировать клиника стационар
    выздороветь вылечиться излечиться выздоровление
    зарплата оклад заработок
    пособие выплата выплатить
    цена стоимость тариф
    купить покупка приобрести
    продать продажа
    построить строительство возвести стройка
    снос снести демонтаж демонтировать
    митинг протест демонстрация пикет
    выборы голосование избирательный
    посол посольство дипломат
    визит поездка посетить
    отказаться отказ отвергнуть отклонить
    критиковать критика раскритиковать
    предупредить предупреждение предостеречь
    комментарий прокомментировать оценить
    опровергнуть опровержение
    подтвердить подтверждение
    побег сбежать скрыться
    эвакуировать эвакуация
    спасти спасение спасатель мчс
    пропасть исчезнуть исчезновение
    крушение рухнуть обрушиться обрушение разбиться
    труп тело останки
    синоптик метеоролог гидрометцентр
    снег снегопад метель
    дождь ливень осадки
    певец певица исполнитель
    премия награда наградить лауреат
    свадьба пожениться жениться
    развод развестись расстаться
    беременный беременность
    матч поединок
    тренер наставник
    чемпионат первенство турнир
    телефон смартфон
    хакер кибератака взлом взломать
    нефть нефтяной
    газ газовый газопровод
    центробанк цб
    завод предприятие фабрика
    сотрудник работник персонал
    студент студентка вуз университет
    аспирант аспирантка выпускник выпускница
    учитель педагог преподаватель
    пенсионер пенсия пенсионный
    завершить окончить закончить завершение
    приостановить приостановка прекратить остановить
    долг задолженность
    помощь поддержка поддержать помочь
    вернуть возврат возвращение
    россия рф российский россиянин
    сша американский америка
    великобритания британский британия англия английский
    германия немецкий германский фрг
    франция французский
    польша польский
    турция турецкий
    греция греческий
    чехия чешский
    норвегия норвежский
    литва литовский
    белоруссия беларусь белорусский
    нидерланды голландия голландский
    китай китайский кнр
    япония японский
    швеция шведский
    финляндия финский
    испания испанский
    петербург петербургский питер спб`,
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
