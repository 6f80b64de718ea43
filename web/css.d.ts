import "react";

declare module "react" {
  interface CSSProperties {
    /** Custom properties that carry data into the style sheets. */
    [name: `--${string}`]: string | number | undefined;
  }
}
