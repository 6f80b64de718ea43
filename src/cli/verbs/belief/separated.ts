import { separation, type Separation } from "#science/belief/networks/index.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT } from "../../options.ts";
import { defineVerb } from "../../verb.ts";
import { blaming, EVIDENCE, readEvidenceFile, readNetwork } from "./network-input.ts";

/** Whether some variables can tell anything about others, whatever the numbers. */
export const separated = defineVerb({
  words: ["NET.bif"],
  options: {
    from: { takes: "VARIABLE,…", summary: "what would be learned" },
    to: { takes: "VARIABLE,…", summary: "what it might tell about" },
    given: { takes: "VARIABLE,…", summary: "what is known, besides the evidence" },
    ...EVIDENCE,
    ...JSON_OUT,
  },
  async run({ options, words: [file = ""] }, shell) {
    const { from, to, given } = options;
    if (names(from ?? "").length === 0 || names(to ?? "").length === 0) {
      throw new WrongUse('"belief separated" needs --from VARIABLE and --to VARIABLE');
    }
    const network = readNetwork(file);
    const { hard = {}, soft = {} } = readEvidenceFile(options.evidence);
    const told = blaming(file, () =>
      separation(network, {
        from: names(from ?? ""),
        to: names(to ?? ""),
        given: [...names(given ?? ""), ...Object.keys(hard)],
        reported: Object.keys(soft),
      }),
    );
    shell.out(options.json ? JSON.stringify(told) : inWords(told));
    return 0;
  },
});

const names = (list: string) =>
  list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");

function inWords({ separated: apart, trail }: Separation): string {
  if (trail.length === 0) return "separated: nothing connects them";
  const path = trail.map(({ variable, arc }) => (arc ? `${variable} ${arc} ` : variable)).join("");
  const reasons = trail.flatMap(({ variable, role, open, because }) => {
    if (!open && role === "collider") return `blocked at ${variable}: nothing below it is known`;
    if (!open) return `blocked at ${variable}: it is known`;
    return role === "collider" ? `open at ${variable}: ${because.join(", ")} is known or reported` : [];
  });
  return [`${apart ? "separated" : "not separated"}: ${path}`, ...reasons].join("\n");
}
