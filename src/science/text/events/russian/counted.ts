import type { Sentence } from "../event-language.ts";
import type { Mention } from "../mention.ts";
import { NUMBER } from "../token.ts";
import { ACCUSATIVE, GENITIVE, NOMINATIVE } from "./cases.ts";

/** Numerals in the nominative or accusative; the noun they count stands in the genitive. */
const NUMERAL =
  /^(?:два|две|три|четыре|оба|обе|пять|шесть|семь|восемь|девять|десять|[а-яё]+надцать|двадцать|тридцать|сорок|сто|несколько|много|двое|трое|четверо|пятеро|сотни|тысячи|десятки|тысяча|сотня|десяток|группа|большинство|ряд|часть|команда|экипаж)$/;

/** "два российских самолёта нарушили": a genitive behind a numeral is the subject or the object that the numeral is. */
export const counted = ({ tokens }: Sentence, found: readonly Mention[]): Mention[] =>
  found.map((one) => {
    const at = one.from - 1;
    if (at < 0 || one.preposition !== 0 || (one.form & GENITIVE) === 0) return one;
    const isCounted = (tokens.flags[at]! & NUMBER) > 0 || NUMERAL.test(tokens.lower[at]!);
    return isCounted ? { ...one, form: one.form | NOMINATIVE | ACCUSATIVE, isOwner: false } : one;
  });
