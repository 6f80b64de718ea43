/** What a network can be refused for. */
export type NetworkFault =
  | "no-states"
  | "duplicate-variable"
  | "duplicate-state"
  | "duplicate-parent"
  | "unknown-parent"
  | "cycle"
  | "table-too-large"
  | "missing-row"
  | "row-length"
  | "bad-entry"
  | "row-sum";

/** The family of every refusal in this room. The message is one line: the problem, then what would be right. */
export class BeliefError extends RangeError {
  override name = "BeliefError";
  readonly problem: string;
  readonly remedy: string;

  constructor(problem: string, remedy: string, options?: ErrorOptions) {
    super(`${problem}; ${remedy}`, options);
    this.problem = problem;
    this.remedy = remedy;
  }
}

/** A network that breaks an invariant, at a variable and, where it is one row of its table, at that row. */
export class NetworkInvalid extends BeliefError {
  override name = "NetworkInvalid";
  readonly fault: NetworkFault;
  readonly variable: string;
  readonly row: number | undefined;

  constructor(fault: NetworkFault, at: { variable: string; row?: number }, problem: string, remedy: string) {
    super(problem, remedy);
    this.fault = fault;
    this.variable = at.variable;
    this.row = at.row;
  }
}

/** A BIF text that cannot be read: line and column count from 1. */
export class BifError extends BeliefError {
  override name = "BifError";
  readonly fault: NetworkFault | "syntax";
  readonly line: number;
  readonly column: number;

  constructor(at: { line: number; column: number }, problem: string, remedy: string, cause?: NetworkInvalid) {
    super(`line ${at.line}, column ${at.column}: ${problem}`, remedy, cause ? { cause } : undefined);
    this.fault = cause?.fault ?? "syntax";
    this.line = at.line;
    this.column = at.column;
  }
}

/** Evidence that does not fit the network: unknown names, or numbers that are no likelihoods. */
export class EvidenceInvalid extends BeliefError {
  override name = "EvidenceInvalid";
}

/** A network whose junction tree would not fit, refused before anything of that size is allocated. */
export class NetworkTooLarge extends BeliefError {
  override name = "NetworkTooLarge";
  readonly entries: number;
  readonly bytes: number;
  readonly limitBytes: number;

  constructor(size: { entries: number; bytes: number; limitBytes: number }) {
    const figure = (value: number) => (value < Infinity ? value.toPrecision(3) : "more than 1e308");
    const show = (bytes: number) => `${figure(bytes / 2 ** 30)} GiB`;
    super(
      `exact inference needs ${figure(size.entries)} clique entries, about ${show(size.bytes)}`,
      `the limit is ${show(size.limitBytes)}: give dense variables fewer parents or states`,
    );
    this.entries = size.entries;
    this.bytes = size.bytes;
    this.limitBytes = size.limitBytes;
  }
}

/** One finding as it was given: a state, or a likelihood per state. */
export type GivenFinding =
  | { readonly variable: string; readonly state: string }
  | { readonly variable: string; readonly likelihood: Readonly<Record<string, number>> };

/**
 * Findings that have probability zero together; `conflict` is a subset that does, and no part of it does. No conflict
 * has fewer findings than `atLeast`: this one is proven to be a smallest where that is its length.
 */
export class ImpossibleEvidence extends BeliefError {
  override name = "ImpossibleEvidence";
  readonly conflict: readonly GivenFinding[];
  readonly atLeast: number;

  constructor(conflict: readonly GivenFinding[], atLeast: number) {
    const list = conflict.map((given) =>
      "state" in given ? `${given.variable} = ${given.state}` : `the likelihoods on ${given.variable}`,
    );
    const proof =
      atLeast < list.length ? ` (a conflict of ${atLeast} to ${list.length - 1} is not ruled out)` : "";
    super(
      `the evidence has probability 0: ${list.join(", ")} cannot ${list.length > 1 ? "hold together" : "hold"}${proof}`,
      "drop one of these findings, or give it as likelihoods without zeros",
    );
    this.conflict = conflict;
    this.atLeast = atLeast;
  }
}
