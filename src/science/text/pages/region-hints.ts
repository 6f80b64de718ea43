/** What the name, class, id or role of an element says about what is in it. */
export type RegionHint = "chrome" | "never body" | "body" | null;

const CHROME_ELEMENTS = new Set(
  "script style noscript template iframe svg math canvas object embed form select button textarea input label nav footer aside dialog menu audio video figcaption map".split(
    " ",
  ),
);

/** Whole words of class and id that name what surrounds an article. */
const CHROME = new RegExp(
  "(?:^|[\\s_-])(?:" +
    [
      "share|shares|sharing|sharebar|sharetools?|social\\w*|addthis\\w*|addtoany\\w*|follow|followus|likes?|ya-share\\w*|bdshare\\w*|jiathis\\w*|bookmarks?",
      "related\\w*|recommend\\w*|recirc\\w*|more-?(?:news|stories|articles|from|on|links|in|to)|also-?read|read-?(?:more|also|next|on)|see-?also|most-?(?:read|popular|viewed|shared)|popular|trending|trend|up-?next|next-?(?:article|up)|prev-?next|teasers?|promos?|promoted|outbrain\\w*|taboola\\w*|zergnet|partner-?(?:news|links)|xiangguan|tuijian|hot-?(?:news|list)|ranking|rank|top-?news|news-?list|smi2|marketgid|mgid|lentainform|suggest\\w*|similar|sponsor\\w*|read-?also|linked-?news|news-?block|aside-?news",
      "newsletters?|subscri(?:be|ption|ptions)|sign-?up|signup|paywall|piano|regwall|login|register|registration|donat(?:e|ion)|membership|meter\\w*|promo-?box",
      "cookies?|gdpr|consent|onetrust\\w*|banners?|popup|modal|overlay|lightbox|toolbar|tooltip",
      "ads?|advert\\w*|adv|adbox|adsense|adslot|adfox|dfp|doubleclick|guanggao|reklama|mpu|leaderboard",
      "nav|navbar|navigation|menu|submenu|breadcrumbs?|crumbs|pagination|pager|paging|sitemap|skip-?link",
      "sidebar|side-?bar|aside|rail|right-?(?:col|column|rail|bar|side)|rightcol\\w*|widget|widgets|footer|foot|copyright|masthead|topbar|header-?nav|site-?header|page-?header|global-?header|infobox|side",
      "tags?|tag-?list|taglist|keywords|categories|article-?tags|labels|topics",
      "author-?(?:bio|box|info|card|about|description)|about-?(?:the-?)?author|bio|byline\\w*|author|authors|dateline|timestamp|pubdate|publish-?date|post-?meta|entry-?meta|article-?meta|meta|credits?|source|contributors?",
      "captions?|photo-?credit|gallery|slideshow|carousel|thumbs?|thumbnails?|image-?credit|media-?caption|photocaption|wp-caption-text|pswp\\w*",
      "hidden|hide|visually-?hidden|sr-?only|screen-?reader\\w*|noprint|no-?print|print-?(?:link|footer)|printbutton|tools|article-?tools|utility|utilities|actions|buttons?|rating|vote|votes|voting|poll|survey|weather|currency|search|login",
      "pullquote|pull-?quote|correction-?form|feedback|error-?report|disclaimer|trc|viafoura|coral|spot-?im|livefyre|jump-?links|editor-?info|zebianji|toc",
    ].join("|") +
    ")(?=$|[\\s_-])",
  "i",
);
/** These are no article even where they hold most of the prose of a page. */
const NEVER_BODY =
  /(?:^|[\s_-])(?:comment(?:s|ary|list|area|box|form|count|wrap)?|disqus\w*|respond|replies|discussion|otzyv\w*|pinglun|guestbook|footer|foot|copyright|nav|navbar|navigation|menu|sidebar|side-?bar|related\w*|recommend\w*|popular|cookies?|gdpr|consent|newsletters?)(?=$|[\s_-])/i;
const BODY =
  /(?:^|[\s_-])(?:article-?(?:body|text|content|copy|main)?|story-?(?:body|text|content)?|post-?(?:body|content|text)|entry-?(?:content|body|text)|body-?(?:copy|text|content)|main-?(?:text|content|body)|content-?(?:body|text|article)?|text|maincontent|contenttext|newstext|news-?(?:text|body|content)|articlebody|artibody|endtext|zhengwen|zw|neirong|contenido|texte|detail-?(?:text|body|content)?|js_content|b-text|mediawiki|prose)(?=$|[\s_-])/i;
const CHROME_ROLES =
  /^(?:navigation|banner|contentinfo|complementary|search|dialog|alert|alertdialog|menu|menubar|toolbar|button|tablist)$/i;

const known = new Map<string, RegionHint>();
const MOST_KNOWN = 20_000;

/** Reads the hints of one element; camel-cased classes are taken apart first. */
export function regionHint(name: string, attributes: Readonly<Record<string, string>>): RegionHint {
  if (CHROME_ELEMENTS.has(name)) return "chrome";
  const { role = "", itemprop = "", class: classes = "", id = "", style = "" } = attributes;
  if (classes === "" && id === "" && role === "" && style === "" && name === "p") return null;
  const isHidden = attributes["hidden"] !== undefined || attributes["aria-hidden"] === "true";
  if (isHidden || (role !== "" && CHROME_ROLES.test(role))) return "chrome";
  if (itemprop !== "" && /articlebody/i.test(itemprop)) return "body";
  if (style !== "" && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return "chrome";
  if (name === "html" || name === "body") return null;
  if (classes === "" && id === "") return name === "article" || name === "main" ? "body" : null;
  const key = id === "" ? classes.slice(0, 200) : `${classes.slice(0, 200)} ${id.slice(0, 60)}`;
  let hint = known.get(key);
  if (hint === undefined) {
    hint = hintOf(key);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, hint);
  }
  return hint ?? (name === "article" || name === "main" ? "body" : null);
}

/** `has-sidebar`, `no-comments`, `sidebar-left`, `ad-free` tell how a page is laid out, not what is in the element. */
function withoutLayout(key: string): string {
  return key
    .replace(
      /(?:^|(?<=[\s_-]))(?:has|with|no|without|is|show|hide|enable|enabled|two|three|one|full|both|layout|template|single|theme|supports?|js)[_-]+[\w-]+/gi,
      " ",
    )
    .replace(
      /(?:^|(?<=\s))[\w-]*(?:sidebars?|ads?|nav|comments?|footer|header|menu)[_-]+(?:left|right|on|off|open|closed|enabled|disabled|none|layout|free|support(?:ed)?|page|wrap(?:per)?|container)(?=\s|$)/gi,
      " ",
    );
}

function hintOf(key: string): RegionHint {
  const words = withoutLayout(key)
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .replace(/\d+/g, "")
    .replace(/__|[.:/]/g, "-");
  if (NEVER_BODY.test(words)) return "never body";
  if (CHROME.test(words)) return "chrome";
  return BODY.test(words) ? "body" : null;
}
