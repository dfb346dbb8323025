"""The words and signs that figures are written with: number words with their values, powers of ten, currencies."""

from __future__ import annotations

# What stands for a currency before a number: "KES 3,000", "Sh20 million".
CURRENCY_CODES = tuple(
    "USD EUR GBP JPY CNY CHF AUD CAD NZD HKD SGD INR KRW RUB TRY ILS BRL MXN ZAR SEK NOK DKK PLN CZK HUF KES UGX TZS "
    "NGN GHS ZMW EGP MAD AED SAR QAR PKR BDT LKR THB IDR MYR PHP VND TWD ARS CLP COP PEN UAH".split()
)
CURRENCY_LETTERS = {"Rs": "INR", "Sh": "KES", "KSh": "KES", "Ksh": "KES", "RM": "MYR", "Rp": "IDR"}

SMALL = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10.0 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {"hundred": 1e2, "dozen": 12.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SCALES |= {"lakh": 1e5, "crore": 1e7}
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}
ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
ORDINALS |= {"thirtieth": 30.0, "fortieth": 40.0, "fiftieth": 50.0, "hundredth": 100.0}
PARTS = {word: ORDINALS[word] for word in "third fourth fifth sixth seventh eighth ninth tenth".split()}
PARTS |= {"half": 2.0, "quarter": 4.0}
PARTS |= {f"{word}s": value for word, value in PARTS.items()}
GLYPHS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8, "⅕": 1 / 5}
VAGUE = {"tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3}
VAGUE |= {"millions": 1e6, "billions": 1e9, "trillions": 1e12}
