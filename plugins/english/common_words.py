"""Common English words by what they do in a sentence, for telling a text's subjects from its grammar.

The closed classes are complete; the open ones list what newspaper prose of any subject uses. Verbs are base
forms of words that are seldom nouns ("become"); words that are as often nouns ("report") are left out.
"""

from __future__ import annotations

DETERMINERS = frozenset(
    """a an the this that these those my your his her its our their whose every each any some no another such
    both either neither all half many few several more most less least fewer other certain various own same""".split()
)

PREPOSITIONS = frozenset(
    """about above across after against ahead along alongside amid amidst among amongst around as at atop away
    before behind below beneath beside besides between beyond by concerning despite down during except for
    from in inside into like near of off on onto opposite out outside over past per regarding since through
    throughout till to toward towards under underneath unlike until up upon versus via with within without""".split()
)

FUNCTION_WORDS = (
    DETERMINERS
    | PREPOSITIONS
    | frozenset(
        """i me mine myself you yours yourself yourselves he him himself she hers herself it itself we us ours
    ourselves they them theirs themselves one ones oneself who whom which what whatever whoever whichever
    where when why how whether while and or but nor so yet if because although though unless than then there
    here not n't cannot am is are was were be been being isn't aren't wasn't weren't have has had having
    haven't hasn't hadn't do does did done doing don't doesn't didn't will would shall should can could may
    might must won't wouldn't shan't shouldn't can't couldn't mightn't mustn't ought let let's i'm i've i'll
    i'd you're you've you'll you'd he's he'll he'd she's she'll she'd it's it'll we're we've we'll we'd
    they're they've they'll they'd that's there's here's what's who's anybody anyone anything everybody
    everyone everything somebody someone something nobody none nothing else etc mr mrs ms dr vs yes no ok
    okay""".split()
    )
)

AUXILIARIES = frozenset(
    """is are was were be been being am has have had having do does did will would shall should can could may might
    must not n't 's 're 've 'd 'll 'm cannot hasn't haven't hadn't didn't doesn't don't wouldn't won't isn't
    wasn't weren't""".split()
)

ADVERBS = frozenset(
    """ago again almost beforehand earlier alone already also altogether always anyway anywhere apart aside
    back barely elsewhere enough especially even ever everywhere far forever forth forward hard hardly hence
    hereby home however indeed instead just last lately later likewise little long maybe meanwhile merely
    moreover much namely nearby nearly never nevertheless next nonetheless not now nowhere often once only
    otherwise overseas perhaps please possibly quite rather really seldom simply so somehow sometime
    sometimes somewhat somewhere soon still straight supposedly therefore thereby thereafter though thus
    together too twice underway very well whereas yet overnight abroad ashore""".split()
)

# Adjectives that judge, count or place a thing without saying what it is.
VAGUE_ADJECTIVES = frozenset(
    """able actual additional advance afraid amazing anti apparent appropriate available aware awful bad basic
    beautiful best better big bigger biggest bitter brief broad careful central clear close closest common
    complete concrete considerable constant controversial convinced correct crucial current daily dear
    decisive deep different difficult direct due eager early easy effective enormous entire essential exact
    exclusive extensive extraordinary extreme fair familiar famous favorite fellow final fine firm first
    former fourth frequent fresh full fundamental further future general genuine glad good great greater
    greatest growing handful happy heavy high higher highest highly historic honest huge immediate important
    impossible increasing incredible independent individual initial intense interested interesting involved
    joint key large larger largest late later latest leading least likely limited little local longtime
    loose low lower lowest lucky main major massive meaningful mere minor modest multiple narrow natural
    necessary negative new newest nice normal numerous obvious odd official ok okay old older oldest ongoing
    only open opposite ordinary original other outside overall overwhelming particular past permanent
    personal perfect poor popular positive possible potential powerful precise present previous primary
    prior private pro profound prominent proper proud public quick quiet ranking rapid rare ready real
    reasonable recent regular related relative relevant reluctant remaining remarkable repeated responsible
    rich right rough routine sad safe same second senior separate serious severe shared sharp short
    significant similar simple single slight slow small smaller smallest so-called solid sorry special
    specific standard strange strict strong stronger strongest subsequent substantial successful such sudden
    sufficient sure surprising swift tense terrible thick thin third thorough tight tiny top total tough
    traditional tremendous true typical ultimate unable unclear unexpected unique unlikely unprecedented
    unusual upcoming urgent usual valuable various vast vague vital vocal warm weak weekly whole wide wider
    widespread willing wonderful worried worse worst worth worthy wrong yearly young younger youngest
    strained""".split()
)

# Nouns that stand for almost anything: the containers, amounts and moments of any report.
VAGUE_NOUNS = frozenset(
    """ability account act action actions activity affair addition advantage afternoon age agenda agreement aim
    amount anniversary answer appearance approach area argument arrangement arrival article aspect attempt
    attention attitude author authority background basis beginning belief benefit billion bit body boss
    bottom boy bunch capacity case cases category cause century chance change chapter charge chief child
    choice circumstance claim class clock collection colleague combination comment comments commitment
    community company comparison complaint concept concern concerns conclusion condition conditions conduct
    confidence connection consequence consideration contact content context contrast contribution
    conversation copy core corner cost country countries couple course cover critic criticism critics crowd
    culture danger date day days deal decade decades decision definition degree demand department
    description design desire detail details development difference differences difficulty direction
    discussion discussions display distance document door doubt dozen dozens edge effect effects effort
    efforts element end ends energy evening event events evidence example exception excuse existence
    expectation experience explanation expression extent eye eyes face fact factor facts failure faith fan
    fashion favor feature feeling feelings field figure file filing finding fire floor focus follower form
    foot force formation foundation frame friend friends front function fun future gap girl goal government
    governments ground grounds group groups guess guy guys half hand hands head heads heart height hell help
    hint history hold holder home honor hope hopes host hour hours house houses hundred hundreds idea ideas
    identity image impact importance impression incident indication individual influence information
    intention interest interests interpretation interview interviews introduction involvement issue issues
    item job jobs judgment keep key kind kinds knowledge lack lady language law leader leaders leadership
    length lesson letter level levels life light line link list lives location look lot lots love luck
    majority man manner mark matter matters meaning means measure measures meeting meetings member members
    memory men mention message method midnight million millions mind minute minutes mission mistake mix
    moment moments money month months mood morning mother motion mouth move movement name names nation
    nations nature need needs news night noise noon note nothing notion number numbers objective obligation
    occasion offer office officer official officials one operation opinion opinions opportunity option
    options order organization origin others outcome output owner pace page pain pair panel paper paragraph
    part participant parties partner partners parts party passage past path patience pattern people peoples
    platform percent percentage performance period person personnel perspective phase photo phrase picture
    piece pieces place places plan plans player pleasure plenty point points policy politician portion
    position positions possibility potential power practice practices presence present president pressure
    price pride principle priority problem problems procedure proceeding process product profile program
    progress project promise proof property proposal prospect prospects provision public purpose quality
    quantity quarter question questions quo quotation quote rank rate reach reaction reader reading reality
    reason reasons recognition record records reference refusal regard region regions relation relations
    relationship remark remarks remainder report reporter reporters reports representative request
    requirement residents resource resources respect response responses responsibility rest result results
    return reveal review rise risk risks role room round route row rule rules rumor run sample scale
    scenario scene schedule school season seat second seconds section sector segment selection sense
    sentence series service services set setting shape share shift show side sides sign signs site situation
    size sizes sort sorts source sources space speaker speaking spirit spokesman spokesperson spokeswoman
    spot spread staff stage stake stance stand standard standards start state statement statements states
    status step steps stop story stories strategy street strength stretch structure stuff style subject
    subjects success suggestion summary support supporter supporters surprise survey system systems table
    talk talks target task team teams tens term terms test text theme theory thing things thinking third
    thought thoughts thousand thousands threat threats time times tip title today tone top topic total touch
    town track transcript treatment trend trillion trip trouble truth try turn type types understanding unit
    use user value variety version versions victory video view views visit visits visitor voice volume wake
    walk wall watch way ways week weekend weeks while wish woman women wonder word words work worker workers
    works world worry writer writing year years yesterday youth zone""".split()
)

TIME_WORDS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december jan feb mar apr jun jul aug sept oct nov dec today tomorrow
    tonight yesterday daytime midday""".split()
)

NUMBER_WORDS = frozenset(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
    million billion trillion dozen first second third fourth fifth sixth seventh eighth ninth tenth""".split()
)

# Base forms of verbs that are no nouns in any form.
NEVER_NOUNS = frozenset(
    """abolish accelerate accuse admit affirm agree allege allow appear argue ask assign attain authorize balk
    banish become befriend believe bless bolster bring broaden build buy choose cling coax coerce come commend
    compete compile conceal conquer consist consult contain continue convince criticize customize deceive decide
    decry defuse demolish deny deprive derail descend deserve deter deteriorate discard discontinue discourage
    distract divert downplay eat embark empower endanger enlist ensue ensure entail entitle erode erupt
    evaporate evict evolve exist expel falter find flourish foresee forget forgive formulate garner get give go
    grapple grow hamper hang harass hasten hear heighten hinder hold hurl hurt ignite ignore immerse imply
    incite include induce infiltrate inhibit insist instruct invent involve jeopardize keep kneel know languish
    legalize lessen let linger lose make mean minimize mobilize motivate muster nullify obstruct occur outpace
    outweigh partake perish persist persuade preclude prevail prevent propel prosper provide put quell ratify
    reaffirm reap reassure recede receive recite reclaim reconcile recuse refrain rehear reinstate relinquish
    remain renounce repel require rescind resent reside retrieve revive say scrutinize see seem sell send shun
    shut sidestep simplify soar soften speak stabilize stagnate strive stumble subsidize suggest summarize
    surpass sympathize take tarnish teach tell tempt think threaten throw thwart topple transcend transmit unify
    unleash utilize vacate vanish vilify waive wander want wear wield worsen wreak wrest write""".split()
)

# Base forms; `is_common_verb` in `terms` derives the inflected ones.
VERBS = frozenset(
    """abandon accept accompany accuse achieve acknowledge acquire act adapt add address adjust admire admit
    adopt advise affect afford agree allege allow amend announce annoy answer anticipate apologize appeal
    appear apply appoint appreciate argue arise arrange arrest arrive ask assemble assert assess assist
    assume assure attach attempt attend attract avoid await bar base battle bear beat become beg begin
    behave believe belong bend benefit bet blame block boast boost bother break bring broadcast build burn
    bury buy call cancel carry cast catch cause cease celebrate challenge characterize chase cheer choose
    circulate cite claim clarify clear climb close collapse collect combine come comfort command comment
    commit compare compel complain complete comply concede concern conclude condemn conduct confess confirm
    confront confuse congratulate connect consider consist constitute construct contact contain contend
    continue contradict contribute convene convert convey convince cooperate cope correct cost cover crack
    create criticize cross cut damage dare date deal declare decline deem defeat defend defer define defy
    delay deliver demand demonstrate deny depart depend depict deploy derive describe deserve design
    designate destroy detail detain determine develop devote die differ direct disagree disappear disclose
    discover discuss dismiss dispute distribute divide donate double doubt draft drag draw drive drop earn
    ease echo elect eliminate embrace emerge emphasize employ enable enact encounter encourage end endorse
    endure enforce engage enjoy ensure enter establish estimate evacuate evaluate examine exceed exchange
    exclude excuse execute exercise exist expand expect experience explain explore expose express extend
    face facilitate fail fall favor fear feature feel fight file fill find finish fire fit fix flee flow fly
    focus follow forbid force forget forgive form fuel fulfill function gain gather generate get give go
    grab grant greet grow guarantee guess guide halt hand handle hang happen harm hate head hear help
    hesitate hide hire hit hold hope host hurt identify ignore illustrate imagine impede implement imply
    import impose impress improve include increase incur indicate inflict inform inherit initiate inject
    insist inspect inspire install insult intend intensify interact interfere interpret interrupt intervene
    introduce invade invest investigate invite invoke involve issue join joke judge jump justify keep kick
    kill knock know label lack last laugh launch lay lead lean leap learn leave lend let lie lift light like
    limit link listen live locate look lose lower maintain make manage manipulate mark matter mean measure
    meet mention mind miss modify monitor mount mourn move name need negotiate nominate note notice notify
    obey object observe obtain occupy occur offend offer open operate oppose opt order organize originate
    oust overcome overlook oversee owe own participate pass pause pay perceive perform permit persist
    persuade place plan play plead pledge point ponder portray pose possess postpone pour praise pray preach
    predict prefer prepare present preserve press presume pretend prevail prevent proceed proclaim produce
    prohibit promise promote prompt pronounce propose prosecute protect prove provide provoke publish pull
    punish purchase pursue push put qualify question quit quote raise rank reach react read realize rebuff
    rebuke recall receive reckon recognize recommend reconsider recover recruit reduce refer reflect refrain
    refuse regain regard register regret regulate reiterate reject relate release relieve rely remain remark
    remember remind remove render renew repair repeal repeat replace reply represent request require rescue
    resemble resign resist resolve respond restore restrict result resume retain retire retreat return
    reveal revert reverse review revise revoke ride rise risk roll rule run rush say scold scream search
    secure see seek seem seize select sell send separate serve set settle shake shape share shed shift shoot
    shout show shut sign signal sit slam sleep slip smile solve sound speak specify speculate spend spill
    split spoil spread stand stare start state stay steal step stick stop strengthen stress strike strip
    struggle submit succeed suffer suggest suit summon supply support suppose surprise surround survive
    suspect suspend sustain swear swing switch take talk target teach tear tell tend terminate testify thank
    think thrive throw tie tolerate touch trace trail transform translate travel treat trigger trust try
    turn tweet undergo undermine underscore understand undertake unite unveil update uphold upset urge use
    vary veer venture verify vie view violate visit volunteer vow wait walk want warn wash waste watch wear
    weaken weigh welcome widen win wind wish withdraw withhold witness wonder work worry wrap write yell
    yield""".split()
)

IRREGULAR_FORMS = frozenset(
    """arose arisen ate awoke became become began begun bent bore born borne bought bound broke broken brought
    built burnt came caught chose chosen clung cost crept cut dealt did done drawn drew driven drove drunk
    eaten fallen fed fell felt fled flew flown forbidden forgot forgotten fought found froze gave given gone
    got gotten grew grown heard held hid hidden hung kept knew known laid lain lay led left lent let lost
    made meant met mistook mistaken overcame overseen overtook paid put quit ran rang read ridden risen rode
    rose said sang sank sat saw seen sent set shaken shed shone shook shot shown shut slain slept sold
    sought spent spoke spoken spread spun stole stolen stood strove struck stuck sung sunk swept swore sworn
    swum taken taught thought threw thrown told took tore torn understood undertook undertaken upheld was
    went withdrawn withdrew withheld woke won wore worn wound wrote written""".split()
)
