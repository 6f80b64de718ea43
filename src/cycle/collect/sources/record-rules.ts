import { isDay } from "#model/day.ts";
import { MARKINGS, RELATIONS, URL_KINDS } from "#model/observation.ts";
import { nearest, type CsvRow } from "#science/text/tables/index.ts";
import { type RecordCells, type RecordColumn, type RecordColumns } from "./record-columns.ts";
import { actorsOf, partsOf, periodStart, ROLES } from "./record-observation.ts";

export interface CellFault {
  /** Field of the row, from 0. */
  readonly index: number;
  readonly wrong: string;
  readonly right: string;
}

interface Rule {
  readonly column: RecordColumn;
  readonly right: string;
  /** A rule between two columns is told only where this other one is right by itself. */
  readonly needs?: RecordColumn;
  holds(cells: RecordCells): boolean;
}

const ID = /^[\w.:/-]+$/;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const ACTOR = new RegExp(`^[^:]+(:(${ROLES.join("|")}))?$`);
const LINK = new RegExp(`^(${RELATIONS.join("|")})=[\\w.:/-]+$`);
const ADDRESS = /^https?:\/\/\S+$/;

/** Days that exist in every year: most, and told without the cost of a calendar. */
const COMMON_DAY = /^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/;
const A_DAY = "a calendar day such as 2026-11-23, from 1900 to 2099";

/** What a row must meet, in the order of the columns; of each column the first rule that fails is told. */
const RULES: readonly Rule[] = [
  { column: "id", right: "letters, digits and . : / - _", holds: ({ id }) => ID.test(id) },
  { column: "date", right: A_DAY, holds: ({ date }) => isPlausibleDay(date) },
  {
    column: "date_to",
    right: `${A_DAY}, or nothing`,
    holds: ({ date_to }) => date_to === "" || isPlausibleDay(date_to),
  },
  {
    column: "date_to",
    right: "a day no earlier than date",
    needs: "date",
    holds: (cells) => cells.date_to === "" || periodStart(cells) <= cells.date_to,
  },
  oneOf("precision", ["day", "month", "year"]),
  { column: "known_on", right: A_DAY, holds: ({ known_on }) => isPlausibleDay(known_on) },
  {
    column: "known_on",
    right: "a day no earlier than date",
    needs: "date",
    holds: (cells) => periodStart(cells) <= cells.known_on,
  },
  filled("kind"),
  filled("claim"),
  {
    column: "actors",
    right: "actor ids separated by ; each with :actor, :source or :target or without",
    holds: ({ actors }) => partsOf(actors).every((part) => ACTOR.test(part)),
  },
  { column: "lat", right: "degrees from -90 to 90, or nothing", holds: ({ lat }) => isWithin(lat, 90) },
  {
    column: "lat",
    right: "a latitude, for there is a longitude",
    holds: ({ lat, lon }) => lat !== "" || lon === "",
  },
  { column: "lon", right: "degrees from -180 to 180, or nothing", holds: ({ lon }) => isWithin(lon, 180) },
  {
    column: "lon",
    right: "a longitude, for there is a latitude",
    holds: ({ lat, lon }) => lon !== "" || lat === "",
  },
  filled("source"),
  {
    column: "url",
    right: "an http or https address, or nothing",
    holds: ({ url }) => url === "" || ADDRESS.test(url),
  },
  oneOf("url_kind", URL_KINDS),
  oneOf("reliability", ["A", "B", "C", "D", "E", "F"]),
  oneOf("credibility", ["1", "2", "3", "4", "5", "6"]),
  oneOf("confidence", ["high", "medium", "low"]),
  filled("verified"),
  {
    column: "links",
    right: `relation=id separated by ; with a relation of ${RELATIONS.join(", ")}`,
    holds: ({ links }) => partsOf(links).every((part) => LINK.test(part)),
  },
  {
    column: "marking",
    right: `one of ${MARKINGS.join(", ")}, or nothing`,
    holds: ({ marking }) => ["", ...MARKINGS].includes(marking),
  },
];

/** Everything wrong with one row, a fault for each cell at most. */
export function rowFaults(
  { fields }: CsvRow,
  cells: RecordCells,
  columns: RecordColumns,
  actors: ReadonlySet<string>,
): CellFault[] {
  const broken = RULES.filter((rule) => !rule.holds(cells));
  const isBroken = (column: RecordColumn) => broken.some((rule) => rule.column === column);
  const told = broken.filter(({ needs }) => !needs || !isBroken(needs));
  const first = told.filter(({ column }, i) => told.findIndex((rule) => rule.column === column) === i);
  return [
    ...first.map(({ column, right }) => ({
      index: columns.index[column],
      wrong: said(column, cells[column]),
      right,
    })),
    ...(isBroken("actors") ? [] : strangerFaults(cells, columns, actors)),
    ...columns.measures
      .filter(({ index }) => fields[index] !== "" && !isNumber(fields[index]!))
      .map(({ name, index }) => ({
        index,
        wrong: said(`#${name}`, fields[index]!),
        right: "a number, or nothing",
      })),
  ];
}

/** Names the first actor of the row that the watch does not know. */
function strangerFaults(
  { actors: cell }: RecordCells,
  { index }: RecordColumns,
  actors: ReadonlySet<string>,
): CellFault[] {
  const stranger = actorsOf(cell).find(({ id }) => !actors.has(id));
  if (!stranger) return [];
  const known = nearest(stranger.id, actors);
  const right = known === null ? "an id of actors.csv" : `an id of actors.csv, perhaps "${known}"`;
  return [{ index: index.actors, wrong: `unknown actor "${stranger.id}"`, right }];
}

function said(column: string, cell: string): string {
  const shown = cell.length > 60 ? `${cell.slice(0, 59)}…` : cell;
  return `${column} is ${cell === "" ? "empty" : `"${shown}"`}`;
}

function filled(column: RecordColumn): Rule {
  return { column, right: "some text", holds: (cells) => cells[column].trim() !== "" };
}

function oneOf(column: RecordColumn, words: readonly string[]): Rule {
  return { column, right: `one of ${words.join(", ")}`, holds: (cells) => words.includes(cells[column]) };
}

function isPlausibleDay(text: string): boolean {
  return COMMON_DAY.test(text) || (text >= "1900" && text < "2100" && isDay(text));
}

function isNumber(text: string): boolean {
  return NUMBER.test(text) && Number.isFinite(Number(text));
}

function isWithin(text: string, bound: number): boolean {
  return text === "" || (isNumber(text) && Math.abs(Number(text)) <= bound);
}
