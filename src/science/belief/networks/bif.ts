import { NetworkInvalid } from "./belief-error.ts";
import type { Cursor } from "./bif-scanner.ts";
import {
  failAt,
  peek,
  peekItem,
  skipBlock,
  skipProperty,
  take,
  takeName,
  takeNumber,
} from "./bif-scanner.ts";
import type { BeliefNetwork, VariableDefinition } from "./network.ts";
import { defineNetwork, refuseLargeTable } from "./network.ts";

/** A variable block, filled in by its probability block; offsets into the text are kept for errors. */
interface Block {
  readonly name: string;
  readonly states: ReadonlyMap<string, number>;
  readonly declaredAt: number;
  tableAt: number | undefined;
  parents: readonly Block[];
  rows: (Float64Array | undefined)[];
  rowsAt: number[];
}

/**
 * Reads a network in the Bayesian Interchange Format (Cozman, BIF 0.15): `table`, row and `default` entries,
 * properties and comments. Throws BifError with line and column, also for networks that break an invariant.
 */
export function parseBif(text: string): BeliefNetwork {
  const cursor: Cursor = { text, at: 0 };
  const blocks = new Map<string, Block>();
  let name = "unknown";
  const early: number[] = [];
  while (peek(cursor) !== "") {
    const start = cursor.at;
    if (peek(cursor) === ";") {
      cursor.at++;
      continue;
    }
    const keyword = takeName(cursor, "a block");
    if (keyword === "network") name = networkBlock(cursor);
    else if (keyword === "variable") variableBlock(cursor, blocks);
    else if (keyword === "probability" && isDeclared(cursor, blocks)) probabilityBlock(cursor, blocks);
    else if (keyword === "probability") {
      early.push(cursor.at);
      skipBlock(cursor);
    } else if (keyword === "property") skipProperty(cursor);
    else failAt(text, start, `found "${keyword}"`, '"network", "variable" or "probability" opens a block');
  }
  if (blocks.size === 0)
    failAt(text, text.length, "the text has no variables", 'declare them by "variable NAME { … }"');
  for (const at of early) probabilityBlock({ text, at }, blocks);
  return define(name, text, blocks);
}

/** Whether every variable of the probability block ahead is declared already; moves nothing. */
function isDeclared({ text, at }: Cursor, blocks: ReadonlyMap<string, Block>): boolean {
  const ahead: Cursor = { text, at };
  take(ahead, "(", 'after "probability"');
  return namesUpTo(ahead, (name) => blocks.has(name)).every(Boolean);
}

function define(name: string, text: string, blocks: ReadonlyMap<string, Block>): BeliefNetwork {
  try {
    return defineNetwork(name, Array.from(blocks.values(), definitionOf));
  } catch (error) {
    if (!(error instanceof NetworkInvalid)) throw error;
    const block = blocks.get(error.variable)!;
    const row = error.row === undefined ? undefined : block.rowsAt[error.row];
    failAt(text, row ?? block.tableAt ?? block.declaredAt, error.problem, error.remedy, error);
  }
}

const definitionOf = ({ name, states, parents, rows }: Block): VariableDefinition => ({
  name,
  states: [...states.keys()],
  parents: parents.map((parent) => parent.name),
  rows,
});

function networkBlock(cursor: Cursor): string {
  const name = peek(cursor) === "{" ? "unknown" : takeName(cursor, "the network's name");
  take(cursor, "{", "after the network's name");
  while (peek(cursor) !== "}") {
    const start = cursor.at;
    const keyword = takeName(cursor, '"property" or "}"');
    if (keyword !== "property")
      failAt(cursor.text, start, `found "${keyword}"`, "a network block holds properties only");
    skipProperty(cursor);
  }
  cursor.at++;
  return name;
}

function variableBlock(cursor: Cursor, blocks: Map<string, Block>): void {
  peek(cursor);
  const declaredAt = cursor.at;
  const name = takeName(cursor, "the variable's name");
  if (blocks.has(name))
    failAt(cursor.text, declaredAt, `"${name}" is declared twice`, "declare a variable once");
  take(cursor, "{", `after variable "${name}"`);
  let states: Map<string, number> | undefined;
  while (peek(cursor) !== "}") {
    const start = cursor.at;
    const keyword = takeName(cursor, '"type", "property" or "}"');
    if (keyword === "property") skipProperty(cursor);
    else if (keyword === "type" && !states) states = typeEntry(cursor, name);
    else
      failAt(
        cursor.text,
        start,
        `found "${keyword}" in variable "${name}"`,
        'one "type" and properties are right here',
      );
  }
  cursor.at++;
  if (!states) failAt(cursor.text, declaredAt, `"${name}" has no type`, 'add "type discrete [ n ] { … };"');
  blocks.set(name, { name, states, declaredAt, tableAt: undefined, parents: [], rows: [], rowsAt: [] });
}

function typeEntry(cursor: Cursor, variable: string): Map<string, number> {
  peek(cursor);
  const start = cursor.at;
  const kind = takeName(cursor, '"discrete"');
  if (kind !== "discrete")
    failAt(cursor.text, start, `"${variable}" is of type "${kind}"`, "only discrete variables are known");
  take(cursor, "[", 'after "discrete"');
  peek(cursor);
  const count = takeNumber(cursor);
  take(cursor, "]", "after the number of states");
  take(cursor, "{", "before the states");
  const states = new Map<string, number>();
  while (peekItem(cursor) !== "}") {
    const at = cursor.at;
    const state = takeName(cursor, "a state");
    if (states.has(state))
      failAt(cursor.text, at, `"${variable}" has the state "${state}" twice`, "name every state once");
    states.set(state, states.size);
  }
  cursor.at++;
  take(cursor, ";", "after the states");
  if (states.size !== count) {
    failAt(
      cursor.text,
      start,
      `"${variable}" announces ${count} states and lists ${states.size}`,
      "make the two agree",
    );
  }
  return states;
}

function probabilityBlock(cursor: Cursor, blocks: ReadonlyMap<string, Block>): void {
  take(cursor, "(", 'after "probability"');
  peek(cursor);
  const tableAt = cursor.at;
  const [block, ...parents] = namesUpTo(cursor, (name, at) => {
    const known = blocks.get(name);
    return (
      known ?? failAt(cursor.text, at, `"${name}" is not declared`, `declare it by "variable ${name} { … }"`)
    );
  });
  if (!block)
    failAt(cursor.text, tableAt, "the probability block names no variable", "write it between the brackets");
  if (block.tableAt !== undefined) {
    failAt(cursor.text, tableAt, `"${block.name}" has two probability blocks`, "keep one");
  }
  block.tableAt = tableAt;
  block.parents = parents;
  refuseTable(cursor.text, block);
  take(cursor, "{", "after the variables");
  let otherwise: { row: Float64Array; at: number } | undefined;
  while (peek(cursor) !== "}") {
    const at = cursor.at;
    if (peek(cursor) === "(") rowEntry(cursor, block);
    else {
      const keyword = takeName(cursor, "an entry");
      if (keyword === "table") tableEntry(cursor, block, at);
      else if (keyword === "default") otherwise = { row: numbersUpToSemicolon(cursor), at };
      else if (keyword === "property") skipProperty(cursor);
      else
        failAt(
          cursor.text,
          at,
          `found "${keyword}"`,
          'a row "(states) numbers;", "table" or "default" is right here',
        );
    }
  }
  cursor.at++;
  if (otherwise) fillGaps(block, otherwise);
}

function refuseTable(text: string, block: Block): void {
  try {
    refuseLargeTable(block.name, block.states.size * rowCountOf(block));
  } catch (error) {
    if (!(error instanceof NetworkInvalid)) throw error;
    failAt(text, block.tableAt!, error.problem, error.remedy, error);
  }
}

const rowCountOf = (block: Block) => block.parents.reduce((product, { states }) => product * states.size, 1);

function rowEntry(cursor: Cursor, block: Block): void {
  const at = cursor.at++;
  let [row, depth] = [0, 0];
  namesUpTo(cursor, (state, stateAt) => {
    const parent = block.parents[depth++];
    const index = parent?.states.get(state);
    if (parent && index === undefined) {
      failAt(
        cursor.text,
        stateAt,
        `"${parent.name}" has no state "${state}"`,
        `its states are ${listed(parent)}`,
      );
    }
    row = row * (parent?.states.size ?? 1) + (index ?? 0);
  });
  if (depth !== block.parents.length) {
    failAt(
      cursor.text,
      at,
      `the row names ${depth} states`,
      `one per parent of "${block.name}" is right: ${block.parents.length}`,
    );
  }
  if (block.rows[row]) failAt(cursor.text, at, `this row of "${block.name}" is given twice`, "keep one");
  block.rows[row] = numbersUpToSemicolon(cursor);
  block.rowsAt[row] = at;
}

/** A whole table, the variable's own state slowest and the last parent fastest, as the format has it. */
function tableEntry(cursor: Cursor, block: Block, at: number): void {
  const numbers = numbersUpToSemicolon(cursor);
  const [rowCount, stateCount] = [rowCountOf(block), block.states.size];
  if (block.rows.length > 0)
    failAt(cursor.text, at, `"${block.name}" has rows besides its table`, "keep one of the two");
  if (numbers.length !== rowCount * stateCount) {
    const right = `${stateCount} states × ${rowCount} rows = ${rowCount * stateCount} is right`;
    failAt(cursor.text, at, `the table of "${block.name}" has ${numbers.length} numbers`, right);
  }
  for (let row = 0; row < rowCount; row++) {
    block.rows[row] = Float64Array.from(
      { length: stateCount },
      (_, state) => numbers[state * rowCount + row]!,
    );
    block.rowsAt[row] = at;
  }
}

function fillGaps(block: Block, { row, at }: { row: Float64Array; at: number }): void {
  const rowCount = rowCountOf(block);
  for (let i = 0; i < rowCount; i++) {
    if (block.rows[i]) continue;
    block.rows[i] = row;
    block.rowsAt[i] = at;
  }
}

function namesUpTo<T>(cursor: Cursor, read: (name: string, at: number) => T): T[] {
  const items: T[] = [];
  while (peekItem(cursor) !== ")") {
    const at = cursor.at;
    items.push(read(takeName(cursor, "a name"), at));
  }
  cursor.at++;
  return items;
}

function numbersUpToSemicolon(cursor: Cursor): Float64Array {
  const numbers: number[] = [];
  while (peekItem(cursor) !== ";") numbers.push(takeNumber(cursor));
  cursor.at++;
  return Float64Array.from(numbers);
}

function listed({ states }: Block): string {
  const names = [...states.keys()];
  return names.length > 12 ? `${names.slice(0, 12).join(", ")}, … (${names.length})` : names.join(", ");
}
