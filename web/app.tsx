import { Suspense, useEffect } from "react";
import { useAddress } from "./address/use-address.ts";
import { Frame } from "./frame/frame.tsx";
import { pageAt } from "./pages/pages.tsx";
import { Pending } from "./panels/pending.tsx";

/** One page in the frame; its question is the document's title. */
export function App() {
  const { path } = useAddress();
  const page = pageAt(path);
  useEffect(() => {
    document.title = `${page.name} · Tocsin`;
  }, [page.name]);
  return (
    <Frame>
      <h1>{page.question}</h1>
      <Suspense fallback={<Pending lines={6} />} key={page.path}>
        <page.Content />
      </Suspense>
    </Frame>
  );
}
