"""Units of measure and currencies: the words that name them and what they are in one unit a dimension.

Durations are compared in hours, lengths in metres, masses in kilograms, areas in square metres, volumes in
litres, speeds in kilometres an hour, temperatures in degrees Celsius. A month is 30.44 days, a year 365.25.
"""

from __future__ import annotations

import re

import msgspec

from ..english.lemmas import lemma
from ..english.numerals import CURRENCY_CODES, CURRENCY_LETTERS


class Unit(msgspec.Struct, frozen=True):
    """A unit: its name in the singular, the base unit of its dimension, and base = printed * factor + offset."""

    name: str
    base: str
    factor: float = 1.0
    offset: float = 0.0


_TABLE = """
second hour 0.000277777777778: seconds secs sec
minute hour 0.0166666666667: minutes mins min
hour hour 1: hours hrs hr
day hour 24: days
night hour 24: nights
week hour 168: weeks
weekend hour 48: weekends
month hour 730.5: months
quarter hour 2191.5:
year hour 8766: years yrs yr
decade hour 87660: decades
century hour 876600: centuries
millimetre metre 0.001: millimetres millimeter millimeters mm
centimetre metre 0.01: centimetres centimeter centimeters cm
metre metre 1: metres meter meters m
kilometre metre 1000: kilometres kilometer kilometers km kms
inch metre 0.0254: inches
foot metre 0.3048: feet ft
yard metre 0.9144: yards yds
mile metre 1609.344: miles mi
nautical-mile metre 1852: nautical_miles nautical_mile
gram kilogram 0.001: grams gramme grammes g
kilogram kilogram 1: kilograms kilo kilos kg kgs
tonne kilogram 1000: tonnes metric_tons metric_ton
ton kilogram 907.185: tons
ounce kilogram 0.0283495: ounces oz
pound kilogram 0.453592: pounds lbs lb
acre square-metre 4046.86: acres
hectare square-metre 10000: hectares ha
square-metre square-metre 1: square_metres square_metre square_meters square_meter
square-kilometre square-metre 1000000: square_kilometres square_kilometre square_kilometers square_kilometer sq_km
square-foot square-metre 0.092903: square_feet square_foot sq_ft
square-mile square-metre 2589988: square_miles square_mile
litre litre 1: litres liter liters
gallon litre 3.78541: gallons
barrel litre 158.987: barrels
kilometre-an-hour kilometre-an-hour 1: km/h kph kmh kilometres_per_hour kilometers_per_hour kilometres_an_hour
mile-an-hour kilometre-an-hour 1.609344: mph miles_per_hour miles_an_hour
knot kilometre-an-hour 1.852: knots
degree-Celsius degree-Celsius 1: °C ºC degrees_Celsius degrees_C degrees_centigrade C
degree-Fahrenheit degree-Celsius 0.555555555556: °F ºF degrees_Fahrenheit degrees_F F
degree degree 1: degrees °
percent percent 1: % per_cent pct
percentage-point percentage-point 1: percentage_points percentage_point
basis-point percentage-point 0.01: basis_points basis_point
megawatt megawatt 1: megawatts MW
gigawatt megawatt 1000: gigawatts GW
kilowatt megawatt 0.001: kilowatts kW
"""
_CURRENCY_WORDS = """
USD: dollars dollar US_dollars U.S._dollars; EUR: euros euro; GBP: pounds_sterling; JPY: yen; CNY: yuan renminbi;
INR: rupees rupee; RUB: roubles rubles rouble ruble; CHF: Swiss_francs; KRW: won; BRL: reais; MXN: pesos peso;
ZAR: rand; TRY: lira liras; SEK: kronor krona; NOK: kroner; ILS: shekels shekel; SAR: riyals; AED: dirhams;
KES: shillings shilling; NGN: naira; THB: baht; IDR: rupiah; PLN: zlotys zloty
"""
_SIGNS = {
    "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "R$": "BRL", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY",
    "₪": "ILS", "₦": "NGN",
    "Rs.": "INR", "NT$": "TWD", **CURRENCY_LETTERS, **{code: code for code in CURRENCY_CODES},
}  # fmt: skip


def _units() -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for line in _TABLE.strip().splitlines():
        head, _, forms = line.partition(":")
        name, base, factor = head.split()
        # 0 °C is 32 °F.
        unit = Unit(name, base, float(factor), -32 * 5 / 9 if name == "degree-Fahrenheit" else 0.0)
        for form in [name.replace("-", " "), *forms.split()]:
            found[form.replace("_", " ")] = unit
    return found


def _currencies() -> dict[str, Unit]:
    entries = (entry.partition(":") for entry in " ".join(_CURRENCY_WORDS.split()).split(";"))
    return {
        form.replace("_", " "): Unit(code.strip(), code.strip()) for code, _, forms in entries for form in forms.split()
    }


UNITS = _units()
_HUNDREDTHS = {"cents": "USD", "cent": "USD", "pence": "GBP", "penny": "GBP", "p": "GBP"}
CURRENCIES = _currencies() | {form: Unit(code, code, 0.01) for form, code in _HUNDREDTHS.items()}
UNIT_WORDS = frozenset(lemma(word) for form in UNITS for word in form.split())
_FORMS = sorted([*UNITS, *CURRENCIES], key=lambda form: (-len(form), form))
_UNIT = re.compile(r"[ \u00a0-]?(?P<unit>" + "|".join(map(re.escape, _FORMS)) + r")(?![\w’])(?:[’'](?=\s|$))?")
_SIGN = re.compile(
    r"(?<![A-Za-z])(?P<sign>" + "|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True)) + r") ?$"
)
_RATE = re.compile(
    r" ?(?:per|an?|/|(?:for )?(?:each|every)(?: [A-Z]\w+)?) ?"
    r"(?P<per>hour|day|week|month|year|barrel|share|person|gallon|lit(?:er|re)|ton(?:ne)?"
    r"|head|ounce|night|pound|mile|kilo(?:gram)?|square foot|vote|student|ticket)\b"
    r"|-(?P<adverb>a-(?:hour|day|week|month|year))\b"
)


class PrintedUnit(msgspec.Struct, frozen=True):
    """A unit where it stands: up to `end`."""

    unit: Unit
    end: int


def unit_after(text: str, position: int, end: int) -> PrintedUnit | None:
    """The unit or currency word right after a number, after a space or a hyphen."""
    match = _UNIT.match(text, position, end)
    if match is None:
        return None
    form = match["unit"]
    # A bare "m" or "°" needs its number to touch it; "won" is a verb unless a power of ten precedes.
    if form == "won" and not text[:position].endswith(("illion", "bn", "trillion")):
        return None
    if form in ("C", "F", "p") and match[0] != form:
        return None
    if form in ("m", "g", "ha", "mi", "min", "sec", "hr") and match[0] not in (form, f" {form}"):
        return None
    return PrintedUnit(UNITS.get(form) or CURRENCIES[form], match.end())


def currency_before(text: str, position: int, start: int) -> tuple[Unit, int] | None:
    """The currency whose sign ends at `position`, and where the sign begins."""
    match = _SIGN.search(text, max(start, position - 5), position)
    if match is None:
        return None
    code = _SIGNS[match["sign"]]
    return Unit(code, code), match.start()


def rate_after(text: str, position: int, end: int) -> tuple[str, int] | None:
    """What an amount is for ("a barrel", "per person") and where that ends."""
    match = _RATE.match(text, position, end)
    return (match["per"] or match["adverb"][2:], match.end()) if match else None
