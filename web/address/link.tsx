import type { AnchorHTMLAttributes, MouseEvent, ReactNode } from "react";
import { writeAddress } from "./address.ts";
import { goTo, useAddress } from "./use-address.ts";

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  readonly to: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

/** A link inside the app: it keeps the day the reader looks from, and leaves modified clicks to the browser. */
export function Link({ to, params = {}, children, ...rest }: LinkProps) {
  const { asOf } = useAddress();
  const href = writeAddress({ path: to, asOf, open: [], params });
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goTo(href);
  };
  return (
    <a {...rest} href={href} onClick={follow}>
      {children}
    </a>
  );
}
