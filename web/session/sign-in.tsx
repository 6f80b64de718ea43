import { type FormEvent, useEffect, useState } from "react";
import { useSignIn } from "../api/session.ts";
import "./sign-in.css";

/** All there is to see until somebody says who they are; the address stays, and is shown afterwards. */
export function SignIn() {
  const [account, setAccount] = useState("");
  const [password, setPassword] = useState("");
  const { mutate, isPending, error } = useSignIn();
  useEffect(() => {
    document.title = "Sign in · Tocsin";
  }, []);
  const send = (event: FormEvent) => {
    event.preventDefault();
    mutate({ account, password }, { onError: () => setPassword("") });
  };
  return (
    <main className="sign-in">
      <p className="label">Tocsin</p>
      <h1>Who is asking?</h1>
      <form className="panel stack" aria-label="Sign in" onSubmit={send}>
        <label className="stack">
          <span className="label">Account</span>
          <input
            className="field"
            name="account"
            required
            autoFocus
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={account}
            onChange={(event) => setAccount(event.currentTarget.value)}
          />
        </label>
        <label className="stack">
          <span className="label">Password</span>
          <input
            className="field"
            name="password"
            type="password"
            required
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </label>
        <p>
          <button type="submit" className="button" disabled={isPending}>
            Sign in
          </button>
        </p>
        {error && <p role="alert">{error.message}</p>}
      </form>
      <p className="small quiet">
        Whoever runs this installation gives accounts and new passwords. A session ends after two hours
        without use, and after twelve in any case.
      </p>
    </main>
  );
}
