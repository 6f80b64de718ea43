import type { WatchReply } from "../../src/api/contract.ts";
import { Link } from "../address/link.tsx";
import { useAddress } from "../address/use-address.ts";
import { useSources, useSourcesLedger, useWatch } from "../api/queries.ts";
import { CoverageChart } from "../charts/coverage-chart.tsx";
import { Loaded } from "../panels/loaded.tsx";
import { NetworkSources } from "../sources/network-sources.tsx";
import { SharedWork } from "../sources/shared-work.tsx";
import { SourcesLedger } from "../sources/sources-ledger.tsx";
import { share } from "../words/probability.ts";

/** What is asked on the network and how it fares; and the record files, the span each vouches for, and what awaits a source. */
export function SourcesPage() {
  const { asOf } = useAddress();
  return (
    <>
      <Loaded query={useSources()} lines={8}>
        {(reply) => (
          <>
            <NetworkSources reply={reply} />
            {reply.work && <SharedWork work={reply.work} />}
          </>
        )}
      </Loaded>
      <Loaded query={useSourcesLedger()} lines={8}>
        {(reply) => <SourcesLedger reply={reply} />}
      </Loaded>
      <Loaded query={useWatch()} lines={8}>
        {(watch) => (
          <>
            <section className="panel stack">
              <h2>What the record covers</h2>
              <CoverageChart record={watch.record} today={watch.today} />
            </section>
            <section className="panel stack">
              <h2>Record files</h2>
              {asOf && <p className="quiet">The whole record, whatever day is looked from.</p>}
              <RecordTable watch={watch} />
            </section>
            <section className="panel stack">
              <h2>How reporting grew</h2>
              <p>
                The same amount of events yields about {watch.reportingGrowth.factor} times as many reports at
                the end of the record as at its start (between {watch.reportingGrowth.low} and{" "}
                {watch.reportingGrowth.high}). {watch.reportingGrowth.because}
              </p>
            </section>
          </>
        )}
      </Loaded>
    </>
  );
}

function RecordTable({ watch }: { readonly watch: WatchReply }) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="Record files">
      <table>
        <thead>
          <tr>
            <th scope="col">Stream</th>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col" className="number">
              Observations
            </th>
            <th scope="col" className="number">
              Not yet checked
            </th>
          </tr>
        </thead>
        <tbody>
          {watch.record.map(({ file, stream, from, to, observations, awaitingSource }) => (
            <tr key={file}>
              <td>
                <Link to="/evidence" params={{ stream }} data-item>
                  {stream}
                </Link>
              </td>
              <td>{from}</td>
              <td>{to}</td>
              <td className="number">{observations}</td>
              <td className="number">
                {awaitingSource} ({share(observations > 0 ? awaitingSource / observations : 0)})
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
