import { Link } from "../address/link.tsx";
import { useAddress } from "../address/use-address.ts";
import { AccountLine } from "../session/account-line.tsx";
import { type Page, PAGES, STEPS } from "../pages/pages.tsx";
import "./pages-nav.css";

/** The pages under the step of the cycle whose result they show. */
export function Pages() {
  return (
    <nav className="pages" aria-label="Pages">
      <ul className="pages-list">
        {PAGES.filter(({ step }) => step === null).map((page) => (
          <PageItem key={page.path} page={page} />
        ))}
      </ul>
      {STEPS.map((step) => (
        <section key={step}>
          <h2 className="pages-step">{step}</h2>
          <ul className="pages-list">
            {PAGES.filter((page) => page.step === step).map((page) => (
              <PageItem key={page.path} page={page} />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

/** On a phone: four pages within reach of a thumb, the rest behind one more press. */
export function PhonePages() {
  return (
    <nav className="phone-pages" aria-label="Pages">
      <ul className="phone-pages-list">
        {PAGES.filter(({ first }) => first).map((page) => (
          <PageItem key={page.path} page={page} />
        ))}
        <li>
          <button type="button" className="page-link" popoverTarget="more-pages">
            More
          </button>
        </li>
      </ul>
      <div popover="auto" id="more-pages" className="more-pages">
        <AccountLine />
        <ul className="pages-list">
          {PAGES.filter(({ first }) => !first).map((page) => (
            <PageItem key={page.path} page={page} />
          ))}
        </ul>
      </div>
    </nav>
  );
}

function PageItem({ page }: { readonly page: Page }) {
  const { path } = useAddress();
  const here = page.path === path || (page.path !== "/" && path.startsWith(`${page.path}/`));
  const closeMore = () => document.getElementById("more-pages")?.hidePopover();
  return (
    <li>
      <Link
        to={page.path}
        className="page-link"
        aria-current={here ? "page" : undefined}
        onClickCapture={closeMore}
      >
        {page.name}
      </Link>
    </li>
  );
}
