import path from "node:path";
import { z } from "zod";
import { claims } from "#model/claim.ts";
import { indicator } from "#model/indicator.ts";
import { InputError, type InputIssue } from "#model/input-error.ts";
import { question } from "#model/question.ts";
import { reportRule } from "#model/report-rule.ts";
import { scenario } from "#model/scenario.ts";
import { threats } from "#model/threat.ts";
import { watchHead, type Watch } from "#model/watch.ts";
import type { WatchedObject } from "#model/watched-object.ts";
import { crossCheck, type WatchParts } from "./cross-check.ts";
import { itemsOf, type Located } from "./located.ts";
import { readActors } from "./read-actors.ts";
import { readObjects } from "./read-objects.ts";
import { readLocated, type Read } from "./read-located.ts";
import { readSources } from "./read-sources.ts";
import { readImagers, readSites } from "./read-sites.ts";
import { readBytes, readText, yamlFilesIn } from "./read-text.ts";
import { watchHash } from "./watch-hash.ts";

/**
 * Reads the watch in a folder: `watch.yaml`, `scenarios.yaml`, `indicators.yaml` (or `indicators/*.yaml`), `actors.csv`
 * and `sources.csv`, and `questions.yaml`, `claims.yaml`, `reports.yaml`, `threats.yaml`, `objects.csv`, `sites.csv` and `imagers.csv`
 * where they are there. Throws InputError with everything that is wrong; nothing loads by halves.
 */
export function readWatch(dir: string): Watch {
  const { parts, issues } = readParts(dir);
  const { head, scenarios, indicators, questions, claims: told, actors, sources, objects } = parts;
  if (
    issues.length > 0 ||
    !head ||
    !scenarios ||
    !indicators ||
    !questions ||
    !actors ||
    !sources ||
    !objects
  )
    throw new InputError(issues);
  const [sites, imagers] = [parts.sites ?? [], parts.imagers ?? []];
  const rules = {
    ...head.value,
    scenarios: scenarios.map(({ value }) => value),
    indicators: indicators.map(({ value }) => value),
    questions: questions.map(({ value }) => value),
  };
  return {
    ...rules,
    actors: actors.map(({ value }) => value),
    sources: sources.map(({ value }) => value),
    objects: objects.map(({ value }) => value),
    sites: sites.map(({ value }) => value),
    imagers: imagers.map(({ value }) => value),
    reports: (parts.reports ?? []).map(({ value }) => value),
    threats: parts.threats?.value ?? null,
    claims: told?.value ?? null,
    hash: watchHash(rules),
  };
}

/** Each part of the watch that can be read, and everything that is wrong, in the order of the files. */
export function readParts(dir: string): { parts: WatchParts; issues: InputIssue[] } {
  const head = readLocated(path.join(dir, "watch.yaml"), watchHead);
  const scenarios = readList(path.join(dir, "scenarios.yaml"), scenario);
  const indicators = readIndicators(dir);
  const questions = readIfThere(path.join(dir, "questions.yaml"), (file) => readList(file, question), []);
  const told = readIfThere(path.join(dir, "claims.yaml"), (file) => readLocated(file, claims), null);
  const reports = readIfThere(path.join(dir, "reports.yaml"), (file) => readList(file, reportRule), []);
  const struck = readIfThere(path.join(dir, "threats.yaml"), (file) => readLocated(file, threats), null);
  const actors = readCsvFile(path.join(dir, "actors.csv"), readActors);
  const sources = readCsvFile(path.join(dir, "sources.csv"), readSources);
  const objects = readIfThere(
    path.join(dir, "objects.csv"),
    (file) => readCsvFile<Located<WatchedObject>[] | null>(file, readObjects),
    [],
  );
  const sites = readIfThere(path.join(dir, "sites.csv"), (file) => readCsvFile(file, readSites), []);
  const imagers = readIfThere(path.join(dir, "imagers.csv"), (file) => readCsvFile(file, readImagers), []);
  const parts = {
    head: head.value,
    scenarios: scenarios.value,
    indicators: indicators.value,
    questions: questions.value,
    claims: told.value,
    reports: reports.value,
    threats: struck.value,
    actors: actors.value,
    sources: sources.value,
    objects: objects.value,
    sites: sites.value,
    imagers: imagers.value,
  };
  const read = [
    head,
    scenarios,
    indicators,
    questions,
    told,
    reports,
    struck,
    actors,
    sources,
    objects,
    sites,
    imagers,
  ];
  const own = read.flatMap(({ issues }) => issues);
  return { parts, issues: [...own, ...crossCheck(parts), ...absentRecords(dir, parts)] };
}

function readIfThere<T, Absent>(
  file: string,
  read: (file: string) => Read<T>,
  absent: Absent,
): Read<T | Absent> {
  return readBytes(file) === null ? { value: absent, issues: [] } : read(file);
}

function readList<S extends z.ZodType>(file: string, schema: S): Read<Located<z.infer<S>>[]> {
  const { value, issues } = readLocated(file, z.array(schema).min(1));
  return { value: value && itemsOf(value), issues };
}

/** Indicators stand in one file or, by theme, in the files of one folder. */
function readIndicators(dir: string): Read<Located<z.infer<typeof indicator>>[]> {
  const folder = path.join(dir, "indicators");
  const file = `${folder}.yaml`;
  const inFolder = yamlFilesIn(folder);
  if (!inFolder) return readList(file, indicator);
  const lists = [...inFolder, ...(readBytes(file) ? [file] : [])].map((name) => readList(name, indicator));
  const none = { file: folder, wrong: "no YAML file in this folder", right: "expected lists of indicators" };
  const issues = lists.length === 0 ? [none] : lists.flatMap((list) => list.issues);
  return { value: issues.length > 0 ? null : lists.flatMap(({ value }) => value ?? []), issues };
}

function readCsvFile<T>(file: string, read: (file: string, text: string) => Read<T>): Read<T> {
  const { text, issues } = readText(file);
  return text === null ? { value: null, issues } : read(file, text);
}

function absentRecords(dir: string, { head }: WatchParts): InputIssue[] {
  if (!head) return [];
  return head.value.record.flatMap(({ file }, i) => {
    const isThere = readBytes(path.join(dir, file)) !== null;
    const right = "expected a CSV file in the folder of the watch";
    return isThere ? [] : [{ ...head.place(["record", i, "file"]), wrong: `no file "${file}"`, right }];
  });
}
