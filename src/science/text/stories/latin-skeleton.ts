const LATIN: Readonly<Record<string, string>> = {
  а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ж: "zh", з: "z", и: "i", й: "i", к: "k", л: "l", м: "m", н: "n",
  о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "h", ц: "ts", ч: "ch", ш: "sh", щ: "sh", ъ: "", ы: "i",
  ь: "", э: "e", ю: "iu", я: "ia",
}; // prettier-ignore

/** So many letters of a short name are kept as they are. */
const SHORT = 4;

/**
 * A name as the consonants that its Latin and its Cyrillic spelling have in common, so that Roscosmos and Роскосмос,
 * Plesetsk and Плесецк meet; short names keep their vowels.
 */
export function latinSkeleton(name: string): string {
  const latin = name.toLowerCase().replaceAll(/[а-я]/g, (letter) => LATIN[letter]!);
  const sounds = latin
    .replaceAll("ph", "f")
    .replaceAll("kh", "h")
    .replaceAll("ck", "k")
    .replaceAll("x", "ks")
    .replaceAll(/c(?!h)/g, "k")
    .replaceAll("q", "k")
    .replaceAll("w", "v")
    .replaceAll(/[yj]/g, "i")
    .replaceAll(/(.)\1/g, "$1");
  if (sounds.length <= SHORT) return sounds;
  return sounds[0]! + sounds.slice(1).replaceAll(/[aeiou]/g, "");
}
