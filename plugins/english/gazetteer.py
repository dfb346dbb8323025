"""Countries, capitals, first-order divisions and large cities of the world, and what lies in what.

A general list, closed by a rule and not by what is in the news: the members of the United Nations with their
capitals and a few territories that are reported as places of their own, the states of the larger federations
whose press is in English, and cities of about a million people or more.
"""

from __future__ import annotations

# country: capital
_CAPITALS = """
Afghanistan: Kabul; Albania: Tirana; Algeria: Algiers; Andorra: Andorra la Vella; Angola: Luanda; Argentina:
Buenos Aires; Armenia: Yerevan; Australia: Canberra; Austria: Vienna; Azerbaijan: Baku; Bahamas: Nassau;
Bahrain: Manama; Bangladesh: Dhaka; Barbados: Bridgetown; Belarus: Minsk; Belgium: Brussels; Belize:
Belmopan; Benin: Porto-Novo; Bhutan: Thimphu; Bolivia: La Paz; Bosnia: Sarajevo; Botswana: Gaborone; Brazil:
Brasilia; Brunei: Bandar Seri Begawan; Bulgaria: Sofia; Burkina Faso: Ouagadougou; Burundi: Gitega;
Cambodia: Phnom Penh; Cameroon: Yaounde; Canada: Ottawa; Cape Verde: Praia; Central African Republic:
Bangui; Chad: N'Djamena; Chile: Santiago; China: Beijing; Colombia: Bogota; Comoros: Moroni; Congo:
Kinshasa; Costa Rica: San Jose; Croatia: Zagreb; Cuba: Havana; Cyprus: Nicosia; Czech Republic: Prague;
Denmark: Copenhagen; Djibouti: Djibouti; Dominican Republic: Santo Domingo; East Timor: Dili; Ecuador:
Quito; Egypt: Cairo; El Salvador: San Salvador; Eritrea: Asmara; Estonia: Tallinn; Eswatini: Mbabane;
Ethiopia: Addis Ababa; Fiji: Suva; Finland: Helsinki; France: Paris; Gabon: Libreville; Gambia: Banjul;
Georgia: Tbilisi; Germany: Berlin; Ghana: Accra; Greece: Athens; Greenland: Nuuk; Grenada: St. George's;
Guatemala: Guatemala City; Guinea: Conakry; Guyana: Georgetown; Haiti: Port-au-Prince; Honduras:
Tegucigalpa; Hungary: Budapest; Iceland: Reykjavik; India: New Delhi; Indonesia: Jakarta; Iran: Tehran;
Iraq: Baghdad; Ireland: Dublin; Israel: Jerusalem; Italy: Rome; Ivory Coast: Yamoussoukro; Jamaica:
Kingston; Japan: Tokyo; Jordan: Amman; Kazakhstan: Astana; Kenya: Nairobi; Kiribati: Tarawa; Kosovo:
Pristina; Kuwait: Kuwait City; Kyrgyzstan: Bishkek; Laos: Vientiane; Latvia: Riga; Lebanon: Beirut; Lesotho:
Maseru; Liberia: Monrovia; Libya: Tripoli; Liechtenstein: Vaduz; Lithuania: Vilnius; Luxembourg: Luxembourg;
Madagascar: Antananarivo; Malawi: Lilongwe; Malaysia: Kuala Lumpur; Maldives: Male; Mali: Bamako; Malta:
Valletta; Mauritania: Nouakchott; Mauritius: Port Louis; Mexico: Mexico City; Moldova: Chisinau; Monaco:
Monaco; Mongolia: Ulaanbaatar; Montenegro: Podgorica; Morocco: Rabat; Mozambique: Maputo; Myanmar:
Naypyidaw; Namibia: Windhoek; Nauru: Yaren; Nepal: Kathmandu; Netherlands: Amsterdam; New Zealand:
Wellington; Nicaragua: Managua; Niger: Niamey; Nigeria: Abuja; North Korea: Pyongyang; North Macedonia:
Skopje; Norway: Oslo; Oman: Muscat; Pakistan: Islamabad; Palau: Ngerulmud; Panama: Panama City; Papua New
Guinea: Port Moresby; Paraguay: Asuncion; Peru: Lima; Philippines: Manila; Poland: Warsaw; Portugal: Lisbon;
Qatar: Doha; Romania: Bucharest; Russia: Moscow; Rwanda: Kigali; Samoa: Apia; San Marino: San Marino; Saudi
Arabia: Riyadh; Senegal: Dakar; Serbia: Belgrade; Seychelles: Victoria; Sierra Leone: Freetown; Singapore:
Singapore; Slovakia: Bratislava; Slovenia: Ljubljana; Solomon Islands: Honiara; Somalia: Mogadishu; South
Africa: Pretoria; South Korea: Seoul; South Sudan: Juba; Spain: Madrid; Sri Lanka: Colombo; Sudan: Khartoum;
Suriname: Paramaribo; Sweden: Stockholm; Switzerland: Bern; Syria: Damascus; Taiwan: Taipei; Tajikistan:
Dushanbe; Tanzania: Dodoma; Thailand: Bangkok; Togo: Lome; Tonga: Nuku'alofa; Trinidad and Tobago: Port of
Spain; Tunisia: Tunis; Turkey: Ankara; Turkmenistan: Ashgabat; Tuvalu: Funafuti; Uganda: Kampala; Ukraine:
Kyiv; United Arab Emirates: Abu Dhabi; United Kingdom: London; United States: Washington; Uruguay:
Montevideo; Uzbekistan: Tashkent; Vanuatu: Port Vila; Vatican City: Vatican City; Venezuela: Caracas;
Vietnam: Hanoi; Yemen: Sanaa; Zambia: Lusaka; Zimbabwe: Harare; Hong Kong: Hong Kong; Macau: Macau;
Palestinian Territories: Ramallah
"""
# country: first-order divisions and nations of it
_DIVISIONS = """
United States: Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida,
Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts,
Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New
Mexico, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina,
South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, West Virginia, Wisconsin, Wyoming, Puerto Rico,
Guam; Canada: Alberta, British Columbia, Manitoba, New Brunswick, Newfoundland, Nova Scotia, Nunavut,
Ontario, Prince Edward Island, Quebec, Saskatchewan, Yukon; United Kingdom: England, Scotland, Wales,
Northern Ireland; Australia: New South Wales, Queensland, South Australia, Tasmania, Northern Territory,
Western Australia; India: Andhra Pradesh, Arunachal Pradesh, Assam, Bihar, Chhattisgarh, Gujarat, Haryana,
Himachal Pradesh, Jharkhand, Karnataka, Kashmir, Kerala, Madhya Pradesh, Maharashtra, Manipur, Nagaland,
Odisha, Punjab, Rajasthan, Sikkim, Tamil Nadu, Telangana, Uttar Pradesh, Uttarakhand, West Bengal; China:
Anhui, Fujian, Gansu, Guangdong, Guangxi, Guizhou, Hainan, Hebei, Heilongjiang, Henan, Hubei, Hunan, Inner
Mongolia, Jiangsu, Jiangxi, Jilin, Liaoning, Ningxia, Qinghai, Shaanxi, Shandong, Shanxi, Sichuan, Tibet,
Xinjiang, Yunnan, Zhejiang; Russia: Chechnya, Dagestan, Siberia; Ukraine: Crimea, Donbas; Palestinian
Territories: Gaza, Gaza Strip, West Bank; Spain: Catalonia, Andalusia; Italy: Sicily, Sardinia, Lombardy,
Tuscany; Germany: Bavaria, Saxony, Hesse; France: Corsica, Brittany, Normandy; Indonesia: Java, Sumatra,
Bali, Aceh, Sulawesi, Papua; Philippines: Luzon, Mindanao; Japan: Hokkaido, Honshu, Kyushu, Okinawa; Greece:
Crete
"""
# country or division: cities
_CITIES = """
California: Los Angeles, San Francisco, San Diego, San Jose, Sacramento, Oakland; New York: New York City,
Manhattan, Brooklyn, Albany, Buffalo; Illinois: Chicago, Springfield; Texas: Houston, Dallas, Austin, San
Antonio, El Paso, Fort Worth; Pennsylvania: Philadelphia, Pittsburgh, Harrisburg; Arizona: Phoenix, Tucson;
Florida: Miami, Orlando, Tampa, Jacksonville, Tallahassee; Ohio: Cleveland, Columbus, Cincinnati; Michigan:
Detroit, Lansing; Massachusetts: Boston; Georgia: Atlanta; Washington: Seattle; Colorado: Denver; Nevada:
Las Vegas; Minnesota: Minneapolis, St. Paul; Missouri: St. Louis, Kansas City; Louisiana: New Orleans, Baton
Rouge; North Carolina: Charlotte, Raleigh; South Carolina: Charleston; Maryland: Baltimore, Annapolis;
Oregon: Portland; Tennessee: Nashville, Memphis; Wisconsin: Milwaukee, Madison; Indiana: Indianapolis;
Kentucky: Louisville; Utah: Salt Lake City; Oklahoma: Oklahoma City, Tulsa; Iowa: Des Moines; Virginia:
Richmond, Arlington; Hawaii: Honolulu; Alaska: Anchorage; New Jersey: Newark, Trenton; New Mexico:
Albuquerque; Alabama: Montgomery; Nebraska: Omaha; Connecticut: Hartford; Rhode Island: Providence; Ontario:
Toronto; Quebec: Montreal; British Columbia: Vancouver; Alberta: Calgary, Edmonton; Manitoba: Winnipeg;
England: Manchester, Liverpool, Leeds, Birmingham, Bristol, Sheffield, Newcastle, Oxford, Cambridge;
Scotland: Edinburgh, Glasgow, Aberdeen; Wales: Cardiff, Swansea; Northern Ireland: Belfast; New South Wales:
Sydney; Australia: Melbourne, Adelaide; Queensland: Brisbane; Western Australia: Perth; New Zealand:
Auckland, Christchurch; China: Shanghai, Chongqing, Tianjin, Guangzhou, Shenzhen, Wuhan, Chengdu, Nanjing,
Hangzhou, Harbin, Dalian, Qingdao, Xi'an, Suzhou, Kunming, Lhasa, Urumqi, Xiamen, Zhengzhou, Changsha,
Shenyang; India: Delhi, Mumbai, Kolkata, Chennai, Bangalore, Bengaluru, Hyderabad, Ahmedabad, Pune, Jaipur,
Lucknow, Kanpur, Surat, Amritsar, Varanasi; Pakistan: Karachi, Lahore, Peshawar, Quetta, Rawalpindi,
Faisalabad, Multan; Bangladesh: Chittagong; Sri Lanka: Kandy; Nepal: Pokhara; Japan: Osaka, Kyoto,
Hiroshima, Nagasaki, Nagoya, Yokohama, Kobe, Fukushima, Sapporo, Fukuoka; South Korea: Busan, Incheon;
Vietnam: Ho Chi Minh City, Da Nang; Myanmar: Yangon, Mandalay; Thailand: Chiang Mai, Phuket; Indonesia:
Surabaya, Bandung; Philippines: Davao, Cebu; Turkey: Istanbul, Izmir, Gaziantep, Adana; Iran: Isfahan,
Mashhad, Tabriz, Shiraz; Iraq: Mosul, Basra, Kirkuk, Erbil, Fallujah; Syria: Aleppo, Homs, Raqqa, Idlib;
Israel: Tel Aviv, Haifa; Gaza: Gaza City, Rafah, Khan Younis; West Bank: Hebron, Nablus, Jenin, Bethlehem;
Saudi Arabia: Jeddah, Mecca, Medina; United Arab Emirates: Dubai; Yemen: Aden, Hodeidah; Egypt: Alexandria,
Giza; Libya: Benghazi; Morocco: Casablanca, Marrakech; Algeria: Oran; Nigeria: Lagos, Kano, Ibadan,
Maiduguri; Kenya: Mombasa; South Africa: Johannesburg, Cape Town, Durban, Soweto; Tanzania: Dar es Salaam,
Zanzibar; Congo: Goma, Lubumbashi; Ivory Coast: Abidjan; Ethiopia: Mekelle; Sudan: Omdurman; Russia: St.
Petersburg, Saint Petersburg, Novosibirsk, Yekaterinburg, Kazan, Sochi, Volgograd, Vladivostok, Rostov,
Belgorod, Kursk; Chechnya: Grozny; Ukraine: Kiev, Kharkiv, Odesa, Odessa, Lviv, Dnipro, Mariupol, Donetsk,
Luhansk, Kherson, Zaporizhzhia, Bakhmut; Crimea: Sevastopol; Poland: Krakow, Gdansk; Germany: Munich,
Hamburg, Frankfurt, Cologne, Stuttgart, Dresden, Leipzig, Bonn, Düsseldorf; France: Marseille, Lyon, Nice,
Toulouse, Strasbourg, Bordeaux, Lille, Calais; Spain: Barcelona, Valencia, Seville, Bilbao; Italy: Milan,
Naples, Turin, Venice, Florence, Genoa, Bologna, Palermo; Netherlands: The Hague, Rotterdam; Belgium:
Antwerp; Switzerland: Geneva, Zurich, Davos, Basel; Austria: Salzburg; Portugal: Porto; Greece:
Thessaloniki; Sweden: Gothenburg, Malmo; Denmark: Aarhus; Norway: Bergen; Mexico: Tijuana, Guadalajara,
Monterrey, Ciudad Juarez, Acapulco, Cancun; Brazil: Sao Paulo, Rio de Janeiro, Salvador, Recife, Fortaleza,
Manaus; Colombia: Medellin, Cali; Ecuador: Guayaquil; Venezuela: Maracaibo; Argentina: Cordoba, Rosario;
Chile: Valparaiso; Bolivia: Santa Cruz; Kazakhstan: Almaty
"""
_ALIASES = {
    "US": "United States", "U.S.": "United States", "USA": "United States", "America": "United States",
    "UK": "United Kingdom", "U.K.": "United Kingdom", "Britain": "United Kingdom", "Great Britain": "United Kingdom",
    "UAE": "United Arab Emirates", "Holland": "Netherlands", "Burma": "Myanmar", "Czechia": "Czech Republic",
    "Côte d'Ivoire": "Ivory Coast", "Swaziland": "Eswatini", "Kiev": "Kyiv", "Washington, D.C.": "Washington",
    "Washington D.C.": "Washington", "D.C.": "Washington", "Washington, DC": "Washington", "NYC": "New York City",
    "Bosnia and Herzegovina": "Bosnia", "Macedonia": "North Macedonia", "Peking": "Beijing", "Bombay": "Mumbai",
    "Calcutta": "Kolkata", "Saigon": "Ho Chi Minh City", "Rangoon": "Yangon", "Sana'a": "Sanaa", "L.A.": "Los Angeles",
    "Türkiye": "Turkey", "Calif.": "California", "Fla.": "Florida", "Tex.": "Texas", "Pa.": "Pennsylvania",
    "Mass.": "Massachusetts", "N.Y.": "New York", "N.J.": "New Jersey", "Va.": "Virginia", "Md.": "Maryland",
    "Mich.": "Michigan", "Ill.": "Illinois", "Ga.": "Georgia", "N.C.": "North Carolina", "S.C.": "South Carolina",
    "Ariz.": "Arizona", "Colo.": "Colorado", "Conn.": "Connecticut", "Wis.": "Wisconsin", "Minn.": "Minnesota",
    "Nev.": "Nevada", "N.H.": "New Hampshire", "N.M.": "New Mexico", "Okla.": "Oklahoma", "Ore.": "Oregon",
    "Tenn.": "Tennessee", "Wash.": "Washington", "La.": "Louisiana", "Ky.": "Kentucky", "Mo.": "Missouri",
    "Ala.": "Alabama", "Ark.": "Arkansas", "Ind.": "Indiana", "Kan.": "Kansas", "Neb.": "Nebraska",
    "R.I.": "Rhode Island",
}  # fmt: skip


def _listed(lists: str) -> dict[str, str]:
    """Each place of "whole: part, part; …" with what it lies in."""
    entries = (entry.split(":") for entry in " ".join(lists.split()).split(";") if entry.strip())
    return {part.strip(): whole.strip() for whole, parts in entries for part in parts.split(",")}


_WITHIN = _listed(_CITIES) | _listed(_DIVISIONS) | {"New York": "United States"}
_WITHIN |= {capital: country for capital, country in _listed(_CAPITALS).items() if capital != country}
COUNTRIES = frozenset(_listed(_CAPITALS).values())
PLACES = COUNTRIES | _WITHIN.keys() | _ALIASES.keys()


def canonical(name: str) -> str:
    """The name that a place is listed under: "US" is "United States"; a name not listed is returned as it is."""
    return _ALIASES.get(name, name)


def lies_in(inner: str, outer: str) -> bool:
    """Whether the first place is known to be part of the second, directly or not: "Lyon" of "France"."""
    place, whole = canonical(inner), canonical(outer)
    for _ in range(3):
        place = _WITHIN.get(place, "")
        if place == whole:
            return True
    return False
