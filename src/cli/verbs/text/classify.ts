import { classifyEvent } from "#science/text/index.ts";
import { InputError } from "#model/input-error.ts";
import { JSON_OUT, oneOf } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { DICTIONARIES, readersGiven } from "./event-languages.ts";
import { eachRow, rowsGiven, textIn } from "./json-rows.ts";

/** What kind of event a sentence tells between two sides that are given: one JSON object a line. */
export const classify = defineVerb({
  options: {
    lang: { takes: "en", summary: "the language of all lines (en unless given)" },
    file: {
      takes: "FILE",
      summary: "JSON Lines of id, sentence, source, target (standard input unless given)",
    },
    ...DICTIONARIES,
    ...JSON_OUT,
  },
  async run({ options }, shell) {
    const code = oneOf("lang", options.lang ?? "en", ["en", "ru", "zh"]);
    const reader = readersGiven(options)(code);
    const classifier = reader?.readClassifier();
    if (!reader || !classifier) throw new InputError([noWeights(code)]);
    const { language } = reader;
    const rows = rowsGiven(options.file);
    return eachRow(rows, shell, async (row) => {
      const [sentence, source, target] = ["sentence", "source", "target"].map((name) =>
        textIn(rows.file, row, name),
      );
      const found = classifyEvent(language, classifier, sentence!, source!, target!);
      const answer = { id: row.fields["id"] ?? row.line, ...found };
      shell.out(
        options.json
          ? JSON.stringify(answer)
          : table([`${row.line}`, "", ""], [[found.root, `${found.quad}`, found.confidence.toFixed(2)]]),
      );
      await shell.drained();
    });
  },
});

const noWeights = (code: string) => ({
  file: `dictionaries/${code}/reranker.json`,
  wrong: "no weights for this language",
  right: "expected a file of weights; English has one",
});
