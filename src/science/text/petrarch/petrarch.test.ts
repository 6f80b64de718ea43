import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codePetrarch, compilePetrarch } from "./index.ts";

const ACTORS = `
<!-- invented countries -->
NORLAND_ [NOR] # a remark
+NORLANDER
SUDLAND [SUD]
OSTMARK [OST]
THE_ISLES [WES/EAS]
WARLORD
	[SUDREB <20000101]
	[SUDGOV 20000101-20101231]
	[SUDELI >20101231]
NOBODY [---]
`;
const AGENTS = `
!MINST! = MINISTER, MINISTRY
!MINST!_OF_TRADE [~GOVTRD]
SOLDIER [~MIL]
POLICE {} [~COP]
RELIEF_AGENCY [NGO~]
`;
const VERBS = `
&GOODS
+WHEAT
+IRON ORE

--- CONDEMN [111] ---
CONDEMN
- WILL NOT * [050]

--- SIGN [057:057] ---
SIGN
- * TRADE_PACT [061]

--- SHIP [---] ---
SHIP {SHIPS SHIPPED}
- * &GOODS TO + [071]

--- VISIT [042:043] ---
VISIT

--- RENEW [---] ---
RENEW
- % * TIES [050:050]
`;
const DICTIONARY = compilePetrarch(
  { actors: ACTORS, agents: AGENTS, verbs: VERBS, discards: "FOOTBALL # no politics" },
  new Map(),
);

const coded = (text: string, day: string | null = null) =>
  codePetrarch(DICTIONARY, text, day)
    .events.map(({ source, target, code }) => `${source} ${target} ${code}`)
    .join("; ");

describe("sentences by PETRARCH's dictionaries", () => {
  const cases: [name: string, sentence: string, events: string][] = [
    ["a verb has its own code", "Norland condemned Sudland.", "NOR SUD 111"],
    ["agents stand behind their actor", "Norland's police condemned Sudland soldiers.", "NORCOP SUDMIL 111"],
    ["or before it", "Soldiers of Norland condemned the Sudland Ministry of Trade.", "NORMIL SUDGOVTRD 111"],
    ["some codes go before the actor's", "A relief agency of Norland condemned Sudland.", "NGONOR SUD 111"],
    ["joined parties all count", "Norland and Ostmark condemned Sudland.", "NOR SUD 111; OST SUD 111"],
    [
      "they share their agents",
      "Soldiers of Norland and Ostmark condemned Sudland.",
      "NORMIL SUD 111; OSTMIL SUD 111",
    ],
    ["a name may stand for several", "The Isles condemned Sudland.", "WES SUD 111; EAS SUD 111"],
    ["two codes go both ways", "Norland visited Sudland.", "NOR SUD 042; SUD NOR 043"],
    [
      "without a target such a code is mutual",
      "Norland and Sudland signed a treaty.",
      "NOR SUD 057; SUD NOR 057",
    ],
    ["a pattern comes before the verb", "Norland signed a trade pact with Sudland.", "NOR SUD 061"],
    [
      "words tied by _ stand together",
      "Norland signed a trade peace pact with Sudland.",
      "NOR SUD 057; SUD NOR 057",
    ],
    ["a set of words fits any of them", "Norland shipped iron ore to Sudland.", "NOR SUD 071"],
    ["a pattern without code and fit is no event", "Norland shipped sheep to Sudland.", ""],
    [
      "several are one party of a pattern",
      "Norland and Ostmark have renewed ties.",
      "NOR OST 050; OST NOR 050",
    ],
    ["words before the verb count", "Norland will not condemn Sudland.", "NOR SUD 050"],
    ["a passive turns the sides", "Norland was condemned by Sudland.", "SUD NOR 111"],
    ["a verb behind its article is a noun", "The visit pleased Norland and Sudland.", ""],
  ];
  test.each(cases)("%s: %s", (_, sentence, events) => {
    expect(coded(sentence)).toBe(events);
  });
});

test("an actor has the code of the day, and none of a time where the day is unknown", () => {
  const sentence = "The warlord condemned Norland.";
  expect(coded(sentence, "19991231")).toBe("SUDREB NOR 111");
  expect(coded(sentence, "20050101")).toBe("SUDGOV NOR 111");
  expect(coded(sentence, "20240101")).toBe("SUDELI NOR 111");
  expect(coded(sentence)).toBe("");
});

test("what is not coded has a reason", () => {
  const reason = (text: string) => codePetrarch(DICTIONARY, text, null).reason;
  expect(reason("Nobody condemned anything.")).toBe("no-actor");
  expect(reason("Norland slept beside Sudland.")).toBe("no-event-word");
  expect(reason("Norland condemned the rain.")).toBe("one-actor");
  expect(reason("Norland condemned Sudland at football.")).toBe("discarded");
});

test("no run of words gives a code that the dictionary has not, or an event of one side", () => {
  const codes = new Set(["111", "050", "057", "061", "071", "042", "043"]);
  const word = fc.constantFrom(
    ...[
      "Norland",
      "Sudland",
      "Isles",
      "the",
      "soldiers",
      "of",
      "and",
      ",",
      "condemned",
      "by",
      "was",
      "visit",
      "ties",
      "renewed",
      "'s",
      "(",
    ],
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 14 }), (words) => {
      for (const { source, target, code } of codePetrarch(DICTIONARY, words.join(" "), null).events) {
        expect(codes.has(code) && source !== target).toBe(true);
      }
    }),
  );
});
