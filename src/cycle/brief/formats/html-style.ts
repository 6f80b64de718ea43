import { DARK, LIGHT, paletteVariables } from "../figures/palette.ts";

/** The style sheet of a brief: light, dark and print from the same names. */
export const HTML_STYLE = `
:root { color-scheme: light dark; ${paletteVariables(LIGHT)} }
@media (prefers-color-scheme: dark) { :root { ${paletteVariables(DARK)} } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
main, header, footer { max-width: 46rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 2rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0.5rem 0; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 0.5rem; padding-top: 0.75rem; border-top: 1px solid var(--rule); }
h3 { font-size: 1rem; margin: 1.5rem 0 0.25rem; }
p { margin: 0.25rem 0 0.75rem; }
ul { padding-left: 1.1rem; margin: 0.5rem 0; }
li { margin: 0.35rem 0; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.marking { font-weight: 700; letter-spacing: 0.04em; }
.note { border-left: 3px solid var(--accent); padding: 0.25rem 0.75rem; }
.cites { font-size: 0.75em; white-space: nowrap; vertical-align: 0.25em; font-variant-numeric: tabular-nums; }
.cites a { padding: 0 0.1em; text-decoration: none; }
.cites a:hover { text-decoration: underline; }
figure { margin: 1.5rem 0; }
figure svg { max-width: 100%; min-width: 36rem; height: auto; color: var(--ink); }
figcaption, details, footer, .references { font-size: 0.875rem; }
figcaption { color: var(--muted); margin-bottom: 0.5rem; }
summary { color: var(--muted); cursor: pointer; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: 0.5rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.2rem 0.75rem 0.2rem 0; border-bottom: 1px solid var(--rule); }
.references li { overflow-wrap: anywhere; }
:target { background: var(--level-1); }
footer { color: var(--muted); padding-bottom: 2rem; margin-top: 2rem; }
@media print {
  :root { color-scheme: light; ${paletteVariables(LIGHT)} }
  @page { margin: 20mm; }
  body { font-size: 10pt; }
  main, header, footer { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  details { display: none; }
  figure svg { min-width: 0; }
  figure, tr, li { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
`.trim();
