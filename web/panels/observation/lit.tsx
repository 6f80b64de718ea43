interface LitProps {
  readonly text: string;
  readonly claim: string;
}

/** A text with the claim lit where it stands in it. */
export function Lit({ text, claim }: LitProps) {
  const at = text.indexOf(claim);
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark>{claim}</mark>
      {text.slice(at + claim.length)}
    </>
  );
}
