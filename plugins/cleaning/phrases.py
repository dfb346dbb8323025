"""Phrases that web pages print around a story, in patterns that a reader can check.

A phrase is a regular expression without regard to case, one a line, in which `…` stands for up to sixty
characters. `WHOLE` phrases must fill a line, but for what may stand around a link; the line may only begin with
one of `OPENING`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Test = Callable[[str], object]


def _alternatives(phrases: str) -> str:
    lines = (line.strip().replace("…", ".{0,60}") for line in phrases.strip().splitlines())
    return "|".join(f"(?:{line})" for line in lines)


def _whole(phrases: str) -> Test:
    return re.compile(rf"[\W_]{{0,60}}(?:{_alternatives(phrases)})[\W_]*\Z", re.IGNORECASE).match


def _opening(phrases: str) -> Test:
    return re.compile(rf"[\W_]{{0,60}}(?:{_alternatives(phrases)})", re.IGNORECASE).match


is_navigation = _whole(
    r"""
    (?:skip|jump|go|back) to (?:the )?(?:main |primary )?(?:content|navigation|main|menu|search|top|footer|article)
    zum inhalt springen|zur navigation springen
    (?:saltar|ir) al contenido
    aller (?:au contenu|à la navigation)
    vai al contenuto|pular para o conteúdo|naar de inhoud
    home\s*[>»›/|].{1,150}
    (?:previous|next|prev|first|last|older|newer)(?: (?:page|slide|image|photo))?
    (?:permalink\s?:?\s?)?https?://\S+
    search this .{2,20}
    get link|other apps|view in browser|cancel
    (?:listen to|hear|save|share) this (?:article|story|post|report|page)…
    (?:reading time\W*)?\d+[ -]min(?:ute)?s?(?: read| of reading)?
    reading time…
    \d[\d.,]*[km]? (?:comments?|responses?|shares?|views?|likes?|reactions?|replies|reads?)
    (?:views|comments|shares|likes)\s?[:(]\s?\d[\d.,]*[km]?
    this (?:article|story|post|news|item|page)? ?has been (?:shared|read|viewed) .{0,20}\d…
    (?:text|font) size…
    listen to …on (?:spotify|apple podcasts|youtube|bbc sounds)…
    scan the qr code…………
    posted (?:by|on) …\bat \d{1,2}:\d\d…
    (?:purchase|acquire|buy|request) licen[sc]ing rights…
    (?:gift|offer|send|forward|print|e-?mail|copy) this (?:article|story|page|link)…
    (?:what you need to know|key (?:points|takeaways|facts|developments)|at a glance|table of contents|contents)\s?:?
    share (?:or comment on this|what you think)…………
    watch more of our videos…
    (?:live )?reporting|ends|visit now|gift this|see more|view more share options
    newest\s{1,3}oldest…
    (?:show|hide|view|open|close|expand) (?:caption|image|photo|gallery|transcript)s?
    (?:article|main|page) content|modal title|quick guide|site (?:index|map)|back to top|toggle navigation
    (?:top|lead|main|cover) story|featured|developing story|exclusive
    from the section .{2,30}
    by (?:continuing|using|clicking|closing|signing)…\byou (?:agree|accept|consent)……
    [«‹←<] ?(?:older|previous|prev).{0,80}|(?:newer|next) ?[»›→>]
    powered by .{2,30}
    """
)

is_advertisement = _whole(
    r"""
    advert(?:isement|ising)s?(?:\s?[^\w\s].{0,30})?
    advertisement (?:story|article|scroll|continue|\d)…
    (?:story|article|text|news) continues(?: (?:below|after)…)?
    after newsletter promotion
    scroll (?:down )?(?:to continue|for more)…
    (?:sponsored|promoted|paid|partner)(?: (?:content|post|by .{1,40}|links?|stories))?
    ……\bT&Cs apply
    """
)

_OTHER = r"(?:related|latest|recent|popular|trending|top|other|more|similar|recommended|featured|breaking|must[- ]read)"
_STORIES = (
    r"(?:news|stor(?:y|ies)|articles|posts?|headlines|topics|reads?|reading|links|videos?|content|coverage|searches"
    r"|episodes)"
)

heads_links = _whole(
    rf"""
    {_OTHER}(?: \w+){{0,2}} {_STORIES}(?: (?:from|on|in|about|for|by) .{{1,40}})?
    (?:most|editors?[’']?s?) (?:read|popular|viewed|shared|commented|watched|recent|picks?|choice)(?: \w+){{0,3}}
    (?:related|trending|recommended|popular|latest|elsewhere|headlines)(?: (?:now|today|this week|for you|on \w+))?
    (?:don[’']t miss|breaking news|breaking|just in)
    (?:read|up|what to read|watch|coming up) next
    (?:read|see|watch) (?:more|also)
    also (?:read|see|on|in) ?\w{{0,12}}
    you (?:may|might|will|could) (?:also )?(?:like|enjoy|love|be interested in).{{0,30}}
    (?:recommended|picked|more) for you
    (?:explore |read |see |view )?more (?:from|on|in|about|by) [\w’' ]{{2,40}}
    popular posts? (?:from|on) (?:this|the) (?:blog|site|week)
    around the web|promoted stories
    also from this (?:source|author|publisher)
    more(?: on)?\s?:?
    in (?:the|other) (?:headlines|news)
    noticias relacionadas|te puede interesar|más noticias|lo más (?:leído|visto)|más (?:sobre|en) .{{1,40}}
    à lire aussi|les plus lus|sur le même sujet
    mehr zum thema|meistgelesen|das könnte .{{0,40}}
    notizie correlate|potrebbe interessarti.{{0,20}}
    mais lidas|notícias relacionadas|veja também
    """
)

_PAGES = r"(?:previous|next|prev|older|newer) (?:article|post|story|news)s?"
turns_page = _whole(rf"{_PAGES}(?: {_PAGES})?(?: home)?")

links_story = _opening(
    r"""
    (?:read|see|watch) (?:more|also|next)\s?[:|»›→]\s*\S
    (?:also read|more|must read|don[’']t miss|recommended|in pictures|watch|watch live|listen)\s?[:|»›→]\s*\S
    (?:also|more) (?:in|on|from) [\w ]{2,30}\s?[:|»›→]\s*\S
    from (?:the|our) archives?\s?[:|»›→]\s*\S
    related(?: (?:article|story|news|post|coverage|reading))?\s?[:|»›→]\s*\S
    (?:lea también|lee también|leer más|le puede interesar)\s?[:|»›→]\s*\S
    (?:lire aussi|à lire|à lire aussi|voir aussi)\s?[:|»›→]\s*\S
    (?:lesen sie auch|mehr zum thema|lees ook|läs också)\s?[:|»›→]\s*\S
    (?:leggi anche|leia também|leia mais|czytaj także|читайте также)\s?[:|»›→]\s*\S
    """
)

is_comment_form = _whole(
    r"""
    (?:(?:\d+|no|view|show|load|post|add|join|leave|see|read|all|your|latest) )*comments?(?: .?\d+.?)?
    comments? (?:are|is) (?:closed|off|disabled|open|reserved|moderated)…
    all (?:the )?comments are moderated…
    (?:leave|post|write|add|submit|cancel) (?:a |your )?(?:reply|comment|response|review)(?: …)?
    join the (?:conversation|discussion|debate)…
    have your say…
    be the first to (?:comment|reply|react)…
    your e-?mail address will not be published…
    (?:please )?enter your (?:comment|name)(?: here)?!?
    (?:please )?enter your e-?mail address here
    you have entered an incorrect…
    save my name,? e-?mail……
    notify me of…
    this site uses akismet……
    you must be (?:logged|signed) in…
    (?:log|sign) in to (?:leave|post|comment|reply|join)…
    we(?: a|[’']?)re no longer accepting comments…
    .{0,8}bloggers like this
    (?:deja|dejar|escribe) (?:un|una) (?:comentario|respuesta)|comentarios?
    laisser un commentaire|commentaires?
    kommentare?(?: schreiben)?
    lascia un commento|commenti|deixe (?:um|uma) (?:comentário|resposta)|reacties
    """
)

has_tags = _opening(
    r"""
    (?:tags?|labels?|keywords?|hashtags?|categor(?:y|ies))\s*[:：#]
    (?:tagged|tagged (?:with|as|in)|filed (?:under|in)|posted in|related topics?)\s*[:：#]
    (?:etiquetas|temas|schlagw[oö]rte[r]?)\s*[:：#]
    (?:see more on|read more about|more about|topics?|key words?)\s*[:：#]
    (?:read )?more (?:on|about|in)\s*[:：#]
    """
)

is_copyright_line = _opening(
    r"""
    [©ⓒ](?:.{0,40}\d{4}|.{0,80}(?:reserved|prohibited))
    <?\s?copyrights?\s?[©ⓒ:(\d]
    copyright [\w’'& ]{2,40},? \d{4}
    .{2,80}(?:[©ⓒ]\s?\d{4}|\d{4}\s?[©ⓒ])
    all rights reserved
    """
)

is_legal_line = _opening(
    r"""
    (?:this material|this content|no part of this)…(?:published|broadcast|reproduced|rewritten|redistributed)
    (?:the )?(?:views|opinions)(?: and opinions)? (?:expressed|stated) (?:here|are|(?:in|by|on) (?:this|the author))\b
    disclaimer\s*:
    privacy (?:notice|policy)\s*:
    our standards\s*:
    (?:we|this (?:site|post|page|article)) may (?:earn|receive|contain|include)…(?:commission|affiliate)
    …(?:is|are) not responsible for (?:the )?(?:content|contents|views)
    all (?:market )?(?:quotes|data) delayed\b
    notes? to editors\b
    this (?:press )?release (?:contains|may contain) forward-looking\b
    """
)

_FOOTER = re.compile(
    r"\b(privacy|cookies?|terms|conditions|contact us|about us|advertis\w+|careers|faqs?|accessibility|site ?map)\b",
    re.IGNORECASE,
)


_APART = re.compile(r"\s{2}|\s[|•·]\s")


def is_footer(text: str) -> bool:
    """Whether a line is the links at the bottom of a page in a row: `About us Terms Privacy Policy`."""
    links = {link.lower() for link in _FOOTER.findall(text)}
    return len(links) > (1 if _APART.search(text) else 2) and not text.endswith((".", "?", "!"))


asks_to_subscribe = _opening(
    r"""
    (?:please )?(?:subscribe|register)(?: (?:now|today|here|free))*\s*[!.:|>»]?\s*\Z
    (?:please )?(?:subscribe|sign up|register) (?:now |today |here )?(?:to|for)…(?:newsletter|e-?mail|brief|digest)
    (?:please )?(?:subscribe|sign up|register) (?:now |today |here )?(?:to|for)…(?:channel|alert|update|\bour\b)
    sign up (?:to|for) [^.,]{2,50}\Z
    (?:get|receive)…(?:in|to|into) your (?:inbox|e-?mail|phone|mailbox)
    (?:get|receive|catch) (?:the |all |more |today)?.{0,30}(?:latest|breaking|live) (?:news|updates|stories)
    newsletter (?:get|receive|sign)…
    support (?:local|independent|quality|our) (?:journalism|news|writing|reporting|media)\b
    take the news with you\b
    (?:already|become|not) an? (?:\w+ )?(?:subscriber|member|supporter|patron)\b
    donate(?: (?:now|today|here|to us))?\s*[!.]?\s*\Z
    (?:download|install|get) (?:the|our) (?:[\w.]+ ){0,4}app\b
    (?:join|follow) (?:our|us|the)…(?:whatsapp|telegram|newsletter|mailing list|channel|community)
    follow us\b
    subscribe (?:to|via)\s*:
    …is now on (?:whatsapp|telegram|threads|bluesky|tiktok)\b
    you have (?:\d+|reached|read)…(?:free articles?|article limit|left this month)
    to (?:continue|keep) reading,?…(?:subscribe|register|sign|log|account)
    (?:this (?:article|story|content) is )?(?:for|exclusive to) (?:our )?(?:subscribers|members)(?: only)?\s*[.!]?\s*\Z
    suscríbe(?:te|ase)\b|abonnez-vous\b|s[’']abonner\b|iscriviti alla newsletter|jetzt abonnieren
    (?:listen|subscribe|follow|available) (?:\w+ )?(?:wherever|on apple podcasts|on spotify)
    assine (?:já|agora|a newsletter)
    (?:did you )?(?:like|enjoying|enjoyed|enjoy) (?:this|the|our) (?:story|article|post|note)\?
    like what you(?:[’']re| are|[’']ve)? (?:read|reading|seen|see|heard|hear)\?
    (?:have you )?got an? (?:news )?(?:story|tip|tip-off)(?: for us)?\?
    """
)

is_notice = _opening(
    r"""
    (?:we|this (?:web)?site|our (?:web)?site|our partners)(?: and our (?:\w+ )?partners)? (?:use|store)s?…cookies?
    by (?:continuing|using|clicking|browsing|closing|signing|submitting|subscribing)……\b(?:agree|accept|consent)
    (?:your|this) (?:device|browser)(?: version)? (?:does(?: not|n[’']t)|is (?:not|out)|no longer)
    (?:please )?(?:enable|turn on|activate|switch on) javascript
    you need to enable javascript
    this (?:video|audio|media|content|page|player) (?:can ?not|can[’']t|could not|requires)
    this (?:video|audio|media|content|page|player) is (?:not available|no longer|loading|currently)
    media playback|video player is|error loading
    to (?:play|view|watch) this (?:video|content)
    the (?:content|page|article) (?:that )?you (?:are|were|have)\b
    (?:do you (?:have|see)|see|spotted?|found|noticed) (?:any|an?) .{0,40}(?:corrections?|error|mistake|typo)\b
    (?:for immediate release|embargoed|under embargo)\b
    please (?:upgrade|update|disable|turn off|verify|wait|try again|refresh|check your|use \w+ browser)
    (?:new ?)?you can now listen to
    (?:if you (?:have been|are|were)|have you been) affected by (?:any of )?(?:the|this|these)\b
    thank you for (?:reading|visiting|subscribing|signing|registering|your (?:feedback|subscription|support))
    utilizamos cookies|nous utilisons des cookies|wir verwenden cookies|utilizziamo (?:i )?cookie
    """
)

_READ = r"(?:read|see|view|watch|hear|get|find)"
_WHOLE = r"(?:rest|full|whole|entire|original)"
_THING = r"(?:article|story|post|report|text|piece|interview|statement|transcript|thing|version|video|episode|it)"
_LANGUAGE = (
    r"(?:arabic|chinese|czech|danish|dutch|english|finnish|french|german|greek|hebrew|hindi|hungarian|indonesian|italian"
    r"|japanese|korean|norwegian|persian|polish|portuguese|romanian|russian|spanish|swedish|thai|turkish|ukrainian|urdu)"
)
_STORY = r"(?:article|story|post|interview|column)"

leads_on = _whole(
    rf"""
    {_READ} (?:the|this|more|her|his|their|our|it)(?: {_WHOLE})? ?{_THING}?(?: of .{{1,40}})? (?:here|below|above)
    {_READ} (?:the|this|more|her|his|their|our)(?: {_WHOLE})? ?{_THING}? (?:at|on our) .{{1,60}}
    {_READ} (?:the )?{_WHOLE} {_THING}
    (?:click|tap|press) (?:here|below|on|through)……
    (?:click|tap|press) to \w+……
    .{{1,60}},? \(?opens (?:in )?(?:a )?new (?:window|tab)\)?
    continue reading……
    read more(?: (?:at|on|from|about|in).{{0,30}})?
    """
)

tells_origin = _whole(
    rf"""
    (?:the|this) {_STORY} (?:is|was) (?:written )?in {_LANGUAGE}
    (?:the|this) {_STORY} (?:is|was) (?:automatically |machine )?translated…
    (?:automatically |machine )?translated (?:from|by|with) …
    (?:the|this) {_STORY} ………(?:first )?appeared (?:first )?(?:on|in) …
    this {_STORY} (?:was|has been|is) (?:originally|first|automatically) (?:published|posted|generated)……
    this {_STORY} (?:originally |first )?appeared (?:originally |first )?(?:on|in)……
    this {_STORY} (?:was|has been) (?:syndicated|edited for)……
    this {_STORY} has(?: not|n[’']t) been edited by………
    (?:appeared|printed|published) in the .{{1,40}} print edition…
    a version of this {_STORY} (?:first )?(?:appears|appeared|was)………
    """
)

is_contact = _whole(
    r"""
    (?:follow|find) (?:[\w.’'-]+ ){1,4}on (?:twitter|x|facebook|instagram|linkedin|bluesky|threads)\b…
    (?:contact|reach|e-?mail|write to) (?:[\w.’'-]+ ){1,4}(?:on|at|via)\b…
    about the authors?
    (?:e-?mail|tel|phone|twitter|fax|(?:media |press )?(?:contacts?|enquiries|inquiries))\s*:\s*\S……
    @\w{2,30}
    \[email\Wprotected\]
    [\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,20}
    """
)

_ADDRESSED = re.compile(r"\b(?:you|your|please|we|us|our)\b", re.IGNORECASE)
_APPEAL = re.compile(
    r"\b(?:e-?mail|contact|support|follow|message|call) us\b|\be-?mail \S{1,64}@|\bget in touch\s*[.!]?\Z"
    r"|\bcall (?:the|our) (?:newsdesk|newsroom)\b|\bsign up (?:to|for) our\b|\byour sign-up\b|\bby registering\b"
    r"|\bbuy (?:me|us) a coffee\b|\bbecome an? (?:member|subscriber|supporter|patron)\b"
    r"|\blog in (?:here|to (?:comment|leave|post|read|continue))\b"
    r"|\bsupport (?:local|independent|our) journalism\b|\breading this (?:article|story)\b"
    r"|\blet us know\b|\bget in touch with\b|\bfeel free to share\b"
    r"|\bour (?:newsletters?|journalism|app|website|channel|privacy policy|community guidelines)\b|\byour inbox\b"
    r"|\bsubmit a letter\b|\bsource of (?:\w+ ){0,2}news\b",
    re.IGNORECASE,
)
_WITNESSES = re.compile(r"\b(?:police|information|witness(?:es)?|anyone)\b", re.IGNORECASE)


def appeals_to_reader(text: str) -> bool:
    """Whether the page speaks to its reader about itself, in a sentence: write to us, support our journalism."""
    return bool(_ADDRESSED.search(text) and _APPEAL.search(text) and not _WITNESSES.search(text))


opens_caption = _opening(
    r"""
    (?:image|video|media|photo|picture|figure) caption\s?[,:]\s*\S
    add (?:text|a caption|caption) to the (?:video|image|photo|picture)\s?[,:]\s*\S
    caption\s?[,:]\s*\S
    \[\d{1,2} ?(?:/|of) ?\d{1,3}\]\s*\S
    [©ⓒ]\s?[\w ]{2,30}\s?/.{60,300}
    (?:an? )?(?:file|representati(?:ve|onal)) (?:photo|picture|image|pic)\b
    \((?:from )?l(?:eft)?\W{1,3}(?:to\W)?r(?:ight)?\)
    file\s?[:–—-]\s+\S
    (?:pictured|above|below)\s?:\s+\S
    in (?:this|the) (?:photo|picture|image|file photo|handout)(?: \w+)?,
    in (?:this|the) (?:photo|picture|image|file photo|handout)(?: \w+)? (?:taken|provided|released|made|dated|posted)\b
    in (?:this|the) (?:photo|picture|image|file photo|handout)(?: \w+)? (?:from|by|on)\b
    this (?:photo|handout|combination|undated|file)\b…(?:shows?|released|provided)\b
    """
)

names_image_source = _opening(
    r"""
    (?:image|photo|picture|video|media|photograph)s? (?:source|credit|copyright|courtesy|by|via)s?\s*[,:：]?\s*\S
    credits?\s?(?:\.{2,3}|\u2026)\s?\S.{0,80}\Z
    (?:photo(?:graph|graphy)?|picture|pic|illustration|graphic|image|credit|courtesy)s?\s?(?:by\s|[:：©=/]\s*)(?=\S.{0,80}\Z)
    [©ⓒ]\s?[^\W\d].{1,60}\Z
    (?:fotos?|crédit|bild)\s?[:：©=/]\s*(?=\S.{0,80}\Z)
    """
)

signs_off = _opening(
    r"""
    \(?(?:additional |with |further )?(?:reporting|writing|editing|research|files|inputs?|reports?) (?:by|from)\b
    additional reporting\s\S.{0,60}\Z
    \(?(?:with )?inputs? from\b
    (?:the )?[\w .,’'&-]{2,120} contributed (?:reporting )?(?:to|for) (?:this|the) (?:report|story|article)\b
    (?:source|sources|via|agenc(?:y|ies))\s*[:：]\s*\S.{0,80}\Z
    (?:agencies|wire (?:services?|reports)|staff (?:report|and agencies)|news (?:desk|agencies)|web ?desk)\s*\Z
    from (?:the )?[\w ’'&.|–-]{2,60}\s+https?://\S+\s*\Z
    [—–-]\s?[^()]{2,60}\(@\w{1,30}\)
    [a-z]{2,4}(?:[/,]\s?[a-z]{2,4}){0,3}\s?\([\w, ]{2,60}\)\Z
    """
)
