"""The words that web pages print around a story: of no site in particular, in the main European languages."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A short line of nothing but such words is a button, a link or a form, if one of the telling words is in it.
TELLING_WORDS = _words(
    """
    abbonati abonnez-vous abonnieren account ad adblock ads advert advertentie advertise advertisement
    advertisements advertising amp anmelden annons anzeige app appstore archive arrow assine blog boletín
    bookmark browser button captcha caption cart checkout click close comentar comentarios comente comentários
    comment commenta commentaires commented commenter commenti comments compartilhar compartilhe compartir
    condividi connexion contact contents cookie cookies copied copy copyright dark dela delen dislike disqus donate
    donation download dropdown drucken e-mail edition email emails embed enlarge etiquetas facebook faq faqs fax
    feed feedback feeds flipboard follow followers following font footer fullscreen galleries gallery gif google
    guardar guidelines header help home homepage image images imprimer imprimir inbox instagram iscriviti
    javascript jobs keyword keywords komentarze kommentare kommentarer kommentieren labels leer like likes link
    linkedin links listen load loading log login logout mail main mastodon menu merken messenger moderation mute
    navigation newest newsletter newsletters next oldest open page pages partager password pause paywall photo
    photos picture pictures pinterest play player playlist pocket podcast podcasts policy popup post posted posts
    preferences premium previous print privacy profile promoted promotion pubblicità publicidad publicidade
    publicité quiz rated reacties read reader readers reading reads reddit register registration reklama replies
    reply report reprint reprints reuse rss s'abonner salva sauvegarder save saved scroll search section sections
    settings share shared shares sharing sign signup sitemap skip slideshow sms snapchat sort sponsor sponsored
    stampa submission submit subscribe subscriber subscribers subscription subscriptions support suscribirse
    suscríbete tag tagged tags teilen telegram temas terms text threads tiktok toggle top topic topics trending
    tumblr tweet tweets twitter udostępnij unmute unsubscribe username viber video videos view viewed views visit
    vorlesen watch webcast website wechat weibo werbung whatsapp widget x youtube комментарии поделиться реклама
    """
)
OTHER_INTERFACE_WORDS = _words(
    """
    a about accept access action add address after again agree alert alerts all allow already also an and any app
    are article articles articolo artikel as ask at au auf author authors available back be been below best between
    bio board breaking browse by can cancel career careers ce center centre cet cette change chat check choose
    clear code collapse community complete con conditions consent content continue conversation create credit
    credits crossword customer customize daily das date day days de debate default del delete den der device die
    diesen digital directory disclaimer discussion don't du e edit editor editorial editors ein eine el en end
    english enter epaper error esta este et ethics event events exclusive expand explore external favorite
    favorites field fields file find first for forgot form formerly forum free from full games get gift give go
    group have here hide history hot house hub i ihre il in info information internet is it item items join just k
    keep kindly la language large las later latest le learn leave les less letter letters library light line list
    live lo local location logged los make manage mark marked me media medium mehr member members membership
    message mit mobile mode more morning most must my más name network new news no nos not nota note notice noticia
    noticias notification notifications notre now nuestra number of off on one online only options or order other
    our out over paper par partner partners pay people per person phone plus popular powered prefer press privacy
    process program public publication published publisher questo recent recommended related release releases
    remember remove republish required resources response rest return review rights room rss rules safe same see
    select send series service services set shop short show site size small social source special standards start
    stay step store stories story style su subject sur switch team tell terms thank thanks that the their them
    these this tip tips title to today tools total transcript translate try tu turn tv un una unable und une unsere
    up update updates us use user using version via vote votre want we web week weekly what's with word world write
    x y yes you your yours zoom zum zur à
    """
)
SECTIONS = _words(
    """
    africa america americas analysis art arts asia australia auto books breaking britain business canada celebrity
    china city columnists columns comics commentary court crime culture defence defense east economy education
    election elections energy entertainment environment europe explained exclusive fashion features film finance
    food football global health home india international investigations latest law letters life lifestyle local
    magazine markets middle money movies music nation national nature news obituaries opinion opinions pacific
    people photos politics property radio real-estate regional religion science society sport sports states style
    tech technology theatre top travel tv uk united us usa video videos weather women world alert alerts mundo
    política economía deportes cultura sociedad internacional monde politique économie sports société politik
    wirtschaft kultur ausland inland wissen gesellschaft panorama mondo politica economia sport cronaca
    """
)

# A line of nothing but figures and such words is a time stamp.
TIME_WORDS = _words(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    januar februar märz juni juli oktober dezember jänner
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
    janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
    lunes martes miércoles jueves viernes sábado domingo lundi mardi mercredi jeudi vendredi samedi dimanche
    montag dienstag mittwoch donnerstag freitag samstag sonntag
    am pm a p m h s st nd rd th ago second seconds secs sec minute minutes min mins hour hours hr hrs day days
    week
    weeks month months year years yesterday today now just about an over noon midnight
    gmt utc bst est edt cst cdt mst mdt pst pdt cet cest ist et pt ct jst kst hkt sgt aest aedt msk eat wat
    pkt z t
    published publish publication updated update posted modified edited issued released created added date
    last first
    originally on at in the of time input entered read reading listen watch local
    publicado actualizado fecha hora las el de a publié mis à jour le la modifié veröffentlicht aktualisiert
    stand uhr
    vom um am erstellt pubblicato aggiornato alle ore del il atualizado em às
    年 月 日 时 分
    """
)
"""Months and weekdays, zones, units, and the verbs of publishing."""

ROLES = _words(
    """
    correspondent correspondents reporter reporters editor editors writer writers columnist columnists contributor
    contributors producer producers journalist journalists newsroom newsdesk webdesk desk bureau staff
    """
)
