/** A place in a file that a person can put a cursor on. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** One thing wrong with the input: where, what, and what would be right. */
export interface InputIssue extends Place {
  readonly wrong: string;
  readonly right: string;
}

/** `file:line:column: what is wrong; what would be right`. */
export function issueLine({ file, line, column, wrong, right }: InputIssue): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  return `${place}: ${wrong}; ${right}`;
}

/** Thrown when input given by a person is wrong; nothing has been stored. Exit code 1. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly issues: readonly InputIssue[];

  constructor(issues: readonly InputIssue[]) {
    super(issues.map(issueLine).join("\n"));
    this.issues = issues;
  }
}

/** Thrown when the outside failed (disk, database, network); the cause is kept. Exit code 3. */
export class OutsideFailed extends Error {
  override readonly name = "OutsideFailed";

  constructor(what: string, cause?: unknown) {
    super(what, { cause });
  }
}
