import "../panels/level-mark.css";
import "./membership-key.css";

interface MembershipKeyProps {
  readonly names: readonly string[];
  readonly colours: readonly string[];
}

/** How the map shows each framework, more than one, and none. */
export function MembershipKey({ names, colours }: MembershipKeyProps) {
  const layers = colours.map((colour, k) => (k === 0 ? plain(colour) : striped(colour, k)));
  const marks = [
    ...names.map((name, k) => [name, layers[k]!] as const),
    ...(names.length > 1 ? [["both", layers.toReversed().join(", ")] as const] : []),
    ["neither", plain("var(--sunken)")] as const,
  ];
  return (
    <ul className="level-key membership-key" aria-label="Fills">
      {marks.map(([name, background]) => (
        <li key={name}>
          <span className="level-swatch" aria-hidden="true" style={{ background }} />
          {name}
        </li>
      ))}
    </ul>
  );
}

const plain = (colour: string) => `linear-gradient(${colour}, ${colour})`;
const striped = (colour: string, k: number) =>
  `repeating-linear-gradient(${45 * k}deg, var(--surface) 0 1px, ${colour} 1px 4px, var(--surface) 4px 5px, transparent 5px 7px)`;
