import { ANY_CASE, type CaseForm } from "./cases.ts";
import { decline, declineAdjective } from "./decline.ts";

/** First halves of compounds that are not the adjective's own stem: японо-китайский. */
const SHORT: Readonly<Record<string, string>> = {
  американский: "американо",
  японский: "японо",
  французский: "франко",
  немецкий: "германо",
  британский: "британо",
  английский: "англо",
  итальянский: "итало",
  испанский: "испано",
  иранский: "ирано",
  индийский: "индо",
  греческий: "греко",
  украинский: "украино",
};

/** Every case form of an actor's name or adjective, with quotation marks of each kind and without. */
export function namesInCases(name: string, attributive: boolean): CaseForm[] {
  const bare = name.startsWith("«") ? name.replaceAll(/[«»]/g, "") : name;
  if (attributive && /(?:ий|ый|ой)$/.test(bare) && bare === bare.toLowerCase()) {
    const compounds = [SHORT[bare] ?? "", bare.replace(/ий$/, "о")].filter(
      (text) => text !== "" && text.endsWith("о"),
    );
    return [...declineAdjective(bare), ...compounds.map((text) => ({ text, form: ANY_CASE }))];
  }
  return decline(bare).flatMap(({ text, form }) =>
    text.includes("«")
      ? [text, text.replaceAll(/[«»]/g, ""), text.replaceAll(/[«»]/g, '"')].map((one) => ({
          text: one,
          form,
        }))
      : [{ text, form }],
  );
}
