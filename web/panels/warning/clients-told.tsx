import type { Notice } from "#model/notice.ts";
import "./acknowledgements.css";

/** Which clients were told without asking, and which could not be; nothing where nobody was to be. */
export function ClientsTold({ notices }: { readonly notices: readonly Notice[] }) {
  if (notices.length === 0) return null;
  return (
    <section className="stack clients-told">
      <h3 className="label">Told to clients</h3>
      {notices.map(({ client, item, title, at, outcome, fault }) => (
        <p key={`${client} ${item}`}>
          <strong>{client}</strong> <time className="quiet">{at.slice(0, 16).replace("T", " ")} UTC</time>
          <span className="acknowledged-note">
            {outcome === "told" ? title : `not yet: ${title}${fault === null ? "" : ` (${fault})`}`}
          </span>
        </p>
      ))}
    </section>
  );
}
