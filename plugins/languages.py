"""The language of a text, told by its script and its most frequent small words.

After Gregory Grefenstette, "Comparing two language identification schemes", JADT 1995: for texts of more than
a few sentences, small words do as well as letter trigrams, and a reader can see why.
"""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 4000  # characters
_FEW_WORDS = 12
_LEAST_SHARE = 0.12  # of words that are small words of the language; running text has .3 to .5
_LEAD = 1.15  # times the small words of the next language
_WORD = re.compile(r"[^\W\d_]+")

# The first script that a twentieth of the letters belong to; Japanese is told from Chinese by its syllabaries.
_SCRIPTS = (
    ("ja", re.compile(r"[\u3041-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
)
_SCRIPT_SHARE = 0.05

_SMALL_WORDS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in a is that for on with as was it by at from he said his has have are be this",
        "de": "der die und den das von zu mit im ist des auf für dem ein eine nicht sich auch als an nach wie",
        "fr": "le la les de des du et à en un une que dans pour qui sur est pas par au plus avec ce il elle",
        "es": "el la los las de del que en y a un una por con para se su al como más pero sus lo es este ha",
        "it": "il la i gli le di del della che in e un una per con non si da nel dei alla sono come più anche",
        "pt": "o a os as de do da dos das que em e um uma para com não por no na se mais ao como foi pelo é",
        "nl": "de het een van en in dat is op te zijn voor met die niet aan er om ook als maar bij naar door",
        "sv": "och att det i en som på är av för med till den har de inte om ett men var sig från vi så han",
        "da": "og at det i en som på er af for med til den har de ikke om et men var sig fra vi så han eller",
        "no": "og at det i en som på er av for med til den har de ikke om et men var seg fra vi så han eller",
        "fi": "ja on ei se että oli joka mutta ovat myös kun hän niin sen kuin mukaan jo tai ole vain sekä nyt",
        "pl": "i w na z do się nie że to o jest za od po jak przez dla ale są był oraz co tym jego który która",
        "cs": "a v na se je že s z do o to i za ve pro by jsou po si ale od jako byl při které který také",
        "hu": "a az és hogy nem is egy van volt meg de csak már ezt el még mint azt ki kell akkor szerint után",
        "ro": "și de în a la cu pe nu că din o să un este care mai pentru ce au fost lui sunt prin dar după",
        "tr": "ve bir bu da de için ile olarak çok daha olan gibi ne en kadar sonra var ancak ise dedi olduğu",
        "ru": "и в не на что с по как из он это к за от для но о же у а его был была также после",
        "uk": "і в не на що з та у до як за це від для про але й він є був також після які який",
        "bg": "и на в да не е за се от че с са по до като той това който беше са ще след",
        "ar": "في من على أن إلى عن التي الذي مع هذا هذه كما قال بعد ما لا بين كان و أو",
        "fa": "و در به از که این را با است برای آن یک هم تا بر خود شده کرد او اما",
        "ur": "کے میں کی ہے اور سے کا کو اس نے کہ پر ہیں ایک بھی یہ جو تھا گیا",
        "id": "yang dan di itu dengan untuk dari ini dalam tidak akan pada juga ke karena ada oleh mereka",
    }.items()
}
# The languages that a text can be told to be in.
KNOWN = frozenset(_SMALL_WORDS) | {language for language, _ in _SCRIPTS}


def language_of(text: str) -> str | None:
    """The BCP 47 tag of the text's language; None for a short text and one that is none of the known languages."""
    sample = text[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    letters = sum(map(len, words))
    for language, script in _SCRIPTS:
        if len(script.findall(sample)) > _SCRIPT_SHARE * max(letters, 40):
            return language
    return _by_small_words(words) if len(words) >= _FEW_WORDS else None


def _by_small_words(words: list[str]) -> str | None:
    counts = Counter(words)
    hits = {language: sum(counts[word] for word in small) for language, small in _SMALL_WORDS.items()}
    best, second = sorted(hits, key=lambda language: (-hits[language], language))[:2]
    sure = hits[best] >= _LEAST_SHARE * len(words) and hits[best] >= _LEAD * hits[second]
    return best if sure else None
