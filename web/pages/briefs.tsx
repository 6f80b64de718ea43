import { useAddress } from "../address/use-address.ts";
import { addressOf } from "../api/ask.ts";
import { useBrief } from "../api/queries.ts";
import { BriefArticle } from "../panels/brief/brief-article.tsx";
import { FeedLinks } from "../panels/feed-links.tsx";
import { Loaded } from "../panels/loaded.tsx";

const FORMATS = { md: "Markdown", html: "HTML", pdf: "PDF", docx: "Word" } as const;

/** The brief for this day, to be read here or taken along. */
export function BriefsPage() {
  const { asOf } = useAddress();
  return (
    <>
      <p className="row downloads">
        <span className="label">Download</span>
        {Object.entries(FORMATS).map(([format, name]) => (
          <a
            key={format}
            className="button"
            href={addressOf("GET /api/brief", { params: { format, asOf } })}
            download
          >
            {name}
          </a>
        ))}
      </p>
      <Loaded query={useBrief()} lines={12}>
        {(brief) => <BriefArticle brief={brief} />}
      </Loaded>
      <FeedLinks of="briefs" />
    </>
  );
}
