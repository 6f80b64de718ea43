import { Link } from "../address/link.tsx";

export function LostPage() {
  return (
    <p>
      The address may be mistyped. <Link to="/">Go to the watch</Link>
    </p>
  );
}
