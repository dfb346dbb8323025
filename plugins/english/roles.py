"""Words that tell what a capitalised name names: offices and professions, forms of address, heads of organisations."""

from __future__ import annotations

# The last word of a phrase that says what a person is.
ROLES = frozenset(
    """academic activist actor actress administrator admiral adviser advisor advocate aide ambassador analyst anchor
    anthropologist archbishop architect artist assistant associate astronomer athlete attorney auditor author
    ayatollah banker baron biologist bishop blogger boss brigadier broadcaster broker businessman businesswoman
    candidate captain cardinal cardiologist caucus-goer chairman chair chairperson chairwoman challenger
    chancellor chaplain chef chemist chief cleric coach co-chair co-chairman co-founder co-author cofounder
    colonel columnist comedian commander commandant commentator commissioner comptroller congressman congresswoman
    constable consul consultant contractor coordinator coroner corporal correspondent councillor councilman
    councilwoman councilmember counsel counselor counsellor critic curator deputy designer detective developer
    dictator diplomat director doctor donor driver economist editor emir emperor engineer envoy epidemiologist
    executive expert farmer filmmaker financier firefighter fisherman founder general geologist governor grandson
    head historian host imam immunologist inspector interpreter intern investigator investor jeweler journalist
    judge justice king laureate lawmaker lawyer leader lecturer legislator lieutenant lobbyist major manager
    marshal mayor master mediator meteorologist minister mogul monarch mp musician negotiator neurologist neighbor
    nominee novelist nurse officer official ombudsman operative organizer organiser oncologist opponent owner
    pastor painter paramedic partner patriarch pathologist pediatrician philanthropist photographer physician
    physicist pilot player playwright poet politician pollster pope premier president president-elect priest
    prince princess principal producer professor prosecutor psychiatrist psychologist publisher queen rabbi ranger
    rector regulator reporter representative researcher resident reverend scholar scientist secretary
    secretary-general seismologist senator sergeant sheikh sheik sheriff singer sociologist soldier solicitor
    speaker specialist spokesman spokesperson spokeswoman star statistician strategist student sultan
    superintendent supervisor surgeon surveyor survivor teacher technician technologist treasurer trooper trustee
    tsar tycoon undersecretary veteran veterinarian vicar vice-president virologist volcanologist volunteer warden
    whistleblower whip widow widower witness worker writer brother daughter father friend girlfriend grandmother
    grandfather husband lady mother nephew niece sister son uncle wife boyfriend fiancee fiance aunt cousin grandson
    granddaughter ceo cfo coo cto clerk policeman policewoman alderman assemblyman assemblywoman moderator
    panelist speechwriter staffer strategist theorist""".split()
)
FORMER = frozenset("former ex acting interim then-candidate then late outgoing incoming deputy senior retired".split())

# Short forms of address and rank, with the gender they show.
HONORIFICS: dict[str, str | None] = {
    **dict.fromkeys("Mr Sir Lord Herr Monsieur Señor Signor".split(), "m"),
    **dict.fromkeys("Mrs Ms Miss Dame Lady Madame Frau Mme Señora Baroness".split(), "f"),
    **dict.fromkeys(
        "Dr Prof Gen Lt Col Sgt Capt Maj Adm Cpl Pvt Brig Rep Reps Sen Sens Gov Pres Supt Insp Det Rev Hon Fr Sr "
        "Cmdr Cdr Pte Amb Atty Sec Messrs Cllr St Drs Govs Gens Profs Brother Sister Comrade".split()
    ),
}
# What a form of address says about the office.
RANKS = {
    "Rep": "representative",
    "Reps": "representative",
    "Sen": "senator",
    "Sens": "senator",
    "Gov": "governor",
    "Govs": "governor",
    "Gen": "general",
    "Prof": "professor",
    "Dr": "doctor",
    "Pres": "president",
    "Capt": "captain",
    "Col": "colonel",
    "Sgt": "sergeant",
    "Lt": "lieutenant",
    "Maj": "major",
    "Adm": "admiral",
    "Amb": "ambassador",
    "Rev": "reverend",
    "Det": "detective",
    "Insp": "inspector",
    "Supt": "superintendent",
}
MALE_ROLES = frozenset(
    """actor alderman assemblyman businessman chairman congressman councilman king prince spokesman sultan emir
    brother father husband nephew son uncle boyfriend fisherman widower grandson grandfather pope archbishop
    cardinal imam ayatollah""".split()
)
FEMALE_ROLES = frozenset(
    """actress assemblywoman businesswoman chairwoman congresswoman councilwoman queen princess spokeswoman
    daughter girlfriend grandmother lady mother niece sister wife widow aunt granddaughter fiancee""".split()
)
# Two-word offices whose second word is the complement of the first.
OFFICES = frozenset(
    {("attorney", "general"), ("solicitor", "general"), ("surgeon", "general"), ("governor", "general")}
)
# What may follow "of" in an office: "Secretary of State", "Minister of Foreign Affairs".
PORTFOLIOS = frozenset(
    """State Defense Defence Treasury Commerce Labor Labour Education Energy Agriculture Transportation Transport
    Interior Justice Finance Health Housing Homeland Security Foreign External Internal Affairs Human Services
    Urban Development Veterans Trade Environment Culture Police Staff Operations Communications Science
    Information Industry Representatives Parliament Congress Commons Lords""".split()
)

# The last word, or the word before "of", of an organisation's name.
ORGANISATIONS = frozenset(
    """Academy Administration Agency Airlines Airways Alliance Army Assembly Associates Association Attorneys
    Authority Bank Bar Battalion Board Brigade Broadcasting Brothers Bundestag Bureau Cabinet Campaign Capital
    Caucus Center Centre Chamber Channel Choir Church Clinic Club Coalition College Command Commission Committee
    Commons Communications Community Companies Company Conference Congress Consortium Consulate Convention Corp
    Corporation Corps Council Court Daily Department Directorate Division Electric Embassy Enterprises Executive
    Exchange Express Faculty Federation Fellowship Finance Firm Force Forces Forum Foundation Fund Gazette
    Government Group Guard Guardian Guild Herald Holdings Hospital House Inc Industries Initiative Inquirer
    Institute Institution Intelligence International Journal Kingdom Knesset Laboratories Laboratory League
    Legislature Library Limited LLC Ltd Magazine Media Ministry Mission Monitor Motors Movement Museum Nations
    Navy Network News Newspaper Observer Office Orchestra Organisation Organization Panel Parliament Partners
    Party Patrol Police Post Press Program Programme Project Prosecutors Publishing Radio Records Registry
    Republic Reserve School Secretariat Senate Service Services Society Squad Staff Standard Star Studios Survey
    Syndicate Systems Taskforce Team Technologies Telegraph Television Theater Theatre Times Today Treasury
    Tribunal Tribune Trust Union Unit University Weekly Workers Works Watch""".split()
)
# Heads that make a place of a name.
PLACES = frozenset(
    """Airport Avenue Basin Bay Beach Boulevard Bridge Building Canyon Cape City Coast County Creek Desert District
    Drive Falls Forest Gulf Hall Harbor Harbour Heights Highway Hill Hills Hotel Island Islands Isle Junction Lake
    Mountain Mountains Ocean Palace Park Parkway Peninsula Plain Plaza Port Prefecture Province Ridge River Road
    Sea Shore Springs Square Station Strait Street Tower Township Tunnel Valley Village Volcano""".split()
)
