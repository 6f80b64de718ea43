import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readRecord } from "#cycle/collect/sources/record.ts";
import { issueLine } from "#model/input-error.ts";
import { replaced, SOURCE_COLUMNS, watchWith } from "./changed-example.ts";
import { checkWatch } from "./check-watch.ts";

/** What the check says of a watch, without the folder. */
const linesOf = (dir: string) =>
  checkWatch(dir, readRecord).issues.map((issue) => issueLine(issue).replaceAll(`${dir}/`, ""));

describe("one fault gives one line, at its place", () => {
  const cases: [name: string, file: string, from: string | RegExp, to: string, line: string][] = [
    // The files by themselves.
    [
      "a key slightly off",
      "watch.yaml",
      "writtenOn:",
      "writenOn:",
      'watch.yaml:9:1: unknown key "writenOn"; expected "writtenOn"',
    ],
    [
      "a key that is missing",
      "watch.yaml",
      "startMonth: 2020-01\n",
      "",
      'watch.yaml:3:1: no "startMonth"; expected text',
    ],
    [
      "a key nobody knows",
      "watch.yaml",
      "startMonth:",
      "colour: blue\nstartMonth:",
      'watch.yaml:10:1: unknown key "colour"; expected one of id, name, question, about, language, writtenOn, startMonth, marking, reportingGrowth, parameters, credibility, blocs, timeline, partnership, activity, record, alignment, reactions, law, collect',
    ],
    [
      "a side of the timeline that is no bloc",
      "watch.yaml",
      "sides: [EAST, WEST]",
      "sides: [EAST, WSET]",
      'watch.yaml:32:17: unknown bloc "WSET"; expected a bloc of this watch',
    ],
    [
      "a default slightly off",
      "indicators.yaml",
      "direction: up",
      "hysterisis: 0.1\n  direction: up",
      'indicators.yaml:9:3: unknown key "hysterisis"; expected "hysteresis"',
    ],
    [
      "a day that does not exist",
      "watch.yaml",
      "2026-11-23",
      "2026-11-31",
      'watch.yaml:9:12: writtenOn is "2026-11-31"; expected a calendar day such as 2026-11-23',
    ],
    [
      "a span that ends before it begins",
      "watch.yaml",
      "{ from: 2022-01-01, to",
      "{ from: 2025-01-01, to",
      'watch.yaml:28:13: record[1].covers is {"from":"2025-01-01","to":"2024-12-31"}; expected from to be no later than to',
    ],
    [
      "a probability out of range",
      "watch.yaml",
      "2: 0.85",
      "2: 1.85",
      "watch.yaml:18:28: credibility.2 is 1.85; expected a number of at most 1",
    ],
    [
      "a prior that does not sum to one",
      "scenarios.yaml",
      "dormant: 0.6,",
      "dormant: 0.7,",
      'scenarios.yaml:5:10: prior is {"dormant":0.7,"building":0.3,"critical":0.1}; expected three probabilities that sum to 1',
    ],
    [
      "a word for a number",
      "scenarios.yaml",
      "horizonMonths: 36",
      "horizonMonths: three years",
      'scenarios.yaml:8:18: horizonMonths is "three years"; expected a number',
    ],
    [
      "a state slightly off",
      "scenarios.yaml",
      "atLeast: building",
      "atLeast: bulding",
      'scenarios.yaml:24:16: gates[0].atLeast is "bulding"; expected one of dormant, building, critical, perhaps "building"',
    ],
    [
      "a measure slightly off",
      "indicators.yaml",
      "type: count",
      "type: cuont",
      'indicators.yaml:4:11: measure.type is "cuont"; expected one of count, tier, share, lead, rate, lag, perhaps "count"',
    ],
    [
      "a key of a query",
      "indicators.yaml",
      "kind: sighting",
      "knid: sighting",
      'indicators.yaml:5:33: unknown key "knid"; expected "kind"',
    ],
    [
      "a pattern nobody can match",
      "indicators.yaml",
      '"norw|',
      '"(norw|',
      'indicators.yaml:64:70: measure.where.mentions is "(norw|svalbard|tromsø"; expected a regular expression',
    ],
    [
      "a word in a list",
      "indicators.yaml",
      "[suspected, attributed]",
      "[suspected, 7]",
      "indicators.yaml:28:76: measure.tiers[2].where.attribution[1] is 7; expected text",
    ],
    [
      "levels that do not ascend",
      "indicators.yaml",
      "[0.5, 1.5, 2.5, 4.5]",
      "[0.5, 1.5, 1.5, 4.5]",
      "indicators.yaml:8:11: levels is [0.5,1.5,1.5,4.5]; expected four ascending lower bounds",
    ],
    [
      "a list that is a mapping",
      "scenarios.yaml",
      /^[^]*$/,
      "id: mapping\n",
      'scenarios.yaml:1:1: the file is {"id":"mapping"}; expected a list',
    ],
    [
      "an empty file",
      "indicators.yaml",
      /^[^]*$/,
      "",
      "indicators.yaml:1:1: the file is empty; expected a list",
    ],
    // YAML.
    [
      "a second key",
      "watch.yaml",
      "startMonth:",
      "id: other\nstartMonth:",
      'watch.yaml:10:1: a second key "id"; expected each key once',
    ],
    [
      "a quote that is never closed",
      "scenarios.yaml",
      "name: Systematic mapping",
      'name: "Systematic mapping',
      "scenarios.yaml:2:9: a quote that is never closed; expected its closing mark",
    ],
    [
      "a colon in a plain text",
      "scenarios.yaml",
      "name: Systematic mapping",
      "name: Mapping: systematic",
      "scenarios.yaml:2:9: a key and a colon inside a value; expected a line of its own, or quotes around a text that holds a colon",
    ],
    [
      "a tab",
      "scenarios.yaml",
      "  name: Systematic",
      "\tname: Systematic",
      "scenarios.yaml:2:1: a tab in the indentation; expected spaces",
    ],
    [
      "an alias without an anchor",
      "scenarios.yaml",
      "upShare: 0.5",
      "upShare: *share",
      'scenarios.yaml:7:12: "*share" without an anchor; expected "&share" on a value above',
    ],
    // Between the files.
    [
      "a gate on nothing",
      "scenarios.yaml",
      "on: mapping",
      "on: maping",
      'scenarios.yaml:23:11: unknown id "maping"; expected the id of a scenario in scenarios.yaml, perhaps "mapping"',
    ],
    [
      "a bearing on nothing",
      "indicators.yaml",
      "{ scenario: cutting, present: 5",
      "{ scenario: sinking, present: 5",
      'indicators.yaml:37:19: unknown id "sinking"; expected the id of a scenario in scenarios.yaml',
    ],
    [
      "a lead that no share can gain",
      "indicators.yaml",
      "type: count",
      "type: lead\n    among: { stream: incidents }",
      "indicators.yaml:9:11: level 4 from 4.5 for a shift of a share; expected four bounds below 1",
    ],
    [
      "a lag of nothing",
      "indicators.yaml",
      "type: lag, scenario: mapping",
      "type: lag, scenario: Mapping",
      'indicators.yaml:80:35: unknown id "Mapping"; expected the id of a scenario in scenarios.yaml, perhaps "mapping"',
    ],
    [
      "an actor in a query",
      "indicators.yaml",
      "actor: RUS",
      "actor: [GBR, RSU]",
      'indicators.yaml:30:64: unknown id "RSU"; expected the id of an actor in actors.csv, perhaps "RUS"',
    ],
    [
      "an indicator twice",
      "indicators.yaml",
      "id: agents",
      "id: damage",
      'indicators.yaml:60:7: id "damage" is taken by indicators.yaml:18; expected an id of its own',
    ],
    [
      "a scenario that waits on itself",
      "scenarios.yaml",
      "on: mapping",
      "on: cutting",
      "scenarios.yaml:23:11: scenarios that depend on each other in a circle: cutting → cutting; expected gates and influences that lead one way",
    ],
    [
      "tiers with other levels",
      "indicators.yaml",
      "levels: [1, 2, 3, 4]",
      "levels: [1, 2, 3, 5]",
      "indicators.yaml:33:11: levels 1, 2, 3, 5 for a measure in tiers; expected 1, 2, 3, 4",
    ],
    [
      "a lag that runs backwards",
      "indicators.yaml",
      "fromMonths: 1",
      "fromMonths: 9",
      "indicators.yaml:80:56: fromMonths 9 is above toMonths 6; expected at most toMonths",
    ],
    [
      "a second bearing",
      "indicators.yaml",
      "{ scenario: cutting, present: 1.3",
      "{ scenario: mapping, present: 1.3",
      'indicators.yaml:12:7: a second bearing on "mapping"; expected one for each scenario',
    ],
    [
      "a start after the writing",
      "watch.yaml",
      "startMonth: 2020-01",
      "startMonth: 2027-01",
      "watch.yaml:10:13: startMonth 2027-01 is after writtenOn 2026-11-23; expected a month that had begun when the watch was written",
    ],
    [
      "a record file that is not there",
      "watch.yaml",
      "record/responses.csv",
      "record/response.csv",
      'watch.yaml:26:11: no file "record/response.csv"; expected a CSV file in the folder of the watch',
    ],
    [
      "a bloc nobody named",
      "actors.csv",
      "NOR,state,WEST",
      "NOR,state,WSET",
      'actors.csv:3:41: unknown bloc "WSET"; expected a bloc named in watch.yaml, perhaps "WEST"',
    ],
    // The tables.
    [
      "an actor without a name",
      "actors.csv",
      "NATO,NATO,",
      "NATO,,",
      "actors.csv:6:6: name_en is empty; expected some text",
    ],
    [
      "an actor no row could name",
      "actors.csv",
      "FRO,Faroe",
      "F:O,Faroe",
      'actors.csv:5:1: id is "F:O"; expected an id without ; and :',
    ],
    [
      "an actor twice",
      "actors.csv",
      "NATO,NATO,",
      "RUS,Russia,,,,,,,state,,,\nNATO,NATO,",
      'actors.csv:6:1: id "RUS" is taken by actors.csv:2; expected an id of its own',
    ],
    [
      "a column slightly off",
      "actors.csv",
      "name_ru",
      "nam_ru",
      'actors.csv:1:23: no column "name_ru", but "nam_ru"; expected a column named "name_ru"',
    ],
    [
      "a column nobody knows",
      "sources.csv",
      /url_kind\n[^]*$/,
      "url_kind,colour\n",
      'sources.csv:1:106: unknown column "colour"; expected the columns id, name, url, feed_url, format, language, country, kind, state_controlled, reliability, licence, liveness, url_kind, known_as',
    ],
    [
      "a name by which two sources are known",
      "sources.csv",
      /[^]*/,
      `known_as,${SOURCE_COLUMNS}\n,SRC-1,NRK,,,RSS,no,NOR,press,no,B,,,\nRadio;NRK,SRC-2,News,,,RSS,no,NOR,press,no,B,,,\n`,
      'sources.csv:3:1: known_as holds "NRK", the name of SRC-1 at sources.csv:2; expected a name of its own',
    ],
    [
      "a yes or no",
      "sources.csv",
      "broadcaster,no",
      "broadcaster,maybe",
      'sources.csv:2:87: state_controlled is "maybe"; expected one of yes, no',
    ],
    [
      "a grade",
      "sources.csv",
      "press,no,B",
      "press,no,G",
      'sources.csv:3:78: reliability is "G"; expected one of A, B, C, D, E, F',
    ],
    [
      "a feed that is no address",
      "sources.csv",
      "https://www.nrk.no/toppsaker.rss",
      "nrk.no/rss",
      'sources.csv:2:31: feed_url is "nrk.no/rss"; expected an http or https address, or nothing',
    ],
    [
      "a field too many",
      "sources.csv",
      "not checked",
      "not, checked",
      "sources.csv:2:141: 14 fields; expected 13, as in the header; a field that holds a comma is quoted",
    ],
    // The record.
    [
      "a day in the record",
      "record/incidents.csv",
      "AI-02,2022-01-07",
      "AI-02,2022-01-37",
      'record/incidents.csv:3:7: date is "2022-01-37"; expected a calendar day such as 2026-11-23, from 1900 to 2099',
    ],
    [
      "an actor in the record",
      "record/incidents.csv",
      "FRO:target;GBR",
      "FRO:target;GRB",
      'record/incidents.csv:8:128: unknown actor "GRB"; expected an id of actors.csv, perhaps "GBR"',
    ],
    [
      "an id in two files",
      "record/responses.csv",
      "AR-02",
      "AI-02",
      'record/responses.csv:3:1: id "AI-02" is taken by record/incidents.csv:3; expected an id of its own',
    ],
    [
      "a link to nothing",
      "record/incidents.csv",
      "same-story=AI-02",
      "same-story=AI-22",
      'record/incidents.csv:4:212: a link to "AI-22"; expected the id of a row of the record, perhaps "AI-02"',
    ],
  ];
  test.each(cases)("%s", (_, file, from, to, line) => {
    expect(linesOf(replaced(file, from, to))).toEqual([line]);
  });
});

test("a rule for reports names a stream of the record or of an indicator", () => {
  const dir = watchWith((folder) =>
    writeFileSync(
      path.join(folder, "reports.yaml"),
      [
        "- { id: cut, when: { root: ASSAULT }, becomes: { stream: incident, kind: cut } }",
        "- { id: rest, when: { root: COERCE }, becomes: { stream: incidents, kind: cut } }",
      ].join("\n"),
    ),
  );
  expect(linesOf(dir)).toEqual([
    'reports.yaml:1:58: unknown stream "incident"; expected a stream of the record or of an indicator, perhaps "incidents"',
  ]);
});
