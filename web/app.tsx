import { Suspense, useEffect, useRef } from "react";
import { useAddress } from "./address/use-address.ts";
import { useSession, wantsSignIn } from "./api/session.ts";
import { Frame } from "./frame/frame.tsx";
import { pageAt } from "./pages/pages.tsx";
import { Pending } from "./panels/pending.tsx";
import { Closed } from "./session/closed.tsx";
import { SignIn } from "./session/sign-in.tsx";

/** The app once it is known who is asking: most servers do not want to know. */
export function App() {
  const { data, error } = useSession();
  if (wantsSignIn(error)) return <SignIn />;
  if (!data && !error) return null;
  return <PageInFrame closed={data?.closed ?? null} />;
}

/** One page in the frame; its question is the document's title. */
function PageInFrame({ closed }: { readonly closed: string | null }) {
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
      {closed === null ? (
        <Suspense fallback={<Pending lines={6} />} key={page.path}>
          <page.Content />
        </Suspense>
      ) : (
        <Closed why={closed} />
      )}
    </Frame>
  );
}
