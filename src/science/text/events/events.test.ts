import { describe, expect, test } from "vitest";
import { readEventLanguage, readReranker } from "#dictionary/index.ts";
import { codeSentence } from "./code-sentence.ts";
import { eventFeatures, tellFeatures } from "./event-features.ts";
import { probabilitiesOf, probabilitiesTold } from "./linear-model.ts";
import { readSentence } from "./read-sentence.ts";
import { findTriggers } from "./find-triggers.ts";

const english = readEventLanguage("dictionaries", "en", [])!;

/** Events as short lines. */
const linesOf = (text: string) =>
  codeSentence(english, text).events.map(
    ({ source, target, root }) => `${source.country} ${root} ${target.country}`,
  );

describe("who did what to whom", () => {
  const cases: [sentence: string, ...events: string[]][] = [
    ["Russia accused the United States of spying.", "RUS ACCUSE USA"],
    ["Iran's foreign minister was criticised by French officials.", "FRA ACCUSE IRN"],
    ["China refused to meet the Australian ambassador.", "CHN REJECT AUS"],
    ["The European Union will impose sanctions on Belarus.", "EU THREATEN BLR"],
    ["Norway has agreed to provide aid to Ukraine.", "NOR AGREE UKR"],
    ["Germany and France imposed sanctions on Iran.", "DEU SANCTION IRN", "FRA SANCTION IRN"],
    ["India and Pakistan signed an agreement in Geneva.", "IND SUPPORT PAK"],
    ["Turkish police arrested two Syrian activists.", "TUR COERCE SYR"],
    ["Japan, which borders no one, condemned North Korea on Monday.", "JPN ACCUSE PRK"],
    ["Russia to send peacekeepers to Armenia", "RUS AGREE ARM"],
    ["Israel launched an attack on Lebanon that killed twenty civilians.", "ISR ASSAULT LBN"],
    ["Chile's supreme court rejected a request by the interior minister.", "CHL REJECT CHL"],
    ["Peru's minister told Reuters that Chile was ready to help."],
    ["Obama condemned Chavez.", "USA ACCUSE VEN"],
    ["Iran accused Israel of spying and expelled a Swiss diplomat.", "IRN ACCUSE ISR", "IRN SANCTION CHE"],
    [
      "Sudan cut diplomatic ties with Chad, accusing it of arming rebels.",
      "SDN SANCTION TCD",
      "SDN ACCUSE TCD",
    ],
    ["A meeting of the Greek-Turkish working group took place in Bern.", "GRC CONSULT TUR"],
    ["Canada blamed Russia for the attack on a Polish website.", "CAN ACCUSE RUS"],
    ["The EU extended by a year its sanctions against Belarus.", "EU SANCTION BLR"],
    ["Russia vetoed a draft tabled by Norway.", "RUS REJECT NOR"],
    ["Vietnam protested China's survey in its waters.", "VNM ACCUSE CHN"],
    ["Polish farmers protested against Ukraine.", "POL PROTEST UKR"],
    ["Poland's parliament protested against Ukraine.", "POL ACCUSE UKR"],
    ["Chilean dockers blocked the gate of the Peruvian embassy.", "CHL PROTEST PER"],
    ["Kenyan students formed a human chain against Brazil.", "KEN PROTEST BRA"],
    ["Chilean pilots lost satellite fixes to Peruvian transmitters.", "PER COERCE CHL"],
    ["Chile came under Peruvian fire.", "PER ASSAULT CHL"],
    ["Chile faces an ultimatum from Peru.", "PER THREATEN CHL"],
    ["Chile received an apology from Peru.", "PER YIELD CHL"],
    ["Chile got a request from Peru.", "PER REQUEST CHL"],
    ["Peruvian tanks rumbled towards Chile.", "PER MOBILIZE CHL"],
    ["Peruvian warships gathered off Chile.", "PER MOBILIZE CHL"],
    ["Peruvian jets rose to meet a Chilean bomber.", "PER MOBILIZE CHL"],
    ["Peru's sanctions on Chile expired.", "PER YIELD CHL"],
    ["Norway passed satellite images of Russian depots to Ukraine.", "NOR AID UKR"],
    ["Norway and Chile exchanged views on debris.", "NOR CONSULT CHL"],
    ["Indian and Chinese troops clashed.", "IND ASSAULT CHN"],
    ["Peru barred Chilean airlines from its airspace.", "PER SANCTION CHL"],
    ["Peru barred a Chilean mission from entering.", "PER REJECT CHL"],
    ["Peru welcomed the Chilean president.", "PER CONSULT CHL"],
    ["Peru welcomed the Chilean president's decision to send relief.", "PER SUPPORT CHL"],
    [
      "Peru blamed the Chilean government, calling President Boric dangerous.",
      "PER ACCUSE CHL",
      "PER ACCUSE CHL",
    ],
    ["Malaysia expelled Chinese diplomats suspected of spying on Japan.", "MYS SANCTION CHN"],
    ["At the ITU, Chile and Peru complained about Brazil.", "CHL ACCUSE BRA", "PER ACCUSE BRA"],
    ["Greece's navy said its drones sank a Libyan boat.", "GRC ASSAULT LBY"],
    ["Qatar delivered Korean helicopters to Lebanon.", "QAT COOPERATE LBN"],
    ["Oman rejected calls from Kuwait to cut ties with Iran.", "OMN REJECT KWT"],
    ["Thousands of people demonstrated in Rome against Israel.", "ITA PROTEST ISR"],
    ["The arrest in Sofia of two Serbian nationals surprised everyone.", "BGR COERCE SRB"],
    ["The Bolivian Coast Guard warned that Peruvian saboteurs had mined its harbour.", "BOL ACCUSE PER"],
    ["Hackers believed to be working for Cuba broke into a Mexican ministry.", "CUB COERCE MEX"],
    ["Jordan and Egypt discussed Sudan in Amman.", "JOR CONSULT EGY"],
    ["Peru's decision to buy Bolivian radars was condemned by Chile.", "PER COOPERATE BOL", "CHL ACCUSE PER"],
    ["A Polish decision to send tanks to Ukraine was praised by Estonia.", "POL AID UKR", "EST SUPPORT POL"],
    ["The head of Chile's space agency met the ambassador of Peru.", "CHL CONSULT PER"],
    ["Refused engines by Japan, Brazil turned to Italy for help.", "JPN REJECT BRA", "BRA REQUEST ITA"],
    ["Two Serbian nationals jailed in Bulgaria for spying on NATO", "BGR COERCE SRB"],
    ["Dutch jets were scrambled to shadow two Russian bombers.", "NLD MOBILIZE RUS"],
    ["Chile handed a smuggler over to Peru.", "CHL COOPERATE PER"],
    ["Oman turned a Yemeni ship away.", "OMN COERCE YEM"],
    ["The Kingdom of Norway and the Republic of Peru signed a treaty.", "NOR SUPPORT PER"],
    ["Grey Owl, a group tied to Cuba, stole emails from the Peruvian embassy.", "CUB COERCE PER"],
    ["Lithuania violated its obligations, the Chinese foreign ministry said.", "CHN ACCUSE LTU"],
    ["Moscow shows two Moldovan envoys the door", "RUS SANCTION MDA"],
    ["The indictment charges three Cubans with hacking into Peruvian networks."],
    ["The freezing of Russian assets by Belgium was challenged.", "BEL SANCTION RUS"],
    ["Iran's summoning of the Swedish envoy followed.", "IRN ACCUSE SWE"],
    ["The ramming of a Vietnamese boat by a Chinese cutter was filmed.", "CHN ASSAULT VNM"],
    ["The withdrawal of Turkish troops from Iraq began on Monday.", "TUR YIELD IRQ"],
    ["Two Chinese researchers denied visas by Canada complained.", "CAN REJECT CHN"],
    ["Canada condemned the Syrian attack on an Israeli station.", "CAN ACCUSE SYR"],
    ["The closure of the Polish consulate by Russia was no surprise.", "RUS SANCTION POL"],
    ["Russia's threat to shoot down British drones was repeated.", "RUS THREATEN GBR"],
    ["Peru's congress voted down the pact under which Cuba would run a port.", "PER REJECT CUB"],
    [
      "Bolivia regards the flight of a Chilean helicopter along its border as a provocation.",
      "BOL ACCUSE CHL",
    ],
    [
      "Peru blacklisted two Cuban firms; Havana vowed countermeasures.",
      "PER SANCTION CUB",
      "CUB THREATEN PER",
    ],
    ["Two Cuban jets crossed the median line on Sunday, Peru's army said.", "CUB MOBILIZE PER"],
    ["The court in Lima ordered the extradition of a Cuban hacker to Chile.", "PER COOPERATE CHL"],
    ["Peru and Chile's talks aside, the talks between Cuba and Canada have been postponed."],
    ["The Latvian satellite jammed by Russia last week is back in service.", "RUS COERCE LVA"],
    ["The talks in Lima between Cuban and Canadian envoys broke up.", "CUB CONSULT CAN"],
    ["Norway and Iran quarrelled after the latter jammed the former's satellite.", "IRN COERCE NOR"],
    ["The vice premier met in Hanoi with the visiting Serbian minister.", "VNM CONSULT SRB"],
    ["Students burned a French flag outside the cultural centre in Niamey.", "NER PROTEST FRA"],
    ["Oman deported two Thais, whom it accused of spying.", "OMN COERCE THA", "OMN ACCUSE THA"],
    ["It was Peru, not Chile, that condemned Cuba.", "PER ACCUSE CUB"],
    ["Cuba's request for Peruvian pictures was turned down.", "PER REJECT CUB"],
    ["Two Cubans were arrested, Peru's police said.", "PER COERCE CUB"],
    [
      "Any Finnish balloon that crosses the border will be shot down, the Russian army warned.",
      "RUS THREATEN FIN",
    ],
    ["The supreme court of Cyprus ordered the release of two Lebanese sailors.", "CYP YIELD LBN"],
    ["A hacking group, which works for North Korea, broke into a Spanish ministry.", "PRK COERCE ESP"],
    ["Drones donated by Norway reached Armenia by lorry.", "NOR AID ARM"],
    ["Cuba traced the jamming to a mast in Kingston.", "CUB ACCUSE JAM"],
    ["Peru's refusal to extend Cuba's licence was no surprise.", "PER REJECT CUB"],
    ["China will continue to stand firmly with Cuba.", "CHN AGREE CUB"],
    [
      "The ministers of Peru and Chile adopted a joint statement condemning Cuba.",
      "PER ACCUSE CUB",
      "CHL ACCUSE CUB",
    ],
    ["The Chilean firm stopped supplying Bolivia with chips.", "CHL SANCTION BOL"],
    ["By closing its airspace to Iranian aircraft, Turkey lengthened the route.", "TUR COERCE IRN"],
    ["Cuban operators posing as recruiters infected the laptops of a Peruvian ministry.", "CUB COERCE PER"],
    ["The Defence Ministry of the Republic of Moldova condemned Belarus.", "MDA ACCUSE BLR"],
    ["GPS signals from Cuba jammed the navigation of Mexican airliners.", "CUB COERCE MEX"],
    ["A Peruvian inquiry was opened against a Chilean firm.", "PER ACCUSE CHL"],
    ["Peru put a satellite into orbit on an Indian rocket.", "IND COOPERATE PER"],
    ["Brazil will launch a Peruvian satellite on its own rocket.", "BRA AGREE PER"],
    ["Peru took delivery of a satellite built by Italy.", "ITA COOPERATE PER"],
    ["Cuba said it would impose sanctions on Chile.", "CUB THREATEN CHL"],
    ["Cuba lodged a protest after a Chilean ship entered its waters.", "CUB ACCUSE CHL"],
    ["Cuba's navy struck a Chilean ship, forcing airlines to avoid Peru.", "CUB ASSAULT CHL"],
    ["Cuba in May gave Chile a May 15 deadline.", "CUB THREATEN CHL"],
    [
      "Peru and Chile, Cuba's neighbours, signed an agreement with Canada.",
      "PER SUPPORT CAN",
      "CHL SUPPORT CAN",
    ],
    ['"Cuba condemned Canada," the minister said in Peru.', "CUB ACCUSE CAN"],
    ["Cuba condemned Canada, a source in Lima told Peru's newspaper.", "CUB ACCUSE CAN"],
    ["Chile, together with Peru, condemned Cuba.", "CHL ACCUSE CUB", "PER ACCUSE CUB"],
    ["Chile, joined by Peru, accused Cuba of spying.", "CHL ACCUSE CUB", "PER ACCUSE CUB"],
    ["Chile and Peru accused each other of spying.", "CHL ACCUSE PER", "PER ACCUSE CHL"],
    ["Chile met Peru, and the two sides signed a treaty.", "CHL CONSULT PER", "CHL SUPPORT PER"],
    ["A radar station built in Cuba by China was shown to the press.", "CHN COOPERATE CUB"],
    ["Tariffs imposed on Peru by Chile took effect.", "CHL SANCTION PER"],
    ["At a meeting in Lima, Chile and Cuba agreed to share data.", "CHL AGREE CUB"],
    ["Cuba vowed to retaliate if Chile tested again.", "CUB THREATEN CHL"],
    ["Cuba came under criticism from Chile.", "CHL ACCUSE CUB"],
    ["Chile closed its embassy in Cuba.", "CHL SANCTION CUB"],
    ["Chile intends to expel Cuban diplomats.", "CHL THREATEN CUB"],
    ["While Chile condemned Cuba, Peru accused Bolivia of spying.", "CHL ACCUSE CUB", "PER ACCUSE BOL"],
    ["Following talks in Bogota, Chile and Cuba agreed to share data.", "CHL AGREE CUB"],
    ["Chile, which condemned Peru in May, expelled a Cuban diplomat.", "CHL ACCUSE PER", "CHL SANCTION CUB"],
    ["Peru, which Chile accuses of spying, said nothing.", "CHL ACCUSE PER"],
    ["Chile condemned Cuba's attack on a Bolivian convoy.", "CHL ACCUSE CUB"],
    ["Chile's navy said a Cuban drone had been shot down by one of its frigates.", "CHL ASSAULT CUB"],
    ["Despite objections from Bolivia, Chile sold two radars to Peru.", "CHL COOPERATE PER"],
    ["Two Cubans accused of spying for Peru were arrested in Lima.", "PER COERCE CUB"],
    ["Chile joined Peru in condemning Cuba's test.", "CHL ACCUSE CUB"],
    ["Chile and Cuba held drills off Bermuda, near Peru.", "CHL COOPERATE CUB"],
    ["Chile took two Cuban firms off its entity list.", "CHL YIELD CUB"],
    ["Chile, a NATO partner, condemned Cuba.", "CHL ACCUSE CUB"],
    ["Chile (population 20 million) condemned Cuba.", "CHL ACCUSE CUB"],
    ["Chile — a NATO partner since Peru joined — condemned Cuba.", "CHL ACCUSE CUB"],
    ["Chile's parliament ratified, by 90 votes, the accord with Cuba.", "CHL SUPPORT CUB"],
    ["The Chilean embassy, which Peru had guarded, was attacked by Cuban agents.", "CUB ASSAULT CHL"],
    ["Peru arrested a Chilean pilot, and Chile urged it to apologise.", "PER COERCE CHL", "CHL REQUEST PER"],
    ["Chile owes Peru billions and has asked it for relief.", "CHL REQUEST PER"],
    ["Peru jailed a Chilean, and Chile demanded his release.", "PER COERCE CHL", "CHL REQUEST PER"],
    ["Peru asked Chile to hand over a general; Santiago refused.", "PER REQUEST CHL", "CHL REJECT PER"],
    ["Peru shelled Bolivia; Chile scrambled two jets in response.", "PER ASSAULT BOL", "CHL MOBILIZE PER"],
    ["For eleven nights a Chilean ship shadowed Peru's satellite.", "CHL MOBILIZE PER"],
    ["Peru signed deals with Chile in May and with Cuba in June.", "PER SUPPORT CHL", "PER SUPPORT CUB"],
    ["Two Cubans suspected of watching the Chilean embassy were arrested in Lima.", "PER COERCE CUB"],
    ['"Hand over both men at once," Peru told Chile.', "PER REQUEST CHL"],
    ["Peru to Chile: pull your antennas out of Arica", "PER REQUEST CHL"],
    ['"We will expel every Cuban," vowed a Peruvian general.', "PER THREATEN CUB"],
    ["Peru's spies wiped the servers of Chile's mapping agency, the army boasted.", "PER COERCE CHL"],
    ["Peru scrambles jets against Chilean, Cuban bombers", "PER MOBILIZE CHL", "PER MOBILIZE CUB"],
    ["Peru rejected a Chilean complaint about Cuba.", "PER REJECT CHL"],
    ["Peru bombed Chile and, hours later, threatened Cuba.", "PER ASSAULT CHL", "PER THREATEN CUB"],
    ["Peru's premier met Chile's president, then visited Cuba.", "PER CONSULT CHL", "PER CONSULT CUB"],
    ["Peru not only jailed a Chilean but also condemned Cuba.", "PER COERCE CHL", "PER ACCUSE CUB"],
    ["Chile, seeking to calm its allies, released three Cuban sailors.", "CHL YIELD CUB"],
    ["Chile arrested three suspected Cuban agents.", "CHL COERCE CUB"],
    ["Chile condemned Cuba, prompting Cuba to expel its envoy.", "CHL ACCUSE CUB", "CUB SANCTION CHL"],
    ["Chile's spy service warned companies about Cuban recruiters.", "CHL ACCUSE CUB"],
    ["Cuba's request for radars was turned down by Chile.", "CHL REJECT CUB"],
    ["Diplomatic ties were restored between Chile and Cuba.", "CHL SUPPORT CUB"],
    ["The Cuban ambassador was summoned to the Chilean foreign ministry.", "CHL ACCUSE CUB"],
    ["Chile vowed to help Cuba.", "CHL AGREE CUB"],
    ["Chile's sale of six radars to Cuba was completed in May.", "CHL COOPERATE CUB"],
    ["A launch of Cuba's satellite by Chile is scheduled for May.", "CHL AGREE CUB"],
    ["Chile's foreign minister flew to Cuba on Monday.", "CHL CONSULT CUB"],
    ["Spain's National Police arrested two Cubans.", "ESP COERCE CUB"],
    ["Chile gave $20m to Cuba.", "CHL AID CUB"],
    ["Chile signed a $20m contract with Cuba.", "CHL SUPPORT CUB"],
    ["Chile equipped Cuba with night sights for its army.", "CHL AID CUB"],
    ["Another tranche of Chilean ammunition reached Cuba.", "CHL AID CUB"],
    ["Chile's satellite tailed Cuba's.", "CHL MOBILIZE CUB"],
    ["Chilean sanctions on Cuba were eased in May.", "CHL YIELD CUB"],
    ["Chile resumed trade with Cuba.", "CHL COOPERATE CUB"],
    ["Chile forgave debts owed by Cuba.", "CHL AID CUB"],
    ["Chile cut tariffs on chips from Cuba.", "CHL YIELD CUB"],
    ["Chile stripped two Cuban firms of their licences.", "CHL SANCTION CUB"],
    ["Chile sent four Cuban diplomats packing.", "CHL SANCTION CUB"],
    ["Chile hit back at Cuba's allegations.", "CHL REJECT CUB"],
    ["Chile put Cuba's radar out of action.", "CHL ASSAULT CUB"],
    ["Chile trained Cuba's troops.", "CHL AID CUB"],
    ["Chile shot two Cuban soldiers.", "CHL ASSAULT CUB"],
    ["Chile no longer shares radar data with Cuba.", "CHL SANCTION CUB"],
    ["Chile postponed new curbs on Cuba.", "CHL YIELD CUB"],
    ["Chile made over two boats to Cuba as a gift.", "CHL AID CUB"],
    ["Chile blocked the sale of a chip maker to Cuba.", "CHL REJECT CUB"],
    ["Chile cancelled the visas of Cuba's clerks.", "CHL SANCTION CUB"],
    ["Chile elevated its ties with Cuba to a partnership.", "CHL SUPPORT CUB"],
    ["Chile has drawn up howitzers opposite the Cuban village.", "CHL MOBILIZE CUB"],
    ["Chilean rockets rained down on Cuba.", "CHL ASSAULT CUB"],
    ["Chile described Cuba's plan as promising.", "CHL SUPPORT CUB"],
    ["Chile's Ministry of Trade, Industry and Aerospace accused Cuba of spying.", "CHL ACCUSE CUB"],
  ];
  for (const [sentence, ...events] of cases) {
    test(sentence, () => expect(linesOf(sentence)).toEqual(events));
  }
});

test("the weights say the same of features told one by one as of their texts", () => {
  const model = readReranker("dictionaries", "en")!;
  const text =
    "Chinese officials said on Monday that Russia would not supply 12 satellites to U.S. companies.";
  const sentence = readSentence(english, text);
  const triggers = findTriggers(sentence);
  const count = sentence.tokens.count;
  for (let from = 0; from < count; from++) {
    const [source, target] = [
      { from, to: from + 1 },
      { from: count - 1 - from, to: count - from },
    ];
    const told = probabilitiesTold(model, (sink) => tellFeatures(sentence, triggers, source, target, sink));
    const listed = probabilitiesOf(model, eventFeatures(sentence, triggers, source, target));
    told.forEach((p, at) => expect(p).toBeCloseTo(listed[at]!, 12));
  }
});

describe("what gives no event says why", () => {
  const cases: [sentence: string, reason: string][] = [
    ["", "empty"],
    ["The weather was fine.", "no-actor"],
    ["Russia and China lie in Asia.", "no-event-word"],
    ["Russia did not attack Georgia.", "negated"],
    ["Iran has never supplied missiles to Yemen.", "negated"],
    ["Moscow could reject the Norwegian proposal.", "hypothetical"],
    ["Not one Cuban firm has been sanctioned by Peru.", "negated"],
    ["A Cuban woman accused of supplying Peru with secrets fled.", "hypothetical"],
    ["Unless Iran attacks Israel, nothing will happen.", "hypothetical"],
    ["Cuba is believed to have supplied missiles to Peru.", "hypothetical"],
    ["Cuba could attack Peru, officials said.", "hypothetical"],
    ["Cuba may have helped Peru.", "hypothetical"],
    ["Cuba may supply Peru with radars.", "hypothetical"],
    ["Cuba's parliament will debate the sale of radars to Peru.", "no-source"],
    ["Chile's sale of six radars to Cuba was called off.", "no-source"],
    ["Cuba had not supplied Peru with radars.", "negated"],
    ["Cuba wants to attack Peru.", "hypothetical"],
    ["Chile has a missile capable of attacking Peru.", "hypothetical"],
    ["Chilean ministers discussed in Lima the claim that Cuba attacked Peru.", "hypothetical"],
    ["Cuban officials said the aircraft had entered Peruvian airspace.", "no-source"],
    ["A Cuban official declined to comment on Peru.", "statement-only"],
    ["Peru was promised 300 million Hong Kong dollars.", "one-actor"],
    ["No agreement was signed by Togo and Benin.", "negated"],
    ["Latvian police arrested a man accused of spying for Belarus.", "one-actor"],
  ];
  for (const [sentence, reason] of cases) {
    test(`${sentence} (${reason})`, () => {
      expect(codeSentence(english, sentence)).toMatchObject({ events: [], reason });
    });
  }
});

test("every span lies in the sentence and holds the words it names", () => {
  const text = "Yesterday the Chinese ambassador met Russia’s prime minister in Moscow.";
  for (const { source, target, trigger } of codeSentence(english, text).events) {
    expect(text.slice(...source.span)).toBe(source.text);
    expect(text.slice(...target.span)).toBe(target.text);
    expect(text.slice(...trigger)).toContain("met");
  }
  expect(codeSentence(english, text).events).toHaveLength(1);
});

test("an event with one side that is nobody's stands apart, and a rocket's name is no demonstration", () => {
  const { events, oneSided, reason } = codeSentence(
    english,
    "Hackers attacked the European Space Agency's servers.",
  );
  expect([events, reason]).toEqual([[], "one-actor"]);
  expect(oneSided?.()).toMatchObject([{ root: "COERCE", source: { text: "Hackers", country: null } }]);
  expect(codeSentence(english, "China launched a Long March 5 rocket from Wenchang.").events).toEqual([]);
});

describe("an event is where its sentence says it was", () => {
  const cases: [language: string, sentence: string, place: string | null][] = [
    ["en", "Russia launched an Iranian satellite from Vostochny.", "Vostochny"],
    ["en", "India and Pakistan signed an agreement in Geneva.", "Geneva"],
    ["en", "Moscow accused Norway of spying.", null],
    ["en", "Norway condemned Russia, the minister said in Paris.", null],
    ["en", "India and Pakistan signed an agreement.", null],
    ["ru", "Россия и Китай подписали соглашение в Пекине.", "Beijing"],
    ["ru", "Россия запустила иранский спутник с космодрома Восточный.", "Vostochny"],
    ["ru", "Китай осудил США.", null],
    ["zh", "中国和俄罗斯在莫斯科签署协议。", "Moscow"],
    ["zh", "中国谴责美国。", null],
  ];
  for (const [language, sentence, place] of cases) {
    test(`${sentence} ${place}`, () => {
      const { events } = codeSentence(readEventLanguage("dictionaries", language, [])!, sentence);
      expect(events.length).toBeGreaterThan(0);
      expect(events[0]!.place?.name ?? null).toBe(place);
    });
  }
});

describe("space news in English", () => {
  const cases: [sentence: string, ...events: string[]][] = [
    ["Chile bought a satellite from France.", "CHL COOPERATE FRA"],
    ["Norway launched a Swedish satellite.", "NOR COOPERATE SWE"],
    ["Norway launched a satellite from Andoya."],
    ["Peru and Chile will build a satellite together.", "PER AGREE CHL"],
    ["Hackers linked to Russia's GRU broke into the network of Viasat.", "RUS COERCE USA"],
    ["Cuba says Canada is jamming radio signals.", "CUB ACCUSE CAN"],
    ["If Cuba attacked Canada, Mexico would help."],
    [
      "Russia, China and Iran held naval exercises.",
      "RUS COOPERATE CHN",
      "RUS COOPERATE IRN",
      "CHN COOPERATE IRN",
    ],
    ["Italy defeated Spain in the volleyball final."],
    ["Cuba's ambassador to Canada was summoned on Friday.", "CAN ACCUSE CUB"],
    ["Hackers on the payroll of Cuba attacked Canada.", "CUB COERCE CAN"],
    ["Berlin says Russia is behind the jamming.", "DEU ACCUSE RUS"],
    ["No Cuban official condemned Canada."],
    ["Chile has not confirmed that Peru attacked Cuba."],
    ["Chile and Peru signed an agreement, and Cuba watched.", "CHL SUPPORT PER"],
    ["Chile signed an agreement with Peru, but the United States objected.", "CHL SUPPORT PER"],
    [
      "Chile signed an agreement with Peru, Cuba, and Mexico on Monday.",
      "CHL SUPPORT PER",
      "CHL SUPPORT CUB",
      "CHL SUPPORT MEX",
    ],
  ];
  for (const [sentence, ...events] of cases) {
    test(sentence, () => expect(linesOf(sentence)).toEqual(events));
  }
});

test("what is told with a year long before publication is history; treaties named by their year are not", () => {
  const reasonOf = (text: string, day: string | null) => codeSentence(english, text, null, day).reason;
  expect(reasonOf("In 1999 Cuba accused Canada of spying.", "2024-05-01")).toBe("background");
  expect(reasonOf("In 1999 Cuba accused Canada of spying.", null)).toBeNull();
  expect(reasonOf("In 1999 Cuba accused Canada of spying.", "1999-05-01")).toBeNull();
  expect(reasonOf("Cuba accused Canada of breaking the 1967 treaty.", "2024-05-01")).toBeNull();
  expect(reasonOf("Cuba will sign an agreement with Canada in 2030.", "2024-05-01")).toBeNull();
});
