/** The words that carry a language's sentences, whatever they are about; a word may serve several languages. */
export const LATIN_WORDS: Readonly<Record<string, string>> = {
  en:
    "the of and to in a is was for on that by with as at from his her it are be this which an or had not were but " +
    "have has their its who after first been one all also they new two more when over into other some than up out " +
    "about would could said says will can he she we you i there what how why where while during between against " +
    "under through before because if so no only most many such may must should being did do does our my your them " +
    "these those then just like any each both very still even back down off here now year years time people world " +
    "government state city made make way part day use used three four five since until later known called including",
  de:
    "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat " +
    "dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis " +
    "mehr durch man sein wurde wenn kann gegen vom können schon sehr unter diese ihre wir ich",
  fr:
    "le la les de des du et en un une est que qui dans pour pas sur au par plus ce se il avec ne son sa ses mais " +
    "aux ou elle sont cette ont été être comme nous vous leur fait était deux après je tout ces entre aussi sans",
  es:
    "el la los las de del y en un una que es por con para no se su al lo como más fue sus pero este esta ha entre " +
    "también son sobre o desde hasta donde era muy años sin ser dos está cuando han hay todo",
  it:
    "il lo la i gli le di del della dei delle e in un una che è per con non si da al alla nel nella sono come più " +
    "ma anche su ha dal dalla questo essere stato sua suo loro dopo tra o ed era ai alle",
  pt:
    "o a os as de do da dos das e em um uma que é por com para não se na no nas nos ao à como mais foi sua seu são " +
    "mas também pelo pela ou ser entre está até quando muito já ele ela",
  nl:
    "de het een en van in is dat op te zijn met voor die niet aan er om ook als bij door naar uit maar dan wordt " +
    "over werd heeft nog of deze hij ze meer worden tot was kan al",
  sv: "och i att det som en på är av för med den till inte ett om har de från vi var så men kan ska han hon eller efter",
  no: "og i det er på som en å for av at til med de ikke har den et om fra var vi han jeg men så kan ble skal etter",
  da: "og i at det er en til på som af for med den de ikke har et der om fra var vi han jeg men så kan blev skal efter",
  fi: "ja on ei se että oli hän mutta ovat kun myös joka ole niin kuin sen tai vain jo hänen mukaan jos nyt vuonna",
  pl: "i w na z się nie do to że jest o za od jak po co ale dla przez był oraz są tym tak jego przy może roku ma czy",
  cs: "a v na se je že s z do o to i k ve pro za by byl jako po od jsou který která které ale si už nebo jeho roku",
  sk: "a v na sa je že s z do o to i k vo pre za by bol ako po od sú ktorý ktorá ktoré ale si už alebo jeho roku",
  hu: "a az és hogy nem is egy van meg de ez volt csak már mint még el ki vagy lehet azt után szerint ami aki ha",
  ro: "de și în a la cu pe nu o că un din pentru care este mai se sunt au fost ca sau dar după prin între lui ale",
  tr: "ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ne var en olduğu göre ancak her değil ya",
  hr: "i u je na se da su za od s o koji kao ne a iz to koja ali će bi nakon što ili do samo godine već po",
  et: "ja on ei et see oli ka mis kui ta aga oma või mida nii pärast aasta kes välja",
  lv: "un ir ar no par ka kas uz tika arī bet vai pēc gada viņa nav",
  lt: "ir yra kad iš su į bet ne apie po kaip buvo už metų jis taip pat",
  id: "yang dan di dari untuk dengan pada ini itu dalam akan tidak oleh sebagai adalah telah juga ke karena atau",
  vi: "của và là có được cho không trong một những với các người đã khi này từ để đến",
  sq: "të e në dhe për një nga me është që i si do ka më por kjo",
  ca: "de la el i que en a les els per un una amb és del no va al com més ha seva",
};

/** Letters that one language, or few, write; a letter tells as much as a word. */
export const LATIN_LETTERS: Readonly<Record<string, string>> = {
  de: "äöüß",
  fr: "éèàçêùûîôœëï",
  es: "ñáéíóú¿¡",
  it: "àèéìòù",
  pt: "ãõçáéíóúâêà",
  nl: "ëï",
  sv: "åäö",
  no: "åøæ",
  da: "åøæ",
  fi: "äö",
  pl: "ąćęłńóśźż",
  cs: "ěščřžýáíéůúďťň",
  sk: "ľščťžýáíéôúäďňĺŕ",
  hu: "őűáéíóúöü",
  ro: "ășțâîşţ",
  tr: "ışğçöüİ",
  hr: "čćžšđ",
  et: "äõöü",
  lv: "āčēģīķļņšūž",
  lt: "ąčęėįšųūž",
  vi: "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
  sq: "ëç",
  ca: "àèéíòóúçï·",
};
