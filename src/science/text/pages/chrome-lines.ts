/** Lines that pages put between and below the paragraphs of an article, in the languages read here. */
const CHROME_LINE = new RegExp(
  "^(?:" +
    [
      "(?:read|see|watch|listen)(?: more| also| next| on)?\\s*:|(?:read|see) (?:more|also|next)\\b|more (?:on|from|in|stories|coverage|news)\\b|related\\b|recommended\\b|also read\\b|don.t miss\\b|most (?:read|popular)\\b|you may (?:also )?like\\b|trending\\b|up next\\b|continue reading\\b|story continues below|article continues below|advertisement\\b|loading\\b|sponsored\\b",
      "sign up\\b|subscribe\\b|follow (?:us|@|\\w+ on)\\b|share (?:this|on|article)?\\b|like us\\b|join (?:us|the (?:conversation|discussion))\\b|get the (?:latest|app)\\b|download (?:the|our)\\b|click here\\b|tap here\\b|comments?\\b(?: \\(|:|$)|leave a (?:comment|reply)|view comments|log ?in\\b|print\\b|email\\b|copyright\\b|©|\\(c\\) \\d|all rights reserved|photo(?:s|graph)?\\s*(?::|by\\b|credit)|image(?:s)?\\s*(?::|by\\b|credit|copyright|caption)|picture:|credit:|source:|tags?:|filed under|topics:|categories:|contact (?:us|the)\\b|have (?:a|you got a) (?:news )?(?:tip|story)|send (?:us )?tips",
      "читайте (?:также|ещё|еще|далее|нас)|смотрите также|см\\. также|по теме|материалы по теме|новости по теме|подпис(?:ывайтесь|аться)|поделиться|комментари[ийев]|реклама\\b|источник:|теги:|метки:|фото:|фото ©|автор:|другие новости|ещё по теме|еще по теме|самое (?:читаемое|популярное|интересное)|популярные|рекомендуем|версия для печати|распечатать|обсудить|оставить комментарий|нашли (?:ошибку|опечатку)|выделите (?:её|ее|и нажмите)|нажмите ctrl|вернуться|наверх|copyright|все права|при (?:использовании|перепечатке|цитировании)|следите за|комментировать|просмотр(?:ов|ы)|чтобы (?:оставить|прокомментировать)|добавить комментарий|авторизуйтесь|войдите|загрузка\\.\\.\\.|поддержите|получайте|оцените|нравится|версия для",
      "相关(?:阅读|新闻|链接|报道|推荐|专题|文章)|相關(?:閱讀|新聞|連結|報導)|延伸(?:阅读|閱讀)|更多(?:新闻|精彩|内容|阅读)|推荐(?:阅读|新闻)|热(?:点|门)(?:推荐|新闻|阅读)|[（(\\[【]?责任编辑|[（(\\[【]?責任編輯|[（(\\[【]?编辑[:：]|[（(]?责编|来源[:：]|來源[:：]|作者[:：]|分享到|分享至|打印|收藏|字号|字體|关闭|返回|评论|網友|网友评论|我要评论|发表评论|上一(?:篇|页|頁)|下一(?:篇|页|頁)|免责声明|版权(?:声明|所有)|版權|声明[:：]|扫一扫|关注微信|微信|更多>>|点击(?:进入|查看|这里)|关键[词字][:：]|标签[:：]|[圖图][說说]?[:：]|[进進]入.{0,12}论坛",
    ].join("|") +
    ")",
  "i",
);
/** Lines that are nothing but an address, a count of something, a byline, or a caption with its credit. */
const BARE_CHROME_LINE =
  /^(?:https?:\/\/\S+|\p{L}[\p{L} ]{2,24}: ?\d{1,4}|[（(〔【[]?(?:本[報报])?[記记]者.{2,12}[／/].{2,10}[報报][導导道][）)〕】\]]?|.{0,180}(?:фото|иллюстрация|photo|image|picture) ?: ?\p{L}[^.!?]{0,40}(?:\.\p{L}{2,4})?)$/iu;
/** Longer than this a line that begins so is a paragraph. */
const CHROME_LINE_LIMIT = 220;
const LEGAL =
  /все права защищены|при (?:использовании|перепечатке|цитировании|воспроизведении|копировании)|зарегистрирован[оа]? (?:в )?(?:федеральн|роскомнадзор|государственн|министерств)|свидетельство о регистрации|all rights reserved|may not be published, broadcast|terms of (?:use|service)|privacy policy|we use cookies|uses cookies|版权所有|版權所有|不代表本(?:站|网|網)|未经授权|未經授權|(?:转载|轉載)(?:请|請|须|須|时|時)|ICP[备證证]|免责声明|免責聲明|(?:仅|僅)代表作者|图片来[自源]|圖片來[自源]|資料照|资料图|to contact the (?:reporter|editor|author)/i;
const LEGAL_LIMIT = 1500;

/** Whether a block is what a page says of itself or offers to its reader. */
export function isChromeLine(text: string, weight: number): boolean {
  if (weight < CHROME_LINE_LIMIT && (CHROME_LINE.test(text) || BARE_CHROME_LINE.test(text))) return true;
  return weight < LEGAL_LIMIT && LEGAL.test(text);
}

const STOP_LINE =
  /^(?:\d+ )?(?:(?:reader |user |post a )?comments?(?: \(\d+\)|:| on this.*)?|(?:leave|write|add|post) a (?:comment|reply)|join the (?:conversation|discussion)|related (?:articles|stories|posts|news|content|topics|links|coverage)|you (?:may|might) (?:also )?(?:like|be interested in)|more (?:from|in|on) .{2,40}|recommended(?: for you| stories| reading)?|most (?:read|popular|viewed)|popular (?:posts|now)|latest (?:news|stories)|trending(?: now)?|(?:последние )?комментари[ийев]+(?: \(\d+\)|:)?|оставить комментарий|добавить комментарий|похожие (?:новости|материалы|статьи)|другие (?:новости|материалы|статьи)(?: .{2,40})?|(?:новости|материалы|статьи) (?:по теме|партнеров|партнёров)|(?:главное|популярное|самое читаемое|последние новости)|相关(?:新闻|阅读|文章|报道|链接)|相關(?:新聞|閱讀|文章|報導)|延伸(?:阅读|閱讀)|(?:网友|最新|全部)?评论(?:\(\d+\))?|發表評論|发表评论|网友评论|推荐(?:阅读|新闻)|热(?:门|点)(?:新闻|推荐|文章)|(?:猜你喜欢|更多新闻|精彩推荐))\s*[:：>»]*$/i;
const STOP_LIMIT = 60;

/** Whether a line heads what comes after an article: comments, links to other articles. */
export function isStopLine(text: string): boolean {
  return text.length <= STOP_LIMIT && STOP_LINE.test(text.trim());
}
