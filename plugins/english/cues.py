"""The words that report speech: verbs in all their forms, and the nouns and phrases that name a source.

A verb's class says what it can govern. `say` takes a clause or a quotation ("said it was late"), `tell` the same after
the person addressed, `ask` a question, `urge` a person and what to do, `think` a clause that need not have been
spoken, `intend` what the source means to do ("vowed to wait"), `judge` a thing with words about it ("called the plan
“reckless”"), `mark` a quotation only ("went on"). The verbs of the last classes introduce no quotation: `stance`
those of what the source is for or against, or brings up ("backed the plan"), `aim` of what it set out to do, `show` of
what a document is about.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Class = Literal["say", "deny", "tell", "ask", "urge", "think", "intend", "judge", "mark", "stance", "aim", "show"]

_LEMMAS: dict[Class, str] = {
    "say": """say add announce argue assert allege claim contend declare explain insist maintain note observe report
    state stress suggest testify tweet write reply respond counter retort answer acknowledge admit concede confirm
    confess boast brag complain caution conclude confide conclude emphasize emphasise reiterate repeat remark recall
    recount reveal disclose estimate predict forecast project propose vow pledge promise swear threaten warn
    speculate stipulate specify underline underscore comment affirm reaffirm attest aver avow assure opine quip joke
    post proclaim pronounce protest rule signal indicate mention hint imply clarify elaborate lament advise
    recommend charge point_out spell_out make_clear make_it_clear make_plain lay_out go_on put_it find show
    let_it_be_known""",
    "deny": "deny dispute refute rebut reject dismiss disavow disclaim",
    "tell": "tell inform assure remind notify warn advise persuade convince brief",
    "ask": "ask inquire enquire question wonder query demand",
    "urge": """urge exhort implore beg beseech order instruct command ask encourage press call_on call_for appeal
    invite counsel request demand plead""",
    "think": """think believe expect hope fear feel know understand assume suspect doubt consider realize realise learn
    worry wish agree disagree hear see recognize recognise""",
    "intend": """want hope intend plan expect vow pledge promise swear threaten offer propose demand ask agree refuse
    decline""",
    "judge": """accuse applaud assail attack berate blame blast brand call castigate celebrate champion characterize
    characterise chastise chide commend compare condemn congratulate credit criticize criticise decry defend
    denounce call_out stand_by deplore depict deride describe disparage downplay dub endorse excoriate fault hail honor
    impugn
    label lambast lambaste laud liken mock paint portray praise rail rebuke reprimand ridicule salute scold
    scorn slam support tear tease term thank tout welcome cite debate quote refer reference point_to invoke discuss
    outline detail stress rip pan oppose question decline refuse address warn challenge apologize apologise
    denote name express voice grill hammer go_after break_with take_aim_at take_issue_with hit_out_at lay_into
    make_fun_of make_the_case_for""",
    "mark": """continue begin conclude interject interrupt shout yell scream cry exclaim whisper mutter murmur mumble
    bark chant sing read sigh sob weep laugh smile shrug nod chuckle joke snap growl muse reason close open finish start
    speak talk email e-mail text message reflect chime_in sum_up echo gush enthuse crow grumble groan plead pray
    analyze analyse posit summarize summarise hypothesize surmise mouth crack intone sneer scoff fume vent
    holler bellow roar hiss croon drawl stammer
    reckon theorize marvel rave speak_out speak_up lash_out hit_back fire_back shoot_back push_back weigh_in
    double_down sound_off open_up""",
    "stance": """abhor anticipate belittle bemoan deem despise envisage envision extol float foresee herald hype loathe
    malign overestimate pillory regret relay savage shun spurn taunt trash trumpet underestimate vilify
    back favor favour prefer advocate promote highlight view regard judge admire resent respect
    distrust resist downplay overstate understate exaggerate pitch retweet push lobby vote side object
    allude link tie""",
    "show": "document chronicle explore examine trace",
    "aim": "decide seek aim vie opt resolve",
}
_IRREGULAR = {
    "say": "says said saying", "tell": "tells told telling", "write": "writes wrote written writing",
    "think": "thinks thought thinking", "know": "knows knew known knowing", "feel": "feels felt feeling",
    "hear": "hears heard hearing", "see": "sees saw seen seeing", "find": "finds found finding",
    "swear": "swears swore sworn swearing", "speak": "speaks spoke spoken speaking", "sing": "sings sang sung singing",
    "read": "reads reading", "put": "puts putting", "begin": "begins began begun beginning",
    "forecast": "forecasts forecasting", "understand": "understands understood understanding",
    "show": "shows showed shown showing", "go": "goes went going gone", "take": "takes took taken taking",
    "break": "breaks broke broken breaking", "make": "makes made making",
    "spell": "spells spelled spelt spelling", "lay": "lays laid laying", "tear": "tears tore torn tearing",
    "admit": "admits admitted admitting", "refer": "refers referred referring", "rebut": "rebuts rebutted rebutting",
    "beg": "begs begged begging", "plan": "plans planned planning", "rip": "rips ripped ripping",
    "hit": "hits hitting", "brag": "brags bragged bragging", "dub": "dubs dubbed dubbing",
    "sob": "sobs sobbed sobbing", "weep": "weeps wept weeping", "sum": "sums summed summing",
    "nod": "nods nodded nodding", "snap": "snaps snapped snapping",
    "quip": "quips quipped quipping", "recap": "recaps recapped recapping", "slam": "slams slammed slamming",
    "chat": "chats chatted chatting", "learn": "learns learned learnt learning", "aver": "avers averred averring",
    "plead": "pleads pleaded pled pleading", "lead": "leads led leading", "shrug": "shrugs shrugged shrugging",
    "seek": "seeks sought seeking", "shoot": "shoots shot shooting",
    "stand": "stands stood standing",
    "let": "lets letting",
    "chide": "chides chided chiding", "beseech": "beseeches beseeched besought beseeching",
}  # fmt: skip

# Verbs whose past tense is their base form.
_UNCHANGED = frozenset("put read forecast hit let".split())

# Past participles that are no past tense.
PARTICIPLES = (
    frozenset("written spoken sworn known seen shown gone begun sung forecast taken broken".split()) - _UNCHANGED
)

# Verbs whose base form and -s form are as often nouns.
NOUNS = frozenset(
    """report claim call note comment state post question remark answer demand order charge hope fear worry doubt
    signal promise estimate forecast project appeal request show find brief text message email counsel address
    reference support praise blame credit blast protest tweet threaten dispute attack assault fault honor label name
    brand tear term thank plan want offer quote cite detail stress issue support rebuke press
    back favor favour highlight view judge pitch push vote rule side object voice raise aim document""".split()
)

# Verbs that report what was found out; only documents and bodies do that in words.
FOUND_OUT = frozenset("show find".split())

# Nouns that name an act of speech or a stance: those that a clause with "that" follows, those that an infinitive
# follows, and those that what it is about follows, after one of these prepositions.
CLAIMS = frozenset(
    """acknowledgement acknowledgment admission advice allegation announcement argument assertion assessment assurance
    belief bet case charge claim complaint concern conclusion confirmation contention conviction criticism declaration
    denial doubt estimate expectation fear feeling finding hint hope idea insistence message notion opinion pledge
    position prediction promise recognition recommendation reminder report response revelation speculation stance
    statement suggestion suspicion testimony theory threat view vow warning wish worry""".split()
)
AIMS = frozenset(
    """agreement appeal application bid call commitment decision demand desire determination intention intent
    motion offer order petition plan pledge promise proposal readiness recommendation refusal reluctance request
    threat unwillingness vow willingness wish""".split()
)
TOPICS = {
    "acceptance": "of", "accusation": "of", "acknowledgement": "of", "acknowledgment": "of", "admiration": "for of",
    "admission": "of", "adulation": "of", "advice": "on about", "advocacy": "of for", "allegation": "of about",
    "announcement": "of about", "anger": "over at about", "apology": "for", "appeal": "for", "argument": "for against",
    "assessment": "of", "attack": "on", "attitude": "toward towards to", "belief": "in", "call": "for",
    "claim": "of about", "comment": "about on", "complaint": "about of", "concern": "about over", "condemnation": "of",
    "contempt": "for", "criticism": "of", "defense": "of", "defence": "of", "demand": "for", "denial": "of",
    "denunciation": "of", "depiction": "of", "description": "of", "disdain": "for", "dislike": "of", "dismissal": "of",
    "disapproval": "of", "displeasure": "with at", "doubt": "about", "embrace": "of", "endorsement": "of",
    "estimate": "of", "explanation": "of for", "fear": "of about", "feeling": "about", "frustration": "with over",
    "idea": "about for of", "insult": "at", "interpretation": "of", "mockery": "of", "notion": "of", "objection": "to",
    "obsession": "with", "opinion": "of on about", "opposition": "to", "perception": "of", "plan": "for", "plea": "for",
    "pledge": "of", "portrayal": "of", "position": "on", "praise": "for of", "prediction": "of about",
    "preference": "for", "promise": "of", "proposal": "for", "question": "about", "reference": "to", "rejection": "of",
    "remark": "about on", "request": "for", "reservation": "about", "respect": "for", "rhetoric": "about on",
    "skepticism": "about of over toward", "scepticism": "about of over", "speech": "about on", "stance": "on",
    "statement": "about on", "suggestion": "of", "support": "for of behind", "sympathy": "for", "theory": "about",
    "threat": "of", "understanding": "of", "view": "of on about", "vision": "for of", "warning": "of about",
    "worry": "about over",
}  # fmt: skip

# Nouns for who takes a side.
SIDES = frozenset("admirer advocate champion critic defender opponent proponent supporter".split())

# Adjectives that tell what somebody holds or is for or against, with what opens that.
ATTITUDES = {
    "adamant": "that about", "afraid": "that of", "alarmed": "that by at", "angry": "that about at over",
    "anxious": "about", "aware": "that of", "bearish": "on about", "bullish": "on about", "candid": "about",
    "certain": "that of", "clear": "that about", "committed": "to", "concerned": "that about by with over",
    "confident": "that of about in", "convinced": "that of", "coy": "about", "critical": "of",
    "determined": "to", "disappointed": "that by with in", "dismissive": "of", "doubtful": "that of about",
    "dubious": "of about", "eager": "to", "enthusiastic": "about", "fearful": "that of", "firm": "that on",
    "frank": "about", "frustrated": "that by with over", "furious": "that about at over",
    "grateful": "that for", "happy": "that about with", "hopeful": "that about", "hostile": "to",
    "insistent": "that on", "mindful": "of", "nervous": "about", "opposed": "to", "optimistic": "that about",
    "outraged": "that by over at", "outspoken": "about against", "passionate": "about", "pessimistic": "about",
    "pleased": "that by with", "proud": "that of", "receptive": "to", "reluctant": "to",
    "sceptical": "that of about", "skeptical": "that of about", "supportive": "of", "sure": "that of",
    "sympathetic": "to", "unaware": "that of", "uneasy": "about", "unhappy": "that about with",
    "unsure": "that of", "unwilling": "to", "upbeat": "about", "upset": "that about at over",
    "vague": "about on", "vocal": "about", "wary": "of", "willing": "to", "worried": "that about by",
}  # fmt: skip

# Nouns that speak or are quoted, beside people and organisations.
DOCUMENTS = frozenset(
    """statement report letter email e-mail memo memorandum document filing complaint lawsuit suit ruling order
    affidavit indictment transcript tweet post message note press release article editorial column book study
    survey poll review analysis paper website site blog video ad advertisement commercial caption headline slide
    petition resolution bill law constitution treaty agreement communique communiqué draft plan platform policy
    guidelines testimony warrant verdict opinion brief motion data figures records average sign banner placard
    poster billboard newspaper magazine broadcaster channel network program spot voice-over voice chant slogan
    card label research findings film documentary memoir speech remarks comments statistics census footage
    recording judgment judgement decision audit inquiry inspection chart advisory alert notice manifesto
    prospectus docket brochure leaflet flyer account announcement assessment budget bulletin charter clip
    code compilation database decree deposition directive disclosure dispatch entry evidence file files
    form homepage inscription interview investigation newsletter numbers obituary op-ed passage piece plaque
    publication readout regulation results rule rules sheet statute submission summary tests textbook""".split()
)
# Those that show things to the eye.
PICTURES = frozenset("video footage film recording chart ad advertisement commercial spot".split())
GROUPS = frozenset(
    """bench government administration ministry department agency police office campaign committee commission
    court panel board council parliament congress senate house party union group company firm bank school
    university hospital army military navy team club association organization organisation authority bureau
    service embassy jury coalition alliance regime side camp delegation press media family crowd audience staff
    leadership opposition public industry city state county district country nation lobby bloc faction movement
    institute center centre foundation fund federation confederation league society institution chamber caucus
    unit squad crew airline operator manufacturer maker retailer publisher charity nonprofit giant chain clinic
    church diocese palace regulator watchdog tribunal cabinet presidency consortium cooperative trust museum
    militia forces troops guard consulate mission zoo college hotel secretariat assembly legislature prosecution
    defense defence division branch affiliate band bureaucracy carrier community couple elite enforcement force
    gang insurgency insurer junta lender chorus contingent pair parade slew trio minority plurality orchestra
    outfit outlet radio startup station subsidiary television tribe tv wire""".split()
)
# What says something and is no person.
TELLERS = DOCUMENTS | GROUPS
PEOPLE = frozenset(
    """person people man woman men women boy girl child children kid voter voters source sources insider aide
    critic supporter opponent fan viewer reader listener protester demonstrator activist resident local neighbor
    neighbour fireman eyewitness bystander onlooker passer-by parent mother father teenager youth guest attendee
    participant passenger commuter customer shopper patient victim suspect defendant plaintiff prisoner inmate
    refugee migrant immigrant citizen taxpayer worker employee employer colleague friend ally rival foe democrat
    republican conservative liberal progressive moderate independent tory labour member observer expert authority
    narrator announcer caller pundit commentator rebel militant fighter soldier official others one many some few
    several other another both most all anyone everyone someone nobody majority half percent respondent organizer
    pollster delegate dozen hundred thousand handful agent backer civilian confidant counterpart czar dad detainee
    enthusiast evangelical factchecker fact-checker guy hardliner juror loyalist medic mom mum panelist
    parliamentarian predecessor publicist reps skeptic sceptic speechwriter staffer successor surrogate teen
    theorist vet toddler emitter polluter settler shareholder smuggler stakeholder""".split()
)


class Verb(msgspec.Struct, frozen=True):
    """A form of a reporting verb: its lemma and what it can govern.

    `participle` is the present one. `bare` is a form that only a plural, a modal or "to" can stand before; many of
    these are nouns as well.
    """

    lemma: str
    classes: frozenset[Class]
    participle: bool = False
    bare: bool = False

    def can(self, *classes: Class) -> bool:
        """Whether the verb belongs to one of the classes."""
        return not self.classes.isdisjoint(classes)


def _forms(lemma: str) -> list[str]:
    head = lemma.split("_")[0]
    if head in _IRREGULAR:
        return [head, *_IRREGULAR[head].split()]
    if head.endswith("e"):
        return [head, head + "s", head + "d", head[:-1] + "ing"]
    if head.endswith("y") and head[-2] not in "aeiou":
        return [head, head[:-1] + "ies", head[:-1] + "ied", head + "ing"]
    third = "es" if head.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return [head, head + third, head + "ed", head + "ing"]


def _lexicon(*chosen: Class) -> dict[str, dict[str, Verb]]:
    """The verbs of some classes by form, then by what follows them as a part of them, empty for most."""
    classes: dict[str, set[Class]] = {}
    for name in chosen:
        for lemma in _LEMMAS[name].split():
            classes.setdefault(lemma, set()).add(name)
    found: dict[str, dict[str, Verb]] = {}
    for lemma, names in classes.items():
        head, _, rest = lemma.replace("_", " ").partition(" ")
        for form in _forms(lemma):
            bare = form == head and head not in _UNCHANGED
            verb = Verb(f"{head} {rest}".rstrip(), frozenset(names), form.endswith("ing"), bare)
            found.setdefault(form, {})[rest] = verb
    return found


VERBS = _lexicon("say", "deny", "tell", "ask", "urge", "think", "intend", "judge", "mark")
STANCES = _lexicon("stance", "aim", "show")
FORMS = frozenset((*VERBS, *STANCES))


def reporting_verb(word: str, *following: str) -> Verb | None:
    """The reporting verb that a lower-case word is a form of; or None.

    The three words after it tell "point out" and "make it clear" from "point" and "make".
    """
    forms = VERBS.get(word)
    if forms is None:
        return None
    longest = (" ".join(following[:n]) for n in range(len(following), -1, -1))
    return next((forms[rest] for rest in longest if rest in forms), None)


def stance_verb(word: str) -> Verb | None:
    """The verb of class `stance`, `aim` or `show` that a lower-case word is a form of; or None."""
    return STANCES.get(word, {}).get("")
