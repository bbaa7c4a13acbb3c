"""The words synthetic offers are made of: Norwegian sentences of our own, with places to vary them.

In a phrase, ``{a|b}`` is one of the alternatives and ``{name}`` a value the generator knows: ``m`` is the
municipality, ``n`` a small number, ``weeks`` a number of weeks, ``day`` a weekday and ``hour`` a time of day.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of offer: the words for it, and what such an offer usually is."""

    titles: tuple[str, ...]
    summaries: tuple[str, ...]
    for_whom: tuple[str, ...]
    what: tuple[str, ...]
    kinds: tuple[str, ...]
    topics: tuple[str, ...]
    audience: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    channels: tuple[str, ...] = ("in_person",)
    settings: tuple[str, ...] = ("individual",)
    ages: tuple[tuple[int | None, int | None], ...] = ((18, None), (16, None))
    weight: int = 4
    umbrella: bool = False
    """Whether other offers in the municipality may be part of it."""


SORTS: tuple[Sort, ...] = (
    Sort(
        titles=(
            "Inngangen",
            "Mestringsenheten",
            "Team psykisk helse og rus",
            "Lavterskelteamet",
            "Én dør inn",
            "Førstelinjen",
            "Familiens hus",
        ),
        summaries=(
            "{Ett sted å ringe|Ett sted å komme til} når du {har det vanskelig|strever psykisk|trenger hjelp} og ikke vet {hvor du skal begynne|hvem du skal spørre}.",
            "Teamet tar imot deg som {strever med psykisk helse eller rus|har fått det vanskelig}, og finner {hjelpen som passer|et tilbud sammen med deg}.",
            "Du kan ta kontakt selv og få en første samtale om {hva som plager deg|hva du trenger}, {som regel samme uke|innen få dager}.",
        ),
        for_whom=(
            "Innbyggere i {m} kommune som {trenger hjelp med psykisk helse eller rus|har det vanskelig}",
            "Alle over 16 år som {bor|oppholder seg} i kommunen",
            "Voksne med {milde og moderate|både lette og mer sammensatte} vansker",
        ),
        what=(
            "Du får {en samtale|en første samtale} der dere sammen finner ut hva du trenger.",
            "{To|Én eller to} ansatte møter deg, hjemme hos deg eller på kontoret.",
            "Teamet samler {trådene|hjelpen} når du har kontakt med flere tjenester.",
            "Du får én fast person å forholde deg til {så lenge du trenger det|gjennom hele perioden}.",
            "Dere lager en {kort|enkel} plan og ser på den igjen etter {n} møter.",
            "Du kan {ta med deg noen du stoler på|ha med en venn eller noen i familien}.",
        ),
        kinds=("team", "inngang", "samtale", "oppfolging", "telefon"),
        topics=("psykisk-helse", "rus", "livskrise", "bekymring"),
        audience=("voksne",),
        programmes=("kommunepsykolog",),
        channels=("in_person", "home", "phone"),
        weight=6,
        umbrella=True,
    ),
    Sort(
        titles=(
            "Samtaler for voksne",
            "Korttidssamtaler",
            "Noen å snakke med",
            "Rask psykisk helsehjelp",
            "Samtaletilbudet",
            "Psykolog i kommunen",
        ),
        summaries=(
            "{Samtaler|En kort rekke samtaler} for deg som {er nedstemt, engstelig eller sover dårlig|har mistet overskuddet i hverdagen}.",
            "Du får snakke med en fagperson om {det som er tungt|angst, nedstemthet eller stress}, og lærer {måter å håndtere det på|noe du kan prøve selv}.",
            "{Inntil|Opptil} {n} samtaler når {bekymringene|tankene} tar for mye plass.",
        ),
        for_whom=(
            "Voksne med {lett til moderat angst eller depresjon|milde til moderate psykiske plager}",
            "Deg som {har strevd en stund|merker at hverdagen er blitt tyngre}, men ikke trenger behandling i sykehus",
            "Innbyggere over {16|18} år i {m} kommune",
        ),
        what=(
            "Du møter den samme behandleren hver gang.",
            "I {første|den første} samtalen kartlegger dere {hva som plager deg|hvordan du har det} og hva du ønsker skal bli annerledes.",
            "Du får {oppgaver|små øvelser} å prøve {hjemme|mellom timene}.",
            "Samtalene varer {45|50|60} minutter.",
            "Dere bruker et {kort|enkelt} skjema hver gang for å se om {hjelpen virker|du får det bedre}.",
            "Noen får {veiledet selvhjelp|et kurs} først, og samtaler etterpå hvis det trengs.",
        ),
        kinds=("samtale", "behandling", "selvhjelp"),
        topics=("depresjon", "angst", "sovn", "stress", "bekymring", "utmattelse"),
        audience=("voksne",),
        programmes=("rask-psykisk-helsehjelp", "kommunepsykolog", "kognitiv-terapi"),
        channels=("in_person", "video", "phone"),
        weight=14,
    ),
    Sort(
        titles=(
            "Kurs i depresjonsmestring",
            "Kurs i mestring av uro",
            "Mestringskurs",
            "Kurs mot tunge tanker",
            "Kurs i selvfølelse",
            "Kurs: mindre stress",
        ),
        summaries=(
            "Et kurs {over|på} {weeks} uker der du lærer å {bryte mønstre som gjør deg nedstemt|møte uro på en annen måte}.",
            "Du lærer {metoder|øvelser} som hjelper mot {nedstemthet|stress|bekymring}, sammen med {noen få andre|andre i samme situasjon}.",
            "Kurs for deg som vil {forstå tankene dine bedre|få mer ut av dagene}, med øvelser mellom gangene.",
        ),
        for_whom=(
            "Voksne som {kjenner seg nedstemt|har mye uro}, og som {kan delta i gruppe|orker å være med fra gang til gang}",
            "Deg som vil gjøre noe {aktivt|selv} for å få det bedre",
        ),
        what=(
            "Gruppen møtes {weeks} ganger, to timer hver gang.",
            "Kursholderne går gjennom et {tema|emne} og viser {øvelser|hvordan du kan bruke det hjemme}.",
            "Du bestemmer selv hvor mye du {sier|vil dele}.",
            "Du får et kurshefte {som er ditt|til å skrive i}.",
            "Det er {en samling|ett møte} {tre|seks} måneder etter at kurset er slutt.",
            "Før kurset har du en kort samtale med en av kursholderne.",
        ),
        kinds=("kurs", "gruppe"),
        topics=("depresjon", "stress", "bekymring", "selvfolelse", "belastning", "livsmestring"),
        audience=("voksne",),
        programmes=("kid", "kib", "du", "tankens-kraft"),
        settings=("group",),
        weight=10,
    ),
    Sort(
        titles=("Søvnkurs", "Sov bedre", "Bedre søvn", "Kurs for deg som ligger våken"),
        summaries=(
            "Et {kort|praktisk} kurs for deg som {ligger våken om natten|bruker lang tid på å sovne|våkner altfor tidlig}.",
            "Du lærer hva som {styrer søvnen|gjør det lettere å sovne}, og prøver det ut i {weeks} uker.",
        ),
        for_whom=(
            "Voksne som har sovet dårlig i mer enn {en måned|tre måneder}",
            "Deg som vil sove bedre uten {medisiner|sovemedisin}",
        ),
        what=(
            "Du fører {søvndagbok|en enkel dagbok over søvnen} mens kurset varer.",
            "Dere lærer om døgnrytme, vaner og {tanker|bekymringer} som holder deg våken.",
            "Du prøver faste tider for å legge deg og stå opp.",
            "Kursholderne {ringer deg|tar en kort prat med deg} mellom samlingene hvis du ønsker det.",
        ),
        kinds=("kurs",),
        topics=("sovn", "stress"),
        audience=("voksne",),
        programmes=("cbt-i",),
        settings=("group",),
        weight=5,
    ),
    Sort(
        titles=(
            "Treffstedet",
            "Åpent hus",
            "Kafé Pusterom",
            "Møteplassen",
            "Aktivitetshuset",
            "Torsdagsklubben",
            "Huset ved elva",
        ),
        summaries=(
            "Et sted å {komme innom|være}, {drikke kaffe og treffe andre|spise sammen og finne på noe}, uten avtale.",
            "{Åpent|Et åpent} hus der du kan være med på {det du har lyst til|turer, matlaging og musikk}, eller bare sitte ned.",
            "Du kan komme {som du er|når du vil i åpningstiden}. Her er det alltid noen å prate med.",
        ),
        for_whom=(
            "Voksne som {ønsker flere å være sammen med|trenger noe å fylle dagene med}",
            "Alle som vil {treffe folk|ut av huset}",
            "Deg som har eller har hatt psykiske vansker eller rusproblemer",
        ),
        what=(
            "Det er {felles lunsj|middag} {day}.",
            "Du kan {male, snekre eller spille|være med på tur, bading eller bowling}.",
            "{Ansatte|Frivillige} er til stede og kan hjelpe deg videre hvis du trenger det.",
            "Dere som bruker stedet, bestemmer {selv|sammen} hva som skal skje.",
            "En gang i måneden er det {allmøte|husmøte}, der alle kan si hva de mener.",
            "Du trenger ikke å si hvem du er.",
        ),
        kinds=("moteplass", "aktivitet", "drop-in"),
        topics=("ensomhet", "psykisk-helse", "livsmestring", "rus"),
        audience=("voksne",),
        settings=("group",),
        ages=((18, None), (16, 30), (25, None)),
        weight=8,
        umbrella=True,
    ),
    Sort(
        titles=(
            "Ungdomskontakten",
            "Ung helse",
            "Helsestasjon for ungdom",
            "Psykisk helse ung",
            "Rom for unge",
            "Ungdomsteamet",
        ),
        summaries=(
            "Du som er ung, kan {stikke innom|komme innom} og snakke med {noen|en voksen} om {det du lurer på|det som er vanskelig}.",
            "Gratis hjelp for {unge|ungdom} med {kropp, følelser, venner eller skole|det som er vanskelig hjemme, på skolen eller inni deg}.",
            "{Samtaler|En samtale eller flere} med {helsesykepleier|psykolog eller helsesykepleier} for deg mellom 13 og 23 år.",
        ),
        for_whom=(
            "Ungdom og unge voksne i {m} kommune",
            "Deg mellom 13 og {20|23|25} år",
            "Elever i ungdomsskolen og {videregående|på videregående skole}",
        ),
        what=(
            "Du kan snakke om {alt fra kjærlighetssorg til eksamen|vennskap, kropp, rus eller det som er hjemme}.",
            "Det dere snakker om, blir mellom dere. De ansatte har taushetsplikt.",
            "Du kan ta med en venn {den første gangen|hvis du vil}.",
            "Du får hjelp til å {finne ut hva du skal gjøre videre|snakke med foreldrene dine eller skolen}.",
            "Noen ganger er det nok med én samtale. Andre ganger møtes dere {flere|noen} ganger.",
            "De ansatte kan {møte deg på skolen|gå en tur med deg} hvis det er lettere.",
        ),
        kinds=("samtale", "drop-in", "radgivning"),
        topics=("psykisk-helse", "seksualitet", "mobbing", "skole", "selvfolelse", "rus"),
        audience=("ungdom",),
        programmes=("helsestasjon-for-ungdom", "ung-arena", "arena-12-25"),
        channels=("in_person", "chat", "text_message"),
        ages=((13, 20), (13, 23), (12, 25)),
        weight=12,
        umbrella=True,
    ),
    Sort(
        titles=(
            "Pårørendegruppe",
            "Samtaler for pårørende",
            "Når noen du er glad i, sliter",
            "Pårørendekafé",
            "Kurs for pårørende",
        ),
        summaries=(
            "For deg som {står nær|er glad i} noen med {psykiske vansker|rusproblemer}, og selv trenger {støtte|et sted å snakke om det}.",
            "Du møter andre {pårørende|som er i samme situasjon}, og får snakke om {hvordan du har det|det som er vanskelig å si hjemme}.",
        ),
        for_whom=(
            "Pårørende over 18 år",
            "{Foreldre, søsken, partnere og voksne barn|Familie og venner} av noen som {er syk|ruser seg|strever}",
        ),
        what=(
            "Gruppen møtes {annenhver uke|en gang i måneden|hver tredje uke}.",
            "Du får vite mer om {hva du kan gjøre|rettighetene dine}, og hva du ikke kan ta ansvar for.",
            "Samtalene handler om deg, ikke bare om den som er syk.",
            "En {familieterapeut|sykepleier} leder gruppen.",
            "Du trenger ikke fortelle hvem du er pårørende til.",
        ),
        kinds=("gruppe", "samtale", "kurs"),
        topics=("parorende", "rus", "familie"),
        audience=("parorende",),
        settings=("group", "individual"),
        weight=6,
    ),
    Sort(
        titles=(
            "Barn som pårørende",
            "Familiesamtaler",
            "Familieteamet",
            "Foreldreveiledning",
            "Trygge foreldre",
            "Familiestøtte",
        ),
        summaries=(
            "{Veiledning|Råd og samtaler} for foreldre som {er urolige for barnet sitt|har det strevsomt hjemme}.",
            "Hele familien får snakke sammen med {en fagperson|to fagfolk} om {det som er blitt vanskelig|hverdagen hjemme}.",
            "Barn og foreldre får {hjelp sammen|støtte} når {noen i familien er syk|foreldre går fra hverandre}.",
        ),
        for_whom=(
            "Familier med barn {under 18 år|mellom 0 og 16 år}",
            "Foreldre og andre som har omsorg for barn",
            "Barn og unge som har en voksen hjemme med {sykdom|rusproblemer}",
        ),
        what=(
            "Dere møtes {hjemme hos dere|på kontoret} {n} til {weeks} ganger.",
            "Barnet får også snakke {alene med en voksen|for seg selv} hvis det vil.",
            "Dere øver på {å snakke sammen|faste rutiner} når det er rolig, slik at det er lettere når det ikke er det.",
            "Teamet kan være med på møter i {barnehagen|skolen}.",
            "Dere bestemmer selv {hvem som skal være med|hva dere vil ta opp}.",
        ),
        kinds=("familiesamtale", "radgivning", "oppfolging"),
        topics=("familie", "foreldrerolle", "parorende", "vold"),
        audience=("foreldre", "barn", "barn-som-parorende"),
        programmes=("trygghetssirkelen",),
        channels=("in_person", "home"),
        settings=("family",),
        ages=((None, 18), (0, 16), (None, None)),
        weight=9,
        umbrella=True,
    ),
    Sort(
        titles=(
            "Rusoppfølging",
            "Rusteamet",
            "Rask hjelp med rus",
            "Mindre alkohol",
            "Ruskonsulenten",
            "Hasjavvenning",
        ),
        summaries=(
            "Oppfølging for deg som {vil drikke mindre|vil slutte med rus|vil ha kontroll over rusbruken}, {uansett mål|i ditt tempo}.",
            "Du får {samtaler og praktisk hjelp|en fast kontakt} når {rus|alkohol eller andre rusmidler} skaper problemer.",
        ),
        for_whom=(
            "Voksne som {ruser seg|drikker mer enn de vil}",
            "Deg som er bekymret for {hvor mye du drikker|ditt eget rusbruk}",
            "Unge over {16|18} år som bruker {cannabis|rusmidler}",
        ),
        what=(
            "Du setter målet selv: slutte, {trappe ned|ta pauser} eller bruke tryggere.",
            "Kontakten din kan bli med deg til {legen, NAV eller behandling|møter du gruer deg til}.",
            "Dere snakker om hva som {utløser|kommer før} sug, og hva du kan gjøre da.",
            "Du kan få {hjelp til å søke behandling|time hos lege}.",
            "Du får ikke avslag fordi du {er ruset|har ruset deg}, men samtalen kan bli flyttet til en annen dag.",
        ),
        kinds=("oppfolging", "samtale", "hjemmebesok"),
        topics=("rus", "alkohol", "cannabis", "legemidler"),
        audience=("voksne",),
        channels=("in_person", "home", "phone"),
        weight=8,
    ),
    Sort(
        titles=("Feltteamet", "Ute-teamet", "Feltpleie", "Nattevandrerne", "Oppsøkende team"),
        summaries=(
            "De ansatte er ute {der folk er|i gatene og på stasjonen}, og du kan snakke med dem {uten avtale|når du treffer dem}.",
            "{Sykepleiere|Fagfolk} kommer dit du er, med {rent utstyr, sårstell og noe varmt å drikke|hjelp til det du trenger der og da}.",
        ),
        for_whom=(
            "Mennesker som {lever med rus|ikke får hjelp andre steder}",
            "Unge og voksne som oppholder seg {ute|i sentrum}",
        ),
        what=(
            "Du kan få {rent brukerutstyr|sårstell, vaksine eller en matpakke}.",
            "Teamet hjelper deg å {ringe legen|finne et sted å sove}.",
            "De ansatte kjenner {tjenestene i kommunen|folk på NAV, legevakten og i behandlingen}, og kan følge deg dit.",
            "Du får opplæring i nalokson {og kan få med deg en pakke|hvis du vil}.",
        ),
        kinds=("oppsokende", "skadereduksjon", "oppfolging"),
        topics=("rus", "overdose", "bolig", "okonomi"),
        audience=("voksne", "ungdom"),
        weight=3,
    ),
    Sort(
        titles=("Kriseteamet", "Psykososialt kriseteam", "Krisehjelpen", "Samtale ved krise"),
        summaries=(
            "Hjelp {raskt|de første dagene} når {noe alvorlig har skjedd|livet raser sammen}, som ulykke, dødsfall eller samlivsbrudd.",
            "Kriseteamet {ringer deg|tar kontakt} {samme dag|innen ett døgn} og møter deg der du ønsker.",
        ),
        for_whom=(
            "Innbyggere som har opplevd {en krise|ulykke, brått dødsfall, vold eller brann}",
            "Alle som {er rammet av en hendelse|står nær noen som er rammet}",
        ),
        what=(
            "Du får {snakke om det som har skjedd|praktiske råd om de første dagene}.",
            "Teamet følger deg {de første ukene|i inntil {weeks} uker}, og ser etter hvordan det går.",
            "Barn i familien får egne samtaler hvis {foreldrene|dere} ønsker det.",
            "Teamet hjelper med {kontakt med skole og arbeidsgiver|det som må ordnes}.",
        ),
        kinds=("krisehjelp", "samtale", "oppfolging"),
        topics=("livskrise", "sorg", "selvmordstanker", "traumer"),
        audience=(),
        channels=("in_person", "home", "phone"),
        settings=("individual", "family"),
        ages=((None, None), (0, None)),
        weight=4,
    ),
    Sort(
        titles=("Sorggruppe", "Sorgstøtte", "Gruppe for etterlatte", "Sammen i sorgen"),
        summaries=(
            "Du som har mistet noen {nær|du er glad i}, møter andre {som kjenner til sorg|i samme situasjon}.",
            "En {liten|fast} gruppe for deg som {sørger|har mistet noen}, med {weeks} samlinger.",
        ),
        for_whom=(
            "Voksne som har mistet noen {i løpet av de siste to årene|nær}",
            "Etterlatte etter {selvmord|brå død|overdose}",
        ),
        what=(
            "Dere deler det dere vil. Ingen må fortelle.",
            "To gruppeledere, den ene {med egen erfaring|fra kommunen}, leder samlingene.",
            "Hver samling har et tema, som {minner|høytider|skyld}.",
            "Etter siste samling kan gruppen møtes på egen hånd.",
        ),
        kinds=("gruppe",),
        topics=("sorg", "livskrise"),
        audience=("etterlatte",),
        settings=("group",),
        weight=3,
    ),
    Sort(
        titles=("Frisklivssentralen", "Aktiv hverdag", "Turgruppe", "Tren deg glad", "Lavterskel trening", "Gå sammen"),
        summaries=(
            "{Trening og turer|Fysisk aktivitet} i {rolig tempo|små grupper}, for deg som vil {bevege deg mer|komme i gang}.",
            "Du får {en samtale|hjelp til å sette mål} og {weeks} uker med {gruppetrening|aktivitet} som {gjør godt for hodet også|passer for deg}.",
        ),
        for_whom=(
            "Voksne som vil {endre vaner|komme i gang med å bevege seg}",
            "Deg som har {vondt i kroppen|lite energi} eller {psykiske plager|sover dårlig}",
        ),
        what=(
            "Gruppen går {tur|en runde i marka} hver {day}.",
            "Du trenger ikke være i form, og {ingen blir hengende etter|alle følger sitt eget tempo}.",
            "Perioden begynner og slutter med en samtale om {mål og motivasjon|hva du vil få til}.",
            "Du kan også være med på kurs om {mat|søvn|å slutte å røyke}.",
            "Etterpå får du hjelp til å finne {et lag eller en gruppe|noe å fortsette med}.",
        ),
        kinds=("fysisk-aktivitet", "kurs", "aktivitet"),
        topics=("livsstil", "stress", "kroppslig-sykdom", "livsmestring"),
        audience=("voksne",),
        programmes=("frisklivssentral", "friskt-pust"),
        settings=("group", "individual"),
        weight=7,
        umbrella=True,
    ),
    Sort(
        titles=("Besøksvenn", "Eldrekontakten", "Hyggetelefonen", "Forebyggende hjemmebesøk", "Seniortreff"),
        summaries=(
            "Besøk {hjemme|der du bor} for deg som er eldre og {ønsker noen å snakke med|er mye alene}.",
            "En {sykepleier|frivillig} kommer på besøk og snakker med deg om {hvordan du har det|hverdagen}.",
        ),
        for_whom=("Innbyggere over {75|78|67} år", "Eldre som {bor alene|har mistet noen}"),
        what=(
            "Du får besøk {en gang i uken|annenhver uke|en gang}.",
            "Dere kan gå tur, {spille kort|drikke kaffe} eller bare prate.",
            "Den som kommer, kan fortelle om {andre tilbud|hjelp du kan søke om}.",
            "{Du kan også bli oppringt|Det er mulig å få en fast telefonsamtale} hver {day}.",
        ),
        kinds=("hjemmebesok", "frivillig", "telefon"),
        topics=("ensomhet", "aldring", "sorg"),
        audience=("eldre",),
        channels=("home", "phone"),
        ages=((67, None), (75, None), (78, None)),
        weight=4,
    ),
    Sort(
        titles=("Helse i nytt land", "Trygg i Norge", "Samtalegruppe for flyktninger", "Veien videre"),
        summaries=(
            "{Gruppe|Kurs} for deg som {har flyktet|er ny i Norge} og {sover dårlig|har vonde minner}, med tolk.",
            "Du lærer om {stress, søvn og minner etter krig|helse og hjelp i Norge}, på språket ditt.",
        ),
        for_whom=(
            "Flyktninger {i introduksjonsprogrammet|bosatt i kommunen}",
            "Mennesker som har {flyktet|kommet til Norge de siste årene}",
        ),
        what=(
            "Gruppen møtes {weeks} ganger på {dagtid|formiddagen}, med samme tolk hver gang.",
            "Du trenger ikke fortelle om det du har opplevd.",
            "Dere lærer øvelser som {roer kroppen|gjør det lettere å sove}.",
            "Noen blir {med i en gruppe til|tilbudt egne samtaler} etterpå.",
        ),
        kinds=("kurs", "gruppe"),
        topics=("flukt", "traumer", "sovn"),
        audience=("flyktninger", "innvandrere"),
        programmes=("helse-etter-krig-og-flukt",),
        settings=("group",),
        weight=3,
    ),
    Sort(
        titles=("Veiledet selvhjelp", "Selvhjelp på nett", "Nettkurs med veileder", "Selvhjelpsgruppe"),
        summaries=(
            "Du arbeider {på egen hånd|hjemme} med et program {på nett|i en bok}, og snakker med en veileder {underveis|hver uke}.",
            "Selvhjelp {med litt støtte|med veileder} for deg som vil {begynne med en gang|gjøre dette når det passer deg}.",
        ),
        for_whom=(
            "Voksne med {lett angst|nedstemthet|mye stress} som liker å arbeide selv",
            "Deg som {ikke kan møte opp|venter på time}",
        ),
        what=(
            "Programmet har {n} deler, og du bruker omtrent én uke på hver.",
            "Veilederen {ringer deg|svarer på meldinger} {en gang i uken|annenhver uke}.",
            "Du velger selv når på døgnet du arbeider.",
            "Blir det for tungt, får du {time til samtale|hjelp til å finne noe annet}.",
        ),
        kinds=("nettprogram", "selvhjelp"),
        topics=("angst", "depresjon", "panikk", "sosial-angst", "stress"),
        audience=("voksne",),
        programmes=("assistert-selvhjelp", "emeistring", "ifightdepression", "selvorganisert-selvhjelp"),
        channels=("digital", "phone", "video"),
        weight=6,
    ),
    Sort(
        titles=("Samtale uten timeavtale", "Drop-in psykisk helse", "Åpen time", "Kom som du er"),
        summaries=(
            "Kom {uten avtale|uten å ringe først} og snakk med en fagperson {samme dag|der og da}.",
            "Åpen {time|dør} {day} for deg som trenger {noen å snakke med|råd om hva du kan gjøre} nå.",
        ),
        for_whom=("Alle over {16|18} år", "Deg som ikke {vil vente på time|vet om du trenger hjelp}"),
        what=(
            "Du får en samtale på {20|30|45} minutter.",
            "Kommer flere samtidig, må du kanskje vente {litt|en stund}. {Det er kaffe på kjøkkenet.|Du kan sitte i et rolig rom.}",
            "Etter samtalen vet du hva {neste steg er|du kan prøve selv}.",
            "Du kan komme {flere ganger|igjen} uten å bestille.",
        ),
        kinds=("drop-in", "samtale", "radgivning"),
        topics=("psykisk-helse", "livskrise", "angst", "panikk"),
        audience=("voksne",),
        programmes=("drop-in-panikk",),
        weight=6,
    ),
    Sort(
        titles=("Jobb og helse", "Arbeidslos", "Tilbake i jobb", "Jobbstøtte"),
        summaries=(
            "Støtte for deg som {er sykmeldt|strever på jobben}, og vil {bli værende|komme tilbake} i arbeid.",
            "En {veileder|jobbspesialist} hjelper deg å {finne eller beholde en jobb|snakke med arbeidsgiveren} mens du får behandling.",
        ),
        for_whom=(
            "Sykmeldte og folk som {står i fare for å bli det|er i arbeid}",
            "Deg som ønsker {arbeid|en jobb} og har psykiske vansker",
        ),
        what=(
            "Dere kartlegger hva som {gir|tar} krefter i arbeidsdagen.",
            "Veilederen kan være med i møter med {NAV|arbeidsgiver}.",
            "Du får følge {så lenge du ønsker|i inntil ett år} etter at du har begynt i jobb.",
            "Dere lager en plan for {en rolig start|dager som er vanskelige}.",
        ),
        kinds=("rehabilitering", "radgivning", "oppfolging"),
        topics=("arbeid", "stress", "utmattelse", "okonomi"),
        audience=("sykmeldte", "arbeidstakere"),
        channels=("in_person", "phone", "video"),
        weight=4,
    ),
    Sort(
        titles=("Vold i nære relasjoner", "Trygg hjemme", "Sinnemestring", "Samtale om vold"),
        summaries=(
            "Hjelp for deg som {lever med vold|er redd hjemme} {nå|eller har gjort det før}, også når du er usikker på om det er vold.",
            "{Samtaler|Veiledning} for deg som {blir for sint|vil slutte å skremme dem du er glad i}.",
        ),
        for_whom=(
            "Voksne og ungdom som er utsatt for vold",
            "Deg som {har skadet|skremmer} noen du er glad i, og vil ha hjelp",
        ),
        what=(
            "Du og en fagperson ser på hvor trygg du er {nå|i dag}, og hva som kan gjøre det tryggere.",
            "Du kan være anonym i den første samtalen.",
            "Du får hjelp til å {kontakte krisesenter, politi eller advokat|lage en plan for å komme deg unna}.",
            "Barna dine kan få {egne samtaler|hjelp samme sted}.",
        ),
        kinds=("samtale", "radgivning", "krisehjelp"),
        topics=("vold", "sinne", "seksuelle-overgrep", "sosial-kontroll"),
        audience=("utsatte",),
        weight=3,
    ),
    Sort(
        titles=("Gravid og sårbar", "Barseltreff", "Ny med barn", "Jordmorsamtalen"),
        summaries=(
            "{Samtaler|Støtte} for deg som er gravid eller {nettopp har fått barn|nybakt forelder}, og ikke har det så bra som du hadde ventet.",
            "Gravide og nybakte foreldre får {møte andre|snakke med jordmor eller psykolog} når {det blir tungt|gleden lar vente på seg}.",
        ),
        for_whom=(
            "Gravide og foreldre med barn under ett år",
            "Nybakte {mødre og fedre|foreldre} som {gråter mye|er slitne og engstelige}",
        ),
        what=(
            "Du fyller ut et kort skjema om humøret ditt, og dere snakker om svarene.",
            "Partneren din er velkommen.",
            "Du kan få {hjemmebesøk|besøk av helsesykepleier} de første månedene.",
            "Gruppen møtes på {helsestasjonen|biblioteket}, og babyene er med.",
        ),
        kinds=("samtale", "gruppe", "hjemmebesok"),
        topics=("gravid", "depresjon", "foreldrerolle"),
        audience=("gravide",),
        channels=("in_person", "home"),
        weight=3,
    ),
    Sort(
        titles=("Vakttelefonen", "Kveldstelefonen", "Rådgivning på telefon", "Chat med en voksen"),
        summaries=(
            "Ring eller {skriv til|chat med} noen som {lytter|har tid}, {også om kvelden|når det er vanskelig å gå noe sted}.",
            "{Svar på telefon|En telefon å ringe} når du er {bekymret for deg selv eller andre|usikker på hva du skal gjøre}.",
        ),
        for_whom=(
            "Alle som {trenger noen å snakke med|bor i kommunen}",
            "Ungdom, foreldre og {ansatte i skolen|andre som er bekymret}",
        ),
        what=(
            "Du kan være anonym.",
            "Den som svarer, {er ansatt i kommunen|har opplæring} og har taushetsplikt.",
            "Du kan få {hjelp til å finne rett tilbud|avtale om en samtale senere}.",
            "Samtalen tar {den tiden du trenger|vanligvis inntil en halv time}.",
        ),
        kinds=("telefon", "chat", "radgivning"),
        topics=("psykisk-helse", "ensomhet", "bekymring", "spill", "spiseforstyrrelser"),
        audience=("ungdom", "voksne"),
        channels=("phone", "chat"),
        ages=((None, None), (13, 30)),
        weight=3,
    ),
    Sort(
        titles=("Veiledning til ansatte", "Fagforum psykisk helse", "Drøftingsteam", "Undervisning for skoler"),
        summaries=(
            "{Råd og drøfting|Veiledning} for deg som arbeider i {skole, barnehage eller helsetjeneste|kommunen} og er bekymret for noen.",
            "Et {fast møte|forum} der ansatte kan {ta opp saker uten navn|lære av hverandre}.",
        ),
        for_whom=("Ansatte i {m} kommune", "{Lærere, helsesykepleiere og leger|Fagfolk} som møter barn og unge"),
        what=(
            "Du kan drøfte en sak {uten å si hvem det gjelder|anonymt}.",
            "Teamet holder {korte kurs|undervisning} for {arbeidsplasser|skoleklasser} {to ganger i året|når dere ber om det}.",
            "Forumet møtes første {day} i måneden.",
        ),
        kinds=("veiledning-fagfolk", "undervisning", "foredrag"),
        topics=("psykisk-helse", "rus", "skole"),
        audience=("fagfolk",),
        programmes=("flerfaglig-forum",),
        settings=("group",),
        ages=((None, None),),
        weight=2,
    ),
)

DISTRICTS = ("Sentrum", "Nordbyen", "Sørsia", "Østbyen", "Vestre del", "Øvre dal", "Ytre bygd", "Elvebakken")

PROVIDERS = (
    "Psykisk helse og rus, {m} kommune",
    "Enhet for mestring, {m} kommune",
    "Barn, unge og familie, {m} kommune",
    "Helse og velferd, {m} kommune",
    "Helsestasjons- og skolehelsetjenesten, {m} kommune",
    "Oppfølgingstjenesten, {m} kommune",
    "Frivilligsentralen i {m}",
    "Hjemmetjenesten, {m} kommune",
)

ALIASES = (
    "Lavterskeltilbudet",
    "Psykisk helsehjelp",
    "Samtalehjelpen",
    "Mestringshuset",
    "Ungdomshuset",
    "Torget",
    "Pusterommet",
    "Blå dør",
)

HOW = (
    "Ring {oss|teamet} mellom {hour} og 15 på hverdager.",
    "{Ta kontakt selv|Du kan ta kontakt selv}. Du trenger ikke {henvisning|å gå til legen først}.",
    "Send en melding med navnet ditt og «ring meg». Du får svar {samme dag|neste hverdag}.",
    "Fyll ut skjemaet på kommunens nettsider. {En ansatt ringer deg.|Du hører fra teamet innen {n} dager.}",
    "Møt opp i {resepsjonen|første etasje} {day} fra klokken {hour}.",
    "Si bare at du vil snakke med noen. Du trenger ikke forklare mer på telefonen.",
    "{Noen andre|En du stoler på} kan ringe for deg hvis {du vil|det er vanskelig å ringe selv}.",
    "Meld deg på hos kursholderen {senest en uke før|på telefon eller SMS}.",
)

HOW_PROFESSIONAL = (
    "Fastlegen kan {ringe|sende elektronisk melding} og avtale {oppstart|første møte}.",
    "Ansatte i skole og barnehage tar kontakt {sammen med familien|når foreldrene har sagt ja}.",
    "NAV og legevakten kan {ringe direkte til teamet|melde behov på vegne av innbyggeren}.",
    "Send henvisning med kort beskrivelse av {situasjonen|vanskene} og hva innbyggeren selv ønsker.",
    "Ring for å drøfte saken før du henviser. {Det kan gjøres uten navn.|Teamet svarer på hverdager.}",
)

COST_FREE = (
    "Det koster ikke noe å delta.",
    "Leie av utstyr er gratis.",
    "Kaffe og kursmateriell er med.",
    "Du trenger ikke betale egenandel.",
)
COST_PAID = (
    "Du betaler {100|150|200|250} kroner for {kursheftet|materiell og kaffe}.",
    "Mat koster {20|30|40} kroner.",
    "Vanlig egenandel til du har frikort.",
)

WAITING: tuple[tuple[str, str, str, int | None], ...] = (
    ("Du får {svar|beskjed} innen {to|tre} virkedager.", "message", "promise", 3),
    ("Målet er at første samtale skal være innen {to uker|14 dager}.", "first_talk", "goal", 14),
    ("De fleste får time i løpet av {én uke|ti dager}.", "first_talk", "observed", 10),
    ("Det er vanligvis kort ventetid.", "start", "rating", None),
    ("Kurset begynner når {åtte|ti} har meldt seg på, som regel innen to måneder.", "start", "described", 60),
    ("Du kan komme med en gang.", "start", "described", 0),
)

FREQUENCY = (
    "Hver uke",
    "Annenhver uke",
    "{To|Tre} ganger i året",
    "Hver {day}",
    "Etter avtale",
    "En gang i måneden",
    "Hvert halvår",
)
LENGTH = (
    "{weeks} uker",
    "{n} til {weeks} samtaler",
    "Så lenge du trenger det",
    "Inntil {weeks} ganger",
    "Ett skoleår",
    "{weeks} samlinger på to timer",
    "Inntil {n} måneder",
)
GROUP_SIZE = ("{6|7|8} til {10|11|12} deltakere", "Inntil {weeks} deltakere", "Vanligvis {n} stykker")
PLACE = (
    "Helsehuset",
    "Frivilligsentralen",
    "Helsestasjonen",
    "Biblioteket",
    "Det gamle rådhuset",
    "Kulturhuset, andre etasje",
    "På skolen eller hjemme hos deg",
    "Mestringshuset ved torget",
)
LANGUAGES = ("Norsk", "Engelsk", "Nordsamisk", "Tolk ved behov", "Ukrainsk", "Arabisk", "Polsk")

STAFFING = (
    "{n} ansatte: {psykolog, sykepleier og sosionom|vernepleiere og sykepleiere|familieterapeut og helsesykepleier}",
    "{Psykologspesialist|Psykolog} i {40|50|60|100} prosent stilling",
    "En erfaringskonsulent {er med i teamet|leder samlingene sammen med en fagperson}.",
    "To kursholdere med {opplæring i metoden|godkjenning som kursledere}",
    "Helsesykepleier og {lege|jordmor} er til stede {day}.",
    "De ansatte har videreutdanning i {psykisk helsearbeid|rusarbeid|kognitiv terapi}.",
    "Frivillige med {kurs|opplæring} og en ansatt som {koordinator|leder}",
)

COOPERATION = (
    "Teamet har faste møter med {fastlegene|NAV|distriktspsykiatrisk senter}.",
    "Tilbudet drives sammen med {frivilligsentralen|en brukerorganisasjon|skolene}.",
    "{Skolehelsetjenesten og barnevernet|Legevakten og hjemmetjenesten} er nære samarbeidspartnere.",
    "Kommunen og {helseforetaket|nabokommunene} har avtale om {felles kurs|hvem som gjør hva}.",
)

ONWARD = (
    "Trenger du mer, hjelper de ansatte deg videre til {fastlegen|distriktspsykiatrisk senter}.",
    "Etter kurset kan du {fortsette i en selvhjelpsgruppe|få samtaler}.",
    "Du får {følge|hjelp} til å finne {en aktivitet|et treffsted} nær deg.",
)

OPERATION = (
    "Tilbudet er {organisert under|en del av} {enhet for mestring|helsestasjonen|tjenesten for psykisk helse og rus}.",
    "De ansatte {drøfter saker|møtes} hver {day}.",
    "Brukere er med i {en referansegruppe|planleggingen} {to ganger i året|hvert år}.",
    "Tilbudet krever ikke vedtak, og det blir ikke skrevet {lange rapporter|søknad}.",
    "{Kommunen|Enheten} har samlet {kurs, samtaler og oppfølging|tilbud til unge} på ett sted.",
)

METHOD = (
    "Kognitiv terapi",
    "Motiverende samtale",
    "Løsningsfokusert samtale",
    "Veiledet selvhjelp",
    "Nettverksmøter",
    "Psykoedukasjon i gruppe",
    "Tilbakemeldingsstyrte samtaler",
)
CAPACITY = (
    "Rundt {40|60|90|120|180} personer i året",
    "{n} kurs i året",
    "Plass til {weeks} om gangen",
    "Omtrent {15|25|35} nye i måneden",
)
INSTRUMENTS = ("PHQ-9", "GAD-7", "ORS og SRS", "AUDIT", "Et skjema om søvn")
RESULTS = (
    "I 2017 sa {7|8|9} av 10 at {hjelpen hadde virket|de hadde det bedre} ({40|62|85} svar).",
    "{To av tre|Tre av fire} fullførte kurset i 2017.",
)
FUNDING = (
    "Kommunale midler",
    "Tilskudd fra {Helsedirektoratet|Statsforvalteren} ut 2019",
    "Spleiselag mellom kommunen og helseforetaket",
)
LIMITS = (
    "Dette er ikke {akutthjelp|en akuttjeneste}. Ring 113 når det står om liv.",
    "Tilbudet er ikke for deg som {trenger innleggelse|har en alvorlig spiseforstyrrelse}.",
    "{Kurset|Tilbudet} tar ikke opp {pågående konflikter|saker som er i retten}.",
    "Ansatte skriver ikke {erklæringer|sykmelding}.",
)
NOTES = (
    "Åpningstiden {er kortere om sommeren|kan være en annen i skoleferien}.",
    "Kilden sier ikke om tilbudet {gjelder hele kommunen|er fast}.",
    "Nettsiden oppgir to ulike telefonnumre.",
    "Kurset holdes bare når nok har meldt seg på.",
)
STATUS_TEXT = {
    "permanent": ("Fast tilbud siden {2009|2012|2015}.", "Gikk fra prosjekt til fast drift i {2016|2017}."),
    "active": ("I drift da kilden ble skrevet.", "Har vært i drift i {n} år."),
    "project": ("Prosjekt {2016–2019|2017–2020}, med tilskudd.", "Prøves ut i {to|tre} år."),
    "planned": (
        "Skal etter planen åpne {høsten 2018|i 2019}.",
        "Planlegges som et samarbeid med {nabokommunene|helseforetaket}.",
    ),
    "ended": ("Avsluttet da tilskuddet tok slutt.",),
    "example": ("Nevnt som et eksempel på hva et slikt tilbud kan være.",),
}
SINCE = ("2004", "2009", "2011", "2014", "2015", "2016", "2017", "Våren 2013", "Høsten 2016")
CONTACT_LABELS = ("Vakttelefon", "Sentralbord", "Påmelding", "Resepsjonen", "Teamleder")
STREETS = ("Eksempelveien", "Mønsterveien", "Prøvegata", "Tenkeveien", "Tegnegata", "Øvingsbakken")
CHAPTERS = (
    "Oppdiktet tekst for måling, del {n}",
    "Oppdiktet nettside for måling",
    "Oppdiktet artikkel for måling: {m}",
)

HOURS: tuple[tuple[str, tuple[tuple[str, str, str], ...], bool, bool], ...] = (
    ("8–15.30 mandag til fredag", (("mo tu we th fr", "08:00", "15:30"),), False, False),
    ("9–15 på hverdager", (("mo tu we th fr", "09:00", "15:00"),), False, False),
    ("Tirsdag og torsdag 10–14", (("tu th", "10:00", "14:00"),), False, False),
    ("Onsdag 15–19", (("we", "15:00", "19:00"),), True, False),
    ("Mandag 14–18 i skoleåret", (("mo", "14:00", "18:00"),), True, False),
    ("Torsdag 17–20.30, og lørdag 12–15", (("th", "17:00", "20:30"), ("sa", "12:00", "15:00")), True, True),
    ("Hver kveld 18–22", (("mo tu we th fr sa su", "18:00", "22:00"),), True, True),
    (
        "Mandag til onsdag 12–16, torsdag til 18",
        (("mo tu we", "12:00", "16:00"), ("th", "12:00", "18:00")),
        True,
        False,
    ),
    ("Fredag og lørdag fra 20 til midnatt", (("fr sa", "20:00", "24:00"),), True, True),
    ("Mandag, onsdag og fredag 9–13", (("mo we fr", "09:00", "13:00"),), False, False),
)
"""Words, slots (days, opens, closes), evening, weekend."""
