/** A text with its first letter as a capital. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The opposite: words that opened a sentence as they run on in another. */
export function runningOn(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
