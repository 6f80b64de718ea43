/** How much of a scene is under cloud, or of a picture hidden; nothing is drawn where nobody told. */
export function CloudBar({ percent }: { readonly percent: number | null }) {
  if (percent === null) return <span className="cloud-bar" data-unknown title="cloud not told" />;
  const words = `${Math.round(percent)} % hidden`;
  return (
    <span className="cloud-bar" role="img" aria-label={words} title={words}>
      <span style={{ width: `${Math.min(100, Math.max(0, percent))}%` }} />
    </span>
  );
}
