import type { AgentCode, DatedCode } from "./petrarch-dictionary.ts";

/** The codes of an actor on a day (YYYYMMDD, null where it is unknown): those of a time that holds it before the one that always holds; none where it stands for nobody. */
export function codesOn(codes: readonly DatedCode[], day: string | null): string[] {
  const dated =
    day === null
      ? undefined
      : codes.find(
          ({ from, to }) => (from ?? to) !== null && (from ?? "") <= day && day <= (to ?? "99999999"),
        );
  const code = (dated ?? codes.find(({ from, to }) => from === null && to === null))?.code ?? "";
  return /^[-+#]*$/.test(code) ? [] : code.split("/");
}

/** The code of an actor with its agents: `ARN` and `~GOV` are `ARNGOV`, `NGO~` stands before; who has no actor begins with dashes. */
export function codeOfParty(
  actor: readonly DatedCode[] | null,
  agents: readonly AgentCode[],
  day: string | null,
): string[] {
  const codes = actor === null ? (agents.length > 0 ? ["---"] : []) : codesOn(actor, day);
  return codes.map((code) =>
    agents.reduce((whole, agent) => {
      if (agent.isPrefix) return chunks(whole).includes(agent.code) ? whole : agent.code + whole;
      const own = chunks(whole);
      return (
        whole +
        chunks(agent.code)
          .filter((one) => !own.includes(one))
          .join("")
      );
    }, code),
  );
}

const chunks = (code: string): string[] => code.match(/.{1,3}/g) ?? [];
