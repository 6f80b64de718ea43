/** How an operator says what is at stake. */
export function NoEstate() {
  return (
    <section className="panel stack">
      <h2>What of it is yours</h2>
      <p>
        No operator's estate was named, so nothing here says who would lose what. Write down satellites,
        links, stations, software, suppliers and the services that need them, as in{" "}
        <code>examples/estates/northlight.yaml</code>, and start with
      </p>
      <pre className="scroll" tabIndex={0}>
        npm start -- --estate my-estate.yaml
      </pre>
      <p className="quiet">
        The file is read where it stands. Nothing of it is stored, sent, exported or written into a brief.
      </p>
    </section>
  );
}
