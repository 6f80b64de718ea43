import { useSession, useSignOut } from "../api/session.ts";
import "./account-line.css";

/** Who is signed in, and the way out; nothing where there are no accounts. */
export function AccountLine() {
  const { data } = useSession();
  const { mutate, isPending } = useSignOut();
  if (!data?.account) return null;
  const { name, role, ceiling } = data.account;
  return (
    <p className="account-line">
      <span>
        <strong>{name}</strong>{" "}
        <span className="small">
          {role}, up to {ceiling}
        </span>
      </span>
      <button type="button" className="text-button" disabled={isPending} onClick={() => mutate()}>
        Sign out
      </button>
    </p>
  );
}
