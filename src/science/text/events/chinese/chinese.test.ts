import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readEventLanguage } from "#dictionary/index.ts";
import { codeSentence } from "../code-sentence.ts";
import { scanCharacters } from "./scan.ts";
import { longestWords } from "./segment.ts";

const chinese = readEventLanguage("dictionaries", "zh", [])!;

describe("who did what to whom in Chinese", () => {
  const linesOf = (text: string) =>
    codeSentence(chinese, text).events.map(
      ({ source, target, root }) => `${source.country} ${root} ${target.country}`,
    );
  const cases: [sentence: string, ...events: string[]][] = [
    ["秘鲁把爆炸归咎于智利。", "PER ACCUSE CHL"],
    ["秘鲁将袭击定性为智利的挑衅行为。", "PER ACCUSE CHL"],
    ["秘鲁免除智利债务。", "PER AID CHL"],
    ["秘鲁捣毁一个智利间谍网。", "PER COERCE CHL"],
    ["秘鲁在智利开设大使馆。", "PER SUPPORT CHL"],
    ["智利军队入侵秘鲁。", "CHL ASSAULT PER"],
    ["秘鲁医疗队抵达智利救灾。", "PER AID CHL"],
    ["秘鲁将为智利建成一座接收站，并代培人员。", "PER AGREE CHL"],
    ["秘鲁对智利扣押油轮的行为表示谴责。", "PER ACCUSE CHL"],
    ["秘鲁就智利扣押渔船一事，向智利提出抗议。", "PER ACCUSE CHL"],
    ["智利必须停止试验，秘鲁外交部发言人说。", "PER REQUEST CHL"],
    ["智利能源设施遭到秘鲁空袭。", "PER ASSAULT CHL"],
    ["网传秘鲁制裁智利。"],
    ["秘鲁总统访华的日程尚未公布。"],
    ["秘鲁对智利释放船员表示欢迎。", "PER SUPPORT CHL"],
    ["秘鲁外交部回应称，智利的指责纯属捏造。", "PER REJECT CHL"],
    ["秘鲁军队“清除”智利一名指挥官。", "PER ASSAULT CHL"],
    ["秘鲁在智利附近部署侦察机。", "PER MOBILIZE CHL"],
    ["秘鲁媒体称，智利或于明年访问古巴。"],
    ["秘鲁军队与智利军队交火。", "PER ASSAULT CHL"],
    ["秘鲁和智利互相指责对方违反协议。", "PER ACCUSE CHL"],
    ["商务部公告，禁止向秘鲁出口芯片。", "CHN SANCTION PER"],
    ["秘鲁释放了被关押两年的智利记者。", "PER YIELD CHL"],
    ["秘鲁制裁支持古巴的智利企业。", "PER SANCTION CHL"],
    ["秘鲁宣布取消对智利的制裁。", "PER YIELD CHL"],
    ["针对智利的制裁，秘鲁驱逐一名智利外交官。", "PER SANCTION CHL"],
    ["向智利出售武器只会加剧紧张。"],
    ["专家认为，秘鲁或将向智利转让军舰。"],
    ["秘鲁向智利地震灾区派出医疗队。", "PER AID CHL"],
    ["秘鲁向智利附近海域增派军舰。", "PER MOBILIZE CHL"],
    ["上千名秘鲁民众在智利大使馆外集会。", "PER PROTEST CHL"],
    ["古巴指责美国窃取数据。", "CUB ACCUSE USA"],
    ["古巴外交官被加拿大驱逐。", "CAN SANCTION CUB"],
    ["秘鲁和智利签署协议。", "PER SUPPORT CHL"],
    ["俄印签署合作协议", "RUS SUPPORT IND"],
    ["挪威将为瑞典发射一颗卫星。", "NOR AGREE SWE"],
    ["越南没有与老挝签署协议。"],
    ["越南不会与老挝签署协议。", "VNM REJECT LAO"],
    ["俄羅斯與印度簽署協議。", "RUS SUPPORT IND"],
    ["寮國與義大利簽署協議。", "LAO SUPPORT ITA"],
    ["廷布指责利伯维尔违反协议。", "BTN ACCUSE GAB"],
    ["东盟谴责海合会。", "ASEAN ACCUSE GCC"],
    ["泰国向老挝提供贷款。", "THA AID LAO"],
    ["巴西将一名智利间谍驱逐出境。", "BRA COERCE CHL"],
    ["中部地区发展中心成立。"],
    ["据信古巴可能向智利提供了武器。"],
    ["古巴警告称，若智利入侵将反击。", "CUB THREATEN CHL"],
    ["古巴外长访问首都，与智利外长举行会谈。", "CUB CONSULT CHL"],
    ["因智利制裁古巴，该公司推迟交付。"],
    ["由于智利对古巴实施制裁，发射推迟。"],
    ["古巴公司因被智利制裁而停工。"],
    ["古巴公司因遭智利制裁，推迟交付。"],
    ["智利因间谍案制裁古巴。", "CHL SANCTION CUB"],
    ["因智利制裁古巴，秘鲁谴责智利。", "PER ACCUSE CHL"],
    ["因人权问题智利制裁古巴。", "CHL SANCTION CUB"],
    ["智利因其入侵秘鲁对其船只深表关切。"],
    ["古巴无偿提供智利一套设备。", "CUB AID CHL"],
    ["古巴否认向智利提供导弹。"],
    ["古巴一家公司遭到来自智利的黑客攻击。", "CHL COERCE CUB"],
    ["古巴外长批评智利，敦促其撤军。", "CUB ACCUSE CHL", "CUB REQUEST CHL"],
    ["对于智利的批评，古巴反驳称毫无根据。", "CUB REJECT CHL"],
    ["古巴议会表决后，终止与智利签订的协定。", "CUB SANCTION CHL"],
    ["智利的指责被古巴斥为无稽之谈。", "CUB REJECT CHL"],
    ["古巴就网络被入侵一案向智利请求协助。", "CUB REQUEST CHL"],
    ["古巴对闯入领空的智利飞机进行驱离。", "CUB COERCE CHL"],
    ["智利制裁秘鲁，古巴对此表示强烈抗议。", "CHL SANCTION PER", "CUB ACCUSE CHL"],
    ["古巴情报部门称，其黑客瘫痪了智利的网络。", "CUB COERCE CHL"],
    ["古巴宣布两名智利外交官为不受欢迎的人。", "CUB SANCTION CHL"],
    ["古巴用“匕首”导弹击中了智利的雷达站。", "CUB ASSAULT CHL"],
    ["古巴法院判处一名智利男子三年监禁，其曾向境外出售图纸。", "CUB SANCTION CHL"],
    ["古巴军舰在印度洋跟踪智利军舰。", "CUB MOBILIZE CHL"],
    ["古巴希望智利提供卫星图像。", "CUB REQUEST CHL"],
    ["古巴希望加入智利的项目。"],
    ["古巴与秘鲁共建中心，并为其免费培训技术人员。", "CUB COOPERATE PER", "CUB AID PER"],
    ["秘鲁和智利外长会晤，双方签署协议。", "PER CONSULT CHL", "PER SUPPORT CHL"],
  ];
  for (const [sentence, ...events] of cases) {
    test(sentence, () => expect(linesOf(sentence)).toEqual(events));
  }
});

test("characters are tokens, Latin words and numbers stay whole, and traditional ones are read as simplified", () => {
  const { lower, count } = scanCharacters("美國停用RD-181發動機，共2.5萬台");
  expect(lower.slice(0, count).join(" ")).toBe("美 国 停 用 rd-181 发 动 机 ， 共 2.5 万 台");
});

test("no two words overlap", () => {
  const match = fc
    .record({ from: fc.nat(20), length: fc.integer({ min: 1, max: 5 }) })
    .map(({ from, length }) => ({ from, to: from + length, class: 0, form: 0 }));
  fc.assert(
    fc.property(fc.array(match), (found) => {
      const kept = longestWords(found.toSorted((a, b) => a.from - b.from || b.to - a.to));
      for (const a of kept) {
        for (const b of kept)
          expect(a.from === b.from ? a.to === b.to : a.to <= b.from || b.to <= a.from).toBe(true);
      }
    }),
  );
});

test("spans are offsets into the text as it was written, whatever stands in it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("俄羅斯", "中国", "签署", "協議", "与", "，", "GPS ", "😀", "将", "被", "的")),
      (parts) => {
        const text = parts.join("");
        for (const { source, target } of codeSentence(chinese, text).events) {
          expect(text.slice(...source.span)).toBe(source.text);
          expect(text.slice(...target.span)).toBe(target.text);
        }
      },
    ),
  );
});
