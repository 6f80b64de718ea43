import { type FormEvent, useEffect, useState } from "react";
import { go, presentAddress } from "../../address/use-address.ts";

/** Words to be found in the evidence; taken on Enter. */
export function FullTextField({ text }: { readonly text: string }) {
  const [words, setWords] = useState(text);
  useEffect(() => setWords(text), [text]);
  const find = (event: FormEvent) => {
    event.preventDefault();
    const { q: _q, offset: _offset, ...rest } = presentAddress().params;
    go({ params: words.trim() ? { ...rest, q: words.trim() } : rest });
  };
  return (
    <form className="full-text" role="search" onSubmit={find}>
      <input
        className="field"
        type="search"
        aria-label="Words in the evidence"
        placeholder="Words in the evidence"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <button type="submit" className="button">
        Find
      </button>
    </form>
  );
}
