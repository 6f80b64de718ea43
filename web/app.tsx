import { Suspense, useEffect, useRef } from "react";
import { useAddress } from "./address/use-address.ts";
import { Frame } from "./frame/frame.tsx";
import { pageAt } from "./pages/pages.tsx";
import { Pending } from "./panels/pending.tsx";

/** One page in the frame; its question is the document's title. */
export function App() {
  const { path } = useAddress();
  const page = pageAt(path);
  const isFirst = useRef(true);
  useEffect(() => {
    document.title = `${page.name} · Tocsin`;
    // A new page begins where a new document would: before its first word.
    if (!isFirst.current) document.getElementById("main")?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [page.name, path]);
  return (
    <Frame>
      <h1>{page.question}</h1>
      <Suspense fallback={<Pending lines={6} />} key={page.path}>
        <page.Content />
      </Suspense>
    </Frame>
  );
}
