import { useState } from "react";
import { openLayer } from "../address/use-address.ts";
import { useObservation } from "../api/queries.ts";
import { Loaded } from "../panels/loaded.tsx";
import { StoryTree } from "../panels/observation/story-tree.tsx";

/** Who else tells what a report says; asked for when it is opened. */
export function ReportStory({ report }: { readonly report: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Who tells it</summary>
      {isOpen && <Story report={report} />}
    </details>
  );
}

function Story({ report }: { readonly report: string }) {
  return (
    <Loaded query={useObservation(report)} lines={3}>
      {({ story }) => <StoryTree story={story} onOpen={(id) => openLayer({ kind: "observation", id })} />}
    </Loaded>
  );
}
