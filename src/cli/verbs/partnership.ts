import type { PartnershipOnDay } from "#model/partnership.ts";
import { partnershipInWords } from "#model/partnership-in-words.ts";
import { partnershipOnDay } from "../../cycle/answers/partnership-on-day.ts";
import { AS_OF, JSON_OUT, WATCH } from "../options.ts";
import { table } from "../table.ts";
import { defineVerb } from "../verb.ts";
import { inFilledWorld } from "../world.ts";

/** What two powers do together and apart, and what of an alliance has been seen. */
export const partnership = defineVerb({
  options: { ...WATCH, ...AS_OF, ...JSON_OUT },
  run: ({ options }, shell) =>
    inFilledWorld(options, shell, async (world, asOf) => {
      const known = await partnershipOnDay(world, asOf);
      if (options.json) shell.out(JSON.stringify(known));
      else
        shell.out(known === null ? "This watch does not say whose partnership it follows." : inWords(known));
      return 0;
    }),
});

function inWords(known: PartnershipOnDay): string {
  const rungs = known.rungs.map(({ statement, seen }) => [
    String(seen.length),
    seen.at(-1)?.on ?? "–",
    seen.at(-1)?.id ?? "–",
    statement,
  ]);
  const strands = known.strands.map(({ strand, now, before }) => [
    strand,
    ...[now.cooperation, now.divergence, before.cooperation, before.divergence].map(String),
  ]);
  return [
    partnershipInWords(known, (day) => day).join("\n"),
    table(["seen", "last", "observation", "an alliance would show that"], rungs),
    table(["strand", "together", "apart", "together before", "apart before"], strands),
  ].join("\n\n");
}
