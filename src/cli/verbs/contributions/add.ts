import { contribution } from "#model/contribution.ts";
import { InputError } from "#model/input-error.ts";
import { receiveContribution } from "../../../cycle/contributions/receive-contribution.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT, WATCH } from "../../options.ts";
import { readText } from "../../read-file.ts";
import { defineVerb } from "../../verb.ts";
import { inWorld } from "../../world.ts";

/** Hands in a text from a file or, with `-`, from stdin: the first line is its title. It stays in quarantine. */
export const add = defineVerb({
  words: ["FILE"],
  options: {
    by: { takes: "NAME", summary: "the contributor; a handle will do" },
    url: { takes: "URL", summary: "where it can be seen" },
    marking: { takes: "TLP", summary: "who may see it (TLP:AMBER unless given)" },
    ...WATCH,
    ...JSON_OUT,
  },
  run: ({ options, words: [file = "-"] }, shell) => {
    const { by, url, marking } = options;
    if (by === undefined) throw new WrongUse("--by names the contributor; a handle will do");
    const said = readText(file).trim();
    const [title = "", ...rest] = said.split("\n");
    const given = { contributor: by, title, text: rest.join("\n").trim() || title, url, marking };
    const parsed = contribution.safeParse(given);
    if (!parsed.success) {
      const issues = parsed.error.issues.map(({ path, message }) => {
        return { file, wrong: `its ${path.join(".")} is not right`, right: message };
      });
      throw new InputError(issues);
    }
    return inWorld(options, shell, async (world) => {
      const received = await receiveContribution(world, parsed.data);
      if ("refused" in received) {
        shell.err(`${file}: ${received.because}`);
        return 1;
      }
      const { id } = received;
      shell.out(options.json ? JSON.stringify({ id }) : `${id}: in quarantine until it is vetted`);
      return 0;
    });
  },
});
