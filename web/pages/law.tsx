import type { WatchReply } from "../../src/api/contract.ts";
import type { Day } from "#model/day.ts";
import { lawInWords } from "#model/law-in-words.ts";
import { useLaw, useWatch } from "../api/queries.ts";
import { AgreementPanel } from "../law/agreement-panel.tsx";
import { InstrumentTable } from "../law/instrument-table.tsx";
import { InstrumentsPanel } from "../law/instruments-panel.tsx";
import { ReadingsPanel } from "../law/readings-panel.tsx";
import { SubjectsPanel } from "../law/subjects-panel.tsx";
import { TogetherPanel } from "../law/together-panel.tsx";
import { VotesPanel } from "../law/votes-panel.tsx";
import { Loaded } from "../panels/loaded.tsx";
import { Pending } from "../panels/pending.tsx";
import { longDay } from "../words/dates.ts";
import type { Law } from "../words/law.ts";
import "../law/law.css";

/** What binds whom, how bodies voted, and whether more was made than unmade. */
export function LawPage() {
  const { data: watch } = useWatch();
  const query = useLaw();
  if (!watch) return <Pending lines={8} />;
  return (
    <Loaded query={query} lines={12}>
      {({ asOf, law }) =>
        law ? (
          <Order watch={watch} asOf={asOf} law={law} />
        ) : (
          <p className="panel quiet">This watch does not say what its law is.</p>
        )
      }
    </Loaded>
  );
}

interface OrderProps {
  readonly watch: WatchReply;
  readonly asOf: Day;
  readonly law: Law;
}

function Order({ watch, asOf, law }: OrderProps) {
  if (law.threads.length === 0)
    return <p className="panel quiet">Nothing of the law was known by {longDay(asOf)}.</p>;
  return (
    <>
      <section className="panel stack law-verdict" aria-label="In short">
        {lawInWords(law, asOf, longDay).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      <InstrumentsPanel law={law} asOf={asOf} />
      <SubjectsPanel law={law} asOf={asOf} />
      <VotesPanel law={law} watch={watch} />
      <AgreementPanel law={law} watch={watch} />
      <TogetherPanel law={law} watch={watch} />
      <ReadingsPanel law={law} />
      <InstrumentTable law={law} />
    </>
  );
}
