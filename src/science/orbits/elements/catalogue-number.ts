/** Letters that stand for 10 to 33 before four digits; I and O look like digits and are left out. */
const ALPHA = "ABCDEFGHJKLMNPQRSTUVWXYZ";

export const CATALOGUE_NUMBER_FORM =
  "up to nine digits, or Alpha-5: a letter other than I and O, then four digits";

/** Catalogue number from digits or Alpha-5, "T0438" being 270438; NaN when it is neither. */
export function catalogueNumber(text: string): number {
  const trimmed = text.trim();
  if (/^\d{1,9}$/.test(trimmed)) return Number(trimmed);
  if (!/^[A-HJ-NP-Z]\d{4}$/.test(trimmed)) return NaN;
  return (ALPHA.indexOf(trimmed[0]!) + 10) * 10_000 + Number(trimmed.slice(1));
}
