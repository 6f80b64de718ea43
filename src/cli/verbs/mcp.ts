import { createDesk } from "../../api/desk.ts";
import { createMcpSession } from "../../api/mcp.ts";
import { WATCH } from "../options.ts";
import { defineVerb } from "../verb.ts";
import { inFilledWorld, today } from "../world.ts";

/** Answers a client of the Model Context Protocol, a message a line, until its messages end. */
export const mcp = defineVerb({
  options: WATCH,
  run: ({ options }, shell) =>
    inFilledWorld(options, shell, async (world) => {
      const session = createMcpSession(
        createDesk(world, () => today(shell)),
        shell.err,
      );
      for await (const line of shell.lines()) {
        if (line.trim() === "") continue;
        const answered = await session(line);
        if (answered !== null) shell.out(answered);
        await shell.drained();
      }
      return 0;
    }),
});
