import { lazy, type ReactNode, Suspense, useState } from "react";
import { useWatch } from "../api/queries.ts";
import { useAddress } from "../address/use-address.ts";
import { DerivationDrawer } from "../derivation/drawer.tsx";
import { AccountLine } from "../session/account-line.tsx";
import { Pages, PhonePages } from "./pages-nav.tsx";
import { ShortcutsHelp } from "./shortcuts-help.tsx";
import { ThemeChoice } from "./theme-choice.tsx";
import { TimeControl } from "./time-control.tsx";
import { useShortcuts } from "./use-shortcuts.ts";
import "./frame.css";

const SearchPalette = lazy(async () => ({ default: (await import("./search-palette.tsx")).SearchPalette }));

/** What stays while pages change: the pages, the time control, search, and the derivation on the right. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { open, asOf } = useAddress();
  const [overlay, setOverlay] = useState<"search" | "help" | null>(null);
  useShortcuts({ search: () => setOverlay("search"), help: () => setOverlay("help") });
  return (
    <div className="frame" data-past={asOf !== null || undefined} data-drawer={open.length > 0 || undefined}>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <Head onSearch={() => setOverlay("search")} />
      <aside className="frame-side">
        <Pages />
        <ThemeChoice />
      </aside>
      <main id="main" className="frame-main" tabIndex={-1}>
        {children}
      </main>
      {open.length > 0 && <DerivationDrawer layers={open} />}
      <PhonePages />
      {overlay === "help" && <ShortcutsHelp onClose={() => setOverlay(null)} />}
      {overlay === "search" && (
        <Suspense fallback={null}>
          <SearchPalette onClose={() => setOverlay(null)} />
        </Suspense>
      )}
    </div>
  );
}

function Head({ onSearch }: { readonly onSearch: () => void }) {
  const { data: watch } = useWatch();
  return (
    <header className="frame-head">
      <div className="frame-name">
        <strong>{watch?.name ?? "Tocsin"}</strong>
        {watch && <span className="small">{watch.marking}</span>}
      </div>
      {watch && (
        <TimeControl span={{ first: watch.startDay, today: watch.today }} writtenOn={watch.writtenOn} />
      )}
      <button
        type="button"
        className="frame-search"
        onClick={onSearch}
        aria-keyshortcuts="/ Control+K Meta+K"
      >
        <span>Search</span>
        <kbd>/</kbd>
      </button>
      <AccountLine />
    </header>
  );
}
