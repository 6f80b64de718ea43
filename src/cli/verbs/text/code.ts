import { readPetrarch } from "#dictionary/index.ts";
import type { Coded, CodedEvent } from "#science/text/index.ts";
import { codePetrarch, type PetrarchCoded, type PetrarchDictionary } from "#science/text/petrarch/index.ts";
import { JSON_OUT, oneOf } from "../../options.ts";
import type { Shell } from "../../shell.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { DICTIONARIES, readersGiven } from "./event-languages.ts";
import { eachRow, rowsGiven, textIn, type InputRow } from "./json-rows.ts";
import { languageOf } from "./language-of.ts";

/** Who did what to whom: one JSON object a line, with the events or the reason why there is none. */
export const code = defineVerb({
  options: {
    lang: { takes: "en|ru|zh", summary: "the language of all lines (told by each line unless given)" },
    file: { takes: "FILE", summary: "sentences or JSON Lines (standard input unless given)" },
    ...DICTIONARIES,
    petrarch: { takes: "DIR", summary: "English by PETRARCH's dictionaries in this folder, in their codes" },
    ...JSON_OUT,
  },
  async run({ options }, shell) {
    const given = options.lang === undefined ? null : oneOf("lang", options.lang, ["en", "ru", "zh"]);
    const readers = readersGiven(options);
    const petrarch = options.petrarch === undefined ? null : readPetrarch(options.petrarch);
    const source = rowsGiven(options.file);
    const { file } = source;
    const lines: string[] = [];
    const exitCode = await eachRow(source, shell, async (row) => {
      const text = textIn(file, row, "text");
      const day = dayOf(row.fields["date"]);
      if (petrarch) lines.push(petrarchLine(row, petrarchCoded(petrarch, text, day), options.json === true));
      else {
        const reader = readers(languageOf(text, row.fields["lang"], given));
        const coded: Coded = reader ? reader.code(text, day) : { events: [], reason: "unknown-language" };
        lines.push(lineOf(row, coded, options.json === true));
      }
      if (lines.length === BATCH) await flush(shell, lines);
    });
    await flush(shell, lines);
    return exitCode;
  },
});

const petrarchCoded = (dictionary: PetrarchDictionary, text: string, day: string | null) =>
  codePetrarch(dictionary, text, day === null ? null : day.slice(0, 10).replaceAll("-", ""));

function petrarchLine(
  { fields, line }: InputRow,
  { events, reason }: PetrarchCoded,
  asJson: boolean,
): string {
  const id = idOf(fields["id"], line);
  if (asJson) return JSON.stringify({ id, events, reason });
  if (events.length === 0) return `${id}  no event: ${reason}`;
  const cells = events.map(({ code, source, target, pattern }) => ["", code, source, target, pattern ?? ""]);
  return table([`${id}`, "code", "source", "target", "pattern"], cells);
}

/** Answers written at once: a write by itself costs as much as coding a sentence. */
const BATCH = 256;

async function flush(shell: Shell, lines: string[]): Promise<void> {
  if (lines.length === 0) return;
  shell.out(lines.join("\n"));
  lines.length = 0;
  await shell.drained();
}

function lineOf({ fields, line }: InputRow, { events, oneSided, reason }: Coded, asJson: boolean): string {
  const id = idOf(fields["id"], line);
  if (asJson) return JSON.stringify({ id, events, ...(oneSided && { oneSided: oneSided() }), reason });
  if (events.length === 0) return `${id}  no event: ${reason}`;
  return table([`${id}`, "root", "source", "target", "rule"], events.map(cellsOf));
}

const cellsOf = ({ root, mode, source, target, rule }: CodedEvent) => [
  "",
  mode ? `${root} ${mode}` : root,
  `${source.text} (${source.country ?? "?"})`,
  `${target.text} (${target.country ?? "?"})`,
  rule,
];

/** The day a row was published, where it says one. */
const dayOf = (given: unknown): string | null =>
  typeof given === "string" && /^\d{4}-\d\d/.test(given) ? given : null;

/** The row's own id, or its line. */
const idOf = (given: unknown, line: number): string | number =>
  typeof given === "string" || typeof given === "number" ? given : line;
