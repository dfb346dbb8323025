"""Signs: what a line of a news page is by its own wording, whatever stands around it.

`SIGNS` is tried from top to bottom and the first that fits is the line's sign. The patterns know the general
furniture of web pages, in the main European languages, and no site. Each is anchored and has one bounded
wildcard at most, and is tried on lines up to `LONGEST` characters only.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from digest import BlockKind

LONGEST = 400  # characters; a longer line is a paragraph of text

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DAY = (
    rf"(?:{_WEEKDAY},?\s+)?(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}"
    r"|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
_CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?"
_NAME = r"[A-Z][\w.’'-]*(?:\s+(?:[A-Z][\w.’'-]*|de|da|del|van|von|der|den|al|el|bin|ibn|la|le|di|dos|y)){0,4}"
_NAMES = rf"{_NAME}(?:(?:,|,?\s+and|,?\s+&|\s+in)\s+{_NAME}){{0,5}}"
_AGENCY = (
    r"(?:Reuters|AFP|AP|Associated Press|Getty(?:\s+Images)?|EPA(?:-EFE)?|EFE|ANSA|DPA|dpa|PA(?:\s+(?:Media|Wire|Images))?"
    r"|Xinhua|Yonhap|Kyodo|Jiji|TASS|Sputnik|RIA Novosti|Anadolu|AA|ANI|PTI|IANS|IRNA|Bloomberg|Alamy|Shutterstock"
    r"|iStock|Zuma(?:\s+Press)?|Sipa|Abaca|NurPhoto|UPI|Rex|Imago|Picture Alliance|Keystone|Canadian Press|AAP|CNS|VCG"
    r"|Unsplash|Pexels|Wikimedia(?:\s+Commons)?|Flickr|Handout|File|Pool|Archive|Courtesy|X|Twitter|Facebook|Instagram)"
)
_ROLE = (
    r"(?:correspondent|reporter|editor|staff writer|staff reporter|news desk|web desk|newsdesk|columnist|bureau chief"
    r"|contributor|contributing writer|producer|journalist|news agency|newsroom)"
)


class Sign(NamedTuple):
    """A kind of line and the test for it; `name` is the reason that a reader is given."""

    name: str
    kind: BlockKind
    fits: Callable[[str], object]


def _whole(*patterns: str, flags: re.RegexFlag = re.IGNORECASE) -> Callable[[str], object]:
    """Fits a line that is one of the patterns and nothing more, with what may stand around a link or button."""
    return re.compile(rf"[\W_]*(?:{'|'.join(patterns)})[\W_]*\Z", flags).match


def _start(*patterns: str, flags: re.RegexFlag = re.IGNORECASE) -> Callable[[str], object]:
    """Fits a line that begins with one of the patterns."""
    return re.compile(rf"[\W_]*(?:{'|'.join(patterns)})", flags).match


_SHARE = (
    r"facebook|twitter|x|whats\s?app|linked\s?in|telegram|reddit|pinterest|e-?mail|messenger|viber|tumblr|instagram|youtube"
    r"|tiktok|threads|bluesky|mastodon|flipboard|pocket|print|copy(?: the)? link|link copied|rss|sms|line|vk|weibo|wechat"
)

_ROLE_WORD = re.compile(rf"\b{_ROLE}\b", re.IGNORECASE)
_SMALL = frozenset("and in of at for the on by to & | - – — / a an".split())
_CAPTION_END = re.compile(
    rf"(?:\(?(?:(?:AP|AFP|EPA|Reuters|REUTERS) (?:Photo|Video|Pool|File)\b|(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Cc]redit|[Ff]ile photo|PHOTO)(?:graph)?s?\s?(?:by|:|credit|courtesy|/|©)"
    rf"|[Vv]ia (?:Getty|AP|Reuters|AFP|Twitter|Facebook)|REUTERS/|©\s?[A-Z]).{{0,80}}|[.\w)\"”]\s?[/|]\s?(?:{_NAME}\s?/\s?)?{_AGENCY}(?:[\s/,]+[A-Z]\w*){{0,3}}(?:\s\d{{1,3}})?"
    rf"|\[(?:File|{_NAME}/{_NAME}).{{0,60}}\]|(?:/|via |, )Getty Images)[)\].]*\Z"
)


def _byline_with_role(text: str) -> bool:
    """A name with a journalist's office: all words capitalised but for small ones, no end of a sentence."""
    words = text.replace(",", " ").split()
    if not 2 <= len(words) <= 14 or text.endswith((".", "?", "!", ":", "”", '"')) or not _ROLE_WORD.search(text):
        return False
    names = [word for word in words if not _ROLE_WORD.fullmatch(word) and word.lower() not in _SMALL]
    return bool(names) and all(word[0].isupper() for word in names)


NEXT_STORY = Sign(
    "link to the next or previous story",
    "other_story",
    re.compile(
        r"[\W_]*(?:(?:PREV|NEXT|PREVIOUS|Prev|Next|Previous|Older|Newer)"
        r"(?:\s+(?:[Aa]rticle|[Pp]ost|[Ss]tory|[Nn]ews|[Pp]age|ARTICLE|POST|STORY|NEWS))?(?:\s*[:»›→«‹←|]\s*\S|\s+[\"“‘]?[A-Z0-9]))"
    ).match,
)
RUNNING_TIME = Sign("running time of a video", "boilerplate", _whole(r"(?:\d{1,2}:)?\d{1,2}:\d{2}", flags=re.NOFLAG))
LINK = Sign(
    "link to another story",
    "other_story",
    _start(
        r"(?:read (?:more|also|next)|also read|more|see also|related(?: (?:article|story|news|post|coverage|reading))?|watch(?: more)?"
        r"|must read|don[’']t miss|recommended|explainer|in pictures|opinion|listen)\s?[:|»›→]\s*\S",
        r"(?:lea también|lee también|leer más|le puede interesar|lire aussi|à lire(?: aussi)?|voir aussi|lesen sie auch|mehr zum thema"
        r"|leggi anche|leia também|leia mais|lees ook|läs också|czytaj także|читайте также)\s?[:|»›→]?\s*\S",
    ),
)

SIGNS: tuple[Sign, ...] = (
    Sign("no words", "boilerplate", re.compile(r"[\W_]*\Z").match),
    Sign(
        "template residue",
        "boilerplate",
        re.compile(
            r".{0,200}?(?:%(?:\d\$)?[ds]\b|\{\{|\}\}|<%|%>|\[object Object\]|spot_img|\$\(document\)|function\s?\(|window\.\w|googletag"
            r"|adsbygoogle|document\.getElement|var \w+ ?=)|(?:undefined|null|NaN|lorem ipsum\b.{0,200})\Z",
            re.IGNORECASE,
        ).match,
    ),
    RUNNING_TIME,
    NEXT_STORY,
    LINK,
    Sign(
        "advertisement",
        "boilerplate",
        _whole(
            r"(?:- )?advert(?:isement|ising)?s?(?: -)?(?: .{0,40})?",
            r"ads?(?: by \w+)?",
            r"(?:sponsored|promoted|paid|partner)(?: (?:content|post|by .{1,40}|links?|stories))?",
            r"(?:story|article) continues (?:below|after).{0,60}",
            r"scroll (?:down )?(?:to continue|for more).{0,60}",
            r"anzeige|werbung|publicidad|publicité|pubblicità|publicidade|advertentie|annons|reklama?|реклама",
        ),
    ),
    Sign(
        "navigation",
        "boilerplate",
        _whole(
            r"(?:skip|jump|go|back) to (?:the )?(?:main |primary )?(?:content|navigation|main|menu|search|top|footer|article|home ?page)",
            r"(?:main |site |toggle |open |close |show |hide )?(?:menu|navigation|search)(?: (?:bar|form|menu|site))?",
            r"home(?: ?page)?|sign in|sign up|sign out|log ?in|log ?out|register|my account|account|your account",
            r"home\s*[>»›/|]\s*.{1,150}",
            r"contact(?: us)?|about(?: us)?|careers|help(?: cent(?:er|re))?|faq|feedback|advertise(?: with us)?|site ?map|e-?paper|newspaper",
            r"(?:privacy|cookies?)(?: (?:policy|notice|settings|preferences|statement))?|terms(?: (?:of|and|&) [\w ]{1,30})?|accessibility.{0,20}",
            r"close|submit|send|cancel|ok|yes|no|reply|like|dislike|save|saved|bookmark|report|more|new|login|loading|video|gallery"
            r"|photos?|live|watch|listen|play|pause|mute|unmute|fullscreen|settings|share",
            r"(?:see|show|view|load|read|learn|find out|discover)(?: all| full| the)?(?: (?:more|less|all|article|story|full story|bio|comments?|replies))?",
            r"zum inhalt springen|saltar al contenido|ir al contenido|aller au contenu|vai al contenuto|pular para o conteúdo",
        ),
    ),
    Sign(
        "sharing",
        "boilerplate",
        _whole(
            rf"(?:(?:share|tweet|post|send|follow|like|join|find|connect|click to share|save|open)(?: (?:this|us|it|our|the))?"
            rf"(?: (?:article|story|post|page|news|channel|group))?(?: (?:on|via|by|to|with|in|at))?\s*)?(?:{_SHARE})(?:[\s,|/·•]+(?:and )?(?:{_SHARE})){{0,12}}",
            r"share(?:d)?(?: (?:this|on|via|with|now|options|your|the|tools|article|story|post)(?: .{0,30})?)?(?: \d+)?",
            r"\d+\.?\d?k? shares?(?: .{0,20})?|tweet(?: this)?|pin it|copy url|share link",
            r"follow .{1,30} on (?:google news|whatsapp|telegram|facebook|twitter|instagram|social media|x).{0,60}",
            r"add .{1,40} as (?:a|your) preferred source.{0,40}|make us preferred.{0,40}|google news",
            r"compartir(?: .{0,30})?|partager(?: .{0,30})?|teilen|condividi(?: .{0,30})?|compartilhar?(?: .{0,30})?|delen|dela|udostępnij|поделиться",
        ),
    ),
    Sign(
        "subscription or newsletter",
        "boilerplate",
        _start(
            r"(?:please )?(?:subscribe|sign up|register)(?: (?:now|today|here|free))*(?: (?:to|for|and)\b.{0,20}(?:\bour\b|\bthe\b|\ba\b|\bto\b|newsletter"
            r"|channel|e-?mail|brief|digest|alert|updates)|\s*[!.:|>»]?\s*\Z)",
            r"(?:get|receive) .{0,60}(?:in|to|into|delivered to|straight to|direct to) your (?:inbox|e-?mail|phone|mailbox)",
            r"(?:newsletters?|e-?mail (?:alerts|updates|address)|your e-?mail(?: address)?|enter your e-?mail.{0,40})\s*[!.:*]?\s*\Z",
            r"(?:already a|become a|not a|for our) (?:subscriber|member|supporter|patron)",
            r"(?:support|help)(?: us)?(?: (?:our|independent|quality|free|local|fund))+ .{0,20}journalism",
            r"donate(?: (?:now|today|here|to us))?\s*[!.]?\s*\Z|support us\b",
            r"(?:download|install|get) (?:the|our) (?:\w+ ){0,3}app\b",
            r"join (?:our|the) .{0,40}(?:whatsapp|telegram|newsletter|mailing list|channel|community)",
            r"you have (?:\d+|reached|read) .{0,40}(?:free articles?|article limit|left this month)",
            r"(?:this (?:article|story|content) is )?(?:for|exclusive to) (?:our )?(?:subscribers|members)(?: only)?\s*[.!]?\s*\Z",
            r"to (?:continue|keep) reading,? .{0,80}(?:subscribe|register|sign|log|account)",
            r"suscríbe(?:te|ase)\b|abonnez-vous\b|s[’']abonner\b|iscriviti alla newsletter|assine (?:já|agora|a newsletter)|jetzt abonnieren",
        ),
    ),
    Sign(
        "cookie or browser notice",
        "boilerplate",
        _start(
            r"(?:we|this (?:web)?site|our (?:web)?site|our partners)(?: and our (?:\w+ )?partners)? (?:use|uses|store|stores) .{0,40}cookies?",
            r"by (?:continuing|using|clicking|browsing|closing|signing up|submitting|providing|subscribing).{0,80}\b(?:agree|accept|consent|acknowledge)",
            r"(?:accept|reject|manage|allow)(?: all)?(?: cookies| preferences| options)?\s*\Z",
            r"(?:your|this|the) (?:device|browser)(?: version)? (?:does(?: not|n[’']t)|is (?:not|out)|no longer)",
            r"(?:please )?(?:enable|turn on|activate|switch on) javascript|javascript (?:is|must|seems|has)|you need to enable javascript",
            r"(?:this|the) (?:video|audio|media|content|page|player) (?:can ?not|can[’']t|could not|is not|is currently|is no longer|is loading|requires)",
            r"media playback|video player is|to (?:play|view|watch) this (?:video|content)|error loading|sorry, (?:this|we|you|the page)",
            r"please (?:upgrade|update|disable|turn off|verify|wait|try again|refresh|check your (?:inbox|e-?mail|browser))|ad-?block(?:er)?\b",
            r"thank you for (?:reading|visiting|subscribing|signing|registering|your (?:feedback|subscription|support))",
            r"utilizamos cookies|nous utilisons des cookies|wir verwenden cookies|utilizziamo (?:i )?cookie",
        ),
    ),
    Sign(
        "comment form",
        "boilerplate",
        _whole(
            r"(?:no |\d+ |view |show |hide |load |post |add |join |leave |see |write |read |all |your |latest |most liked |reader |user |top )*comments?"
            r"(?: .{0,3}\d+.{0,3})?(?: (?:are|is) (?:closed|off|disabled|open).{0,40}| policy| section| guidelines| below| here)?",
            r"(?:leave|post|write|add|submit|cancel) (?:a |your )?(?:reply|comment|response|review)(?: .{0,40})?",
            r"join the (?:conversation|discussion|debate).{0,40}|have your say.{0,60}|what do you think\?.{0,60}|be the first to (?:comment|reply|react).{0,40}",
            r"your e-?mail address will not be published.{0,80}|required fields are marked.{0,20}",
            r"(?:please )?enter (?:a|an|your|the) (?:\w+ ){0,2}(?:comment|name|e-?mail(?: address)?|website|code|password)(?: (?:here|address))?",
            r"you have entered an incorrect.{0,60}|save my name,? e-?mail.{0,120}|notify me of .{0,80}|this site uses akismet.{0,120}",
            r"you must be (?:logged|signed) in.{0,60}|(?:log|sign) in to (?:leave|post|comment|reply|join).{0,60}|comment moderation.{0,80}",
            r"bloggers like this|like this|like loading|name|e-?mail|website|comment|(?:sort|order)(?:ed)? by|newest|oldest|most (?:liked|recent|popular)",
            r"(?:deja|dejar|escribe) (?:un|una) (?:comentario|respuesta)|comentarios?|laisser un commentaire|commentaires?|kommentare?(?: schreiben)?"
            r"|lascia un commento|commenti|deixe (?:um|uma) (?:comentário|resposta)|reacties",
        ),
    ),
    Sign(
        "heading of links to other stories",
        "boilerplate",
        _whole(
            r"(?:related|latest|recent|popular|trending|top|other|more|similar|recommended|featured|breaking|must[- ]read|most[- ]read|hot|today[’']s|you may like)"
            r"(?: (?:and|&) (?:related|popular|latest|recent))?(?: \w+)?"
            r" (?:news|stories|articles|posts?|headlines|topics|reading|reads|links|videos?|content|coverage|searches|stor(?:y|ies))(?: (?:from|on|in|about) .{1,60})?",
            r"(?:related|trending|recommended|most (?:read|popular|viewed|shared|commented|watched)|popular|latest|editor[’']?s[’']? (?:picks?|choice)|don[’']t miss"
            r"|read next|up next|what to read next|breaking news|breaking|just in|elsewhere)(?: (?:now|today|this week|for you|in \w+|on \w+))?",
            r"(?:you (?:may|might|will|could) (?:also |be )?(?:like|enjoy|love|interested in)|recommended for you|picked for you|more for you|readers also (?:like|read)).{0,40}",
            r"(?:more|read more|latest|also) (?:from|on|in|about|by) (?:this|the|our|[A-Z]).{0,60}",
            r"popular posts? (?:from|on) (?:this|the) (?:blog|site|week)|around the web|from (?:our|the) (?:partners?|network|web|archives?)|promoted stories",
            r"noticias relacionadas|te puede interesar|lo más (?:leído|visto)|más noticias|à lire aussi|les plus lus|articles? liés|mehr zum thema|das könnte .{0,40}"
            r"|meistgelesen|notizie correlate|potrebbe interessarti.{0,20}|mais lidas|notícias relacionadas|veja também",
        ),
    ),
    Sign(
        "tags",
        "boilerplate",
        _start(
            r"(?:tags?|tagged(?: (?:with|as|in))?|filed under|filed in|labels?|keywords?|topics? in this article|posted in|categor(?:y|ies)|hashtags?|etiquetas|schlagworte)\s*[:：#]"
        ),
    ),
    Sign(
        "link to read on",
        "boilerplate",
        _whole(
            r"(?:read|see|view|watch|listen to|continue|find|hear|get) (?:on |reading )?(?:the|this|more|her|his|their|our|it)?(?: (?:rest|full|whole|entire|original|complete|more))?"
            r"(?: (?:article|story|post|report|text|piece|interview|statement|transcript|thing|version|video|episode|it))?(?: (?:of .{1,40}))?"
            r" ?(?:here|below|above|at .{1,60}|on our .{1,40}|»|→|>>?)",
            r"(?:click|tap|press|go) (?:here|below|on|through|to (?:read|see|view|watch|listen|enlarge|expand|play|open|share|copy)).{0,80}",
            r"continue reading.{0,120}|read more(?: at| on| from| about| in)?.{0,30}|read (?:the )?(?:full|original) (?:article|story|post|report)",
            r"(?:watch|listen)(?: to)?(?: live| now| the (?:full )?(?:video|clip|interview|audio|podcast|segment))+(?: (?:here|below|above).{0,30})?",
        ),
    ),
    Sign(
        "copyright or legal line",
        "boilerplate",
        _start(
            r"(?:©|\(c\)\s|copyright\b(?!\s+(?:law|infring|claim|case|holder|act|suit|protection|rules|office|material|owner|violation)))",
            r"all rights reserved|(?:this material|this content|no part of this).{0,60}(?:published|broadcast|reproduced|rewritten|redistributed)",
            r"(?:the )?(?:views|opinions)(?: and (?:views|opinions))? (?:expressed|stated) (?:in|by|here|are|on)\b",
            r"disclaimer\s*:|(?:we|this (?:site|post|page|article)) may (?:earn|receive|contain|include) .{0,40}(?:commission|affiliate)",
            r"unauthori[sz]ed (?:reproduction|use|copying)|(?:reproduction|republication) .{0,40}(?:permission|prohibited)",
        ),
    ),
    Sign(
        "note on the page's origin",
        "boilerplate",
        _whole(
            r"(?:the|this) (?:article|text|story|page|post|content|report) (?:is|was) (?:in|written in|translated (?:from|by|into)|automatically translated).{0,60}",
            r"(?:automatically |machine )?translated (?:from|by|with) .{1,60}|view original.{0,40}|read (?:this )?in (?:english|\w+)",
            r"(?:the|this) (?:post|article|story) .{1,160} (?:first )?appeared (?:first )?(?:on|in) .{1,60}",
            r"this (?:article|story|post|report) (?:was |has been |is )?(?:originally |first )?(?:published|posted|generated|auto|sourced|syndicated|produced by).{0,120}",
        ),
    ),
    Sign(
        "time stamp",
        "boilerplate",
        _whole(
            rf"(?:(?:first |last |originally )?(?:published|updated|posted|modified|edited|issued|released|date|created|added|update)(?: (?:on|at|date))?\s*[:|]?\s*)?(?:on |at )?"
            rf"(?:{_CLOCK}(?:\s+[A-Z]{{2,5}})?[,\s|·•–-]*)?{_DAY}(?:[,\s|·•–-]*(?:at |@ )?{_CLOCK}(?:\s*\(?[A-Z]{{2,5}}(?:[+-]\d{{1,4}})?\)?)?)?"
            r"(?:[\s|·•–-]*(?:updated|modified|last|published|read|/).{0,60})?",
            r"(?:(?:published|updated|posted|last updated|modified)\s*:?\s*)?(?:about |over |an? |\d+ ?)?(?:\d+ )?"
            r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?|years?) ago(?: .{0,20})?",
            r"(?:(?:published|updated|posted|last (?:updated|modified|edited))\b(?: (?:on|at|by))?\s*:?\s*(?=\S*\d|yesterday|today|just|an? )).{0,60}",
            r"\d+ ?(?:-| )?(?:min(?:ute)?s?)[ -]?(?:read|listen|watch)(?:ing)?(?: time)?|(?:reading|read|estimated)(?: reading)? time\s?:?.{0,20}",
            rf"(?:yesterday|today|just now|now)(?:,? (?:at )?{_CLOCK})?|{_WEEKDAY},?\s+{_CLOCK}",
            r"\d[\d,.]*k? (?:views?|reads?|likes?|shares?|comments?|followers?)(?: .{0,20})?",
        ),
    ),
    Sign(
        "about the author",
        "boilerplate",
        re.compile(
            r"[\W_]*(?:(?:follow|contact|reach|email|e-mail|find|write to) (?:\w+ ){1,4}(?:on (?:twitter|x|facebook|instagram|linkedin|bluesky|threads)|at|via|by)\b.{0,40}"
            r"|about the authors?\s*\Z|(?:e-?mail|tel|phone|twitter|fax)\s*:\s*\S+\s*\Z|@\w{2,30}\s*\Z|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,20}\s*\Z)",
            re.IGNORECASE,
        ).match,
    ),
    Sign(
        "image source",
        "credit",
        _start(
            r"(?:image|photo|picture|video|media|photograph)s? (?:source|credit|copyright|courtesy(?: of)?|by|via)s?\s*[,:：]?\s*\S",
            r"(?:photos?|pictures?|pic|photography|photographs?|illustration|graphic|video|images?|credits?|foto|fotos|crédit|bild|courtesy)\s?(?:by\s|[:：©]\s*|/\s?)(?=\S.{0,80}\Z)",
        ),
    ),
    Sign(
        "image caption",
        "caption",
        _start(
            r"(?:(?:image|video|media|photo|picture|figure) caption|add (?:text|a caption|caption) to the (?:video|image|photo|picture)|caption)\s?[,:]\s*\S",
            r"(?:file photo|file picture|file image|file pic|file)\s*(?:photo)?\s*[:–—-]\s+\S",
            r"(?:pictured|in (?:this|the) (?:photo|picture|image|file photo|handout)|this (?:photo|handout|combination|undated|file)\b.{0,60}(?:shows?|released|provided))\b",
            r"(?:above|below|left|right|top)\s?:\s+\S",
        ),
    ),
    Sign(
        "photo agency line",
        "credit",
        re.compile(
            rf"[\W_]*(?:(?:{_NAME}\s?[/|–—-]\s?)?{_AGENCY}(?:\s*(?:/|\||,|via|–|—|-|and)\s*(?:{_AGENCY}|{_NAME})){{0,4}}"
            rf"|(?:{_NAME}\s?[/|]\s?){{1,3}}{_NAME}|\(?(?:AP|AFP|Reuters|EPA|PTI) (?:Photo|Video|Archive)s?.{{0,60}})(?:\s+\d{{1,4}})?[\W_]*\Z",
        ).match,
    ),
    Sign(
        "photo agency line",
        "credit",
        re.compile(
            r"(?=[\w .'’-]{1,60}[/|])(?:[A-Z][A-Z.'’-]*\s+){1,4}?[A-Z][A-Z.'’-]*\s?[/|]\s?[A-Z][\w/ .-]{1,60}\Z"
        ).match,
    ),
    Sign(
        "byline",
        "credit",
        re.compile(
            rf"[\W_]*(?:(?:[Bb]y|BY|[Ww]ritten by|[Rr]eported by|[Ss]tory by|[Tt]ext by|[Aa]nalysis by|[Rr]eview by|[Rr]eporting by|[Ee]dited by|[Ee]diting by"
            rf"|[Tt]ranslated by|[Cc]ompiled by|[Pp]roduced by|[Aa]uthors?:|[Ww]riter:|[Rr]eporter:|[Ee]ditor:)\s+(?:the )?{_NAMES}(?:\s*[,;|/–—(•·-]\s*.{{1,120}})?"
            r"|By (?:the )?(?:staff|our|a|agencies|web|news|wire).{0,60})[\W_]*\Z"
        ).match,
    ),
    Sign("byline", "credit", _byline_with_role),
    Sign(
        "sign-off of reporters or agencies",
        "credit",
        _start(
            r"\(?(?:additional |with |further )?(?:reporting|writing|editing|research|contributions?|files|input|inputs|reports?) (?:by|from)\b(?=.{0,160}\)?\.?\Z)",
            r"(?:with|from) (?:agenc(?:y|ies)|wire) (?:inputs?|reports?|services?)|\(?(?:with )?(?:inputs|input) from\b",
            r"(?:the )?[A-Z][\w .,’'&-]{1,120} contributed (?:reporting )?(?:to|for) (?:this|the) (?:report|story|article)\b",
            r"(?:source|sources|via|agenc(?:y|ies))\s*[:：]\s*\S.{0,80}\Z",
            r"(?:agencies|wire (?:services?|reports)|staff (?:report|writer|reporter|and agencies)|news (?:desk|agencies)|web ?desk)\s*\Z",
            r"from (?:the )?[A-Z][\w ’'&.|–-]{1,60}\s+https?://\S+\s*\Z",
        ),
    ),
)
"""The signs, first match wins."""

CAPTION = Sign("caption with its credit", "caption", lambda text: _CAPTION_END.search(text, max(0, len(text) - 140)))


def sign_of(text: str) -> Sign | None:
    """The first sign that fits a line, None for a line that could be a part of the story."""
    if len(text) <= LONGEST:
        for sign in SIGNS:
            if sign.fits(text):
                return sign
    return CAPTION if CAPTION.fits(text) else None


AFTER_STORY: dict[str, BlockKind] = {
    "link to the next or previous story": "other_story",
    "heading of links to other stories": "other_story",
    "comment form": "boilerplate",
    "tags": "other_story",
    "copyright or legal line": "boilerplate",
}
"""Signs that the story is over, with what stands after them."""
