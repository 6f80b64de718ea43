import { Link } from "../address/link.tsx";

/** What a person does so that a stream is no longer unseen. */
export function HowGapsClose() {
  return (
    <section className="panel stack">
      <h2>How a gap is closed</h2>
      <p>
        What is found goes into a table with the columns of the record, and beside it one row of kind{" "}
        <code>coverage</code> from the first to the last day that was looked at: then silence on those days is
        evidence, and an indicator can be quiet instead of unknown.
      </p>
      <pre className="scroll" tabIndex={0}>
        tocsin import found.csv --kind csv --stream court-cases
      </pre>
      <p>
        Streams that machines read (orbits, the belt, pictures) vouch for themselves once their source is on:
        see <Link to="/sources">Sources</Link>. What was read in texts waits in{" "}
        <Link to="/review">Review</Link>.
      </p>
    </section>
  );
}
