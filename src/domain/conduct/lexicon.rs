//! Classes of words that several of the rules look for. They are words of the field and of plain English.

use std::{collections::HashSet, sync::LazyLock};

use super::{common::COMMON, everyday::EVERYDAY, plain::PLAIN};

/// A class of words.
pub(super) type Words = LazyLock<HashSet<&'static str>>;

/// Makes a class from its words in a row.
pub(super) fn class(words: &'static str) -> HashSet<&'static str> {
    words.split_whitespace().collect()
}

/// Forms of "to be", and verbs that are used like it.
pub(super) static COPULAS: Words = LazyLock::new(|| {
    class(
        "is are was were be been being am we're you're isn't aren't wasn't weren't isnt arent wasnt werent remain remains remained become becomes \
         became seem seems seemed appear appears appeared stay stays stayed look looks looked feel feels felt \
         prove proves proved",
    )
});

/// Verbs that help other verbs.
pub(super) static HELPING: Words = LazyLock::new(|| {
    class(
        "has have had hasn't haven't hadn't do does did doesn't don't didn't would could should might may must \
         can can't cannot couldn't wouldn't shouldn't will won't ought \
         hasnt havent hadnt doesnt dont didnt cant couldnt wouldnt shouldnt wont",
    )
});

/// Words before a noun phrase that begins there.
pub(super) static PREPOSITIONS: Words = LazyLock::new(|| {
    class(
        "of in at on for with from by during across about between within into onto under over through without \
         around near beside behind before after since until towards toward to throughout against among as per via \
         like despite",
    )
});

/// Words that begin a clause of its own.
pub(super) static CLAUSE_OPENERS: Words = LazyLock::new(|| {
    class(
        "that because when where if while although though so which who whom whether unless whereas but since until \
         however therefore",
    )
});

/// Verbs after which somebody's words or thoughts follow.
pub(super) static REPORTING: Words = LazyLock::new(|| {
    class(
        "say says said saying tell tells told think thinks thought feel feels felt believe believes believed \
         conclude concludes concluded agree agrees agreed report reports reported find finds found know knows knew \
         suggest suggests suggested show shows showed shown see sees saw note notes noted argue argues argued \
         explain explains explained claim claims claimed state states stated",
    )
});

/// Those whose opinion is no verdict of the review.
pub(super) static LISTENED_TO: Words = LazyLock::new(|| {
    class(
        "pupil pupils child children parent parents carer carers student students learner learners families they",
    )
});

/// Pronouns.
pub(super) static PRONOUNS: Words = LazyLock::new(|| {
    class("it this that these those they we you i he she one there what which who everything")
});

/// The little words that stand before a noun.
pub(super) static DETERMINERS: Words = LazyLock::new(|| {
    class(
        "the a an our their its his her your my this that these those each every any some no all both another",
    )
});

/// Subjects of the curriculum and areas of responsibility in a school.
pub(super) static AREAS: Words = LazyLock::new(|| {
    class(
        "maths math mathematics english reading writing phonics literacy numeracy spelling handwriting oracy science \
         history geography art music pe re computing ict dt d&t pshe rse rshe mfl languages language french spanish \
         german latin drama citizenship eyfs early-years ks1 ks2 ks3 ks4 phase subject curriculum assessment \
         send sen inclusion behaviour attendance safeguarding pastoral wellbeing well-being pp premium sport sports \
         library slt data learning teaching eal nursery reception stem digital development transition cpd ect nurture \
         humanities arts design technology online-safety vocabulary culture education pshce equality equalities diversity \
         rwi enrichment engagement sustainability nutrition communication",
    )
});

/// Months, days, festivals, peoples, faiths, places, schemes and other words that have a capital and are no person.
pub(super) static PROPER: Words = LazyLock::new(|| {
    class(
        "gothic baroque impressionist renaissance january february march april may june july august september october november december jan feb mar apr jun \
         jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu \
         thurs fri sat sun autumn spring summer winter michaelmas christmas easter diwali eid ramadan hanukkah \
         passover advent lent harvest halloween holi vaisakhi nowruz epiphany pentecost \
         english french spanish german latin mandarin welsh irish scottish british american european african asian \
         indian chinese arabic polish urdu punjabi bengali romanian ukrainian islamic jewish hebrew greek roman \
         romans greeks egyptians egyptian vikings viking saxon saxons anglo-saxon anglo-saxons normans norman tudor \
         tudors victorian victorians georgian edwardian mayan maya maya's aztec aztecs celts celtic iron stone bronze \
         age christian christians christianity muslim muslims islam hindu hindus hinduism sikh sikhs sikhism \
         buddhist buddhism judaism jew jews bible quran torah god allah jesus \
         england britain london europe africa asia america wales scotland ireland france spain germany italy egypt \
         greece india china brazil kenya nile thames amazon everest uk usa rome paris antarctica arctic earth mars \
         hampshire kent ealing medway somerset bristol cornwall devon yorkshire lancashire \
         numicon dienes cuisenaire rekenrek makaton widgit thrive jigsaw charanga kapow lexia nessy seesaw \
         tapestry google teams chromebook chromebooks ipad ipads word excel powerpoint rock stars rockstars white rose \
         wandle twinkl kagan frayer venn carroll bloom rosenshine sherrington lemov wiliam vygotsky piaget \
         singapore blockly scratch lego duplo unicef ofsted ncetm eef dfe pixl arbor cpoms sims bromcom insight \
         boxall zones regulation elklan talk4writing bossy purple mash accelerated reader times tables \
         willow oak ash beech cedar elm birch maple hawthorn sycamore chestnut pine larch alder poplar queen prince \
         princess st saint lane street avenue hill hilltop meadow brook vale dale grove heath manor priory abbey \
         ukraine syria afghanistan poland romania nigeria ghana pakistan bangladesh iran iraq turkey portugal russia japan \
         australia canada mexico jamaica nepal somalia eritrea albania bulgaria lithuania sweden norway york oxford \
         cambridge manchester birmingham leeds liverpool newcastle sheffield nottingham leicester southampton portsmouth \
         lighthouse traveller travellers somali albanian lithuanian portuguese turkish kurdish afghan syrian iranian iraqi nepalese \
         tamil gujarati hindi japanese korean russian swedish norwegian danish dutch italian caribbean jamaican nigerian ghanaian \
         timekeeper timekeepers scribe scribes notetaker swindon ludlow gloucester cheltenham worcester hereford shrewsbury derby coventry northampton \
         cambridgeshire suffolk norfolk essex sussex surrey dorset wiltshire gloucestershire shropshire cheshire cumbria \
         peterborough ipswich colchester canterbury dover guildford winchester salisbury bournemouth poole taunton \
         bridgwater slimbridge torquay truro penzance swansea cardiff belfast edinburgh glasgow aberdeen \
         cadbury nestle lidl tesco aldi aardman ikea disney pixar marvel pokemon minecraft roblox fortnite youtube tiktok \
         sonar zoom padlet kindle wikipedia instagram \
         stuart stuarts inca incas mayans benin shang sumer sumerian sumerians babylonians babylon persians spartans athenians \
         trojans trojan troy mughal mughals ottoman ottomans samurai picts jutes danes windrush blitz jacobean edwardians \
         indus mesopotamia agincourt hastings waterloo trafalgar gunpowder plague neolithic mesolithic palaeolithic \
         skara brae sutton hoo vesuvius etna himalayas alps andes sahara danube mississippi severn snowdon nevis \
         mercury venus jupiter saturn neptune uranus pluto sapphire emerald topaz amethyst phoenix \
         brighton plymouth exeter norwich warwick stonehenge pompeii titanic \
         sumdog plickers kahoot mathletics mymaths numbots doodle spag letterland letterjoin dojo classdojo nfer pira rwi \
         edshed clpe collins hodder biff kipper natterhub espresso cornerstones beebot spellzone \
         scitt afl afd aifl rwinc sparx ebacc seneca educake hegarty tassomai gcsepod bedrock satchel parentmail \
         classcharts edulink sisra btec epraise linkalot mastery forest school great fire world war ancient river mount lake national standards \
         gaelic mandarin cantonese swahili yoruba igbo twi shona zulu afrikaans pashto dari farsi persian kurdish tigrinya amharic \
         bosnian croatian serbian slovak slovakian czech hungarian estonian latvian moldovan malay malaysian filipino tagalog thai \
         vietnamese sinhala sinhalese malayalam telugu marathi mongolian tibetan ethiopian sudanese somalian egyptian moroccan \
         algerian tunisian libyan lebanese jordanian israeli palestinian yemeni brazilian argentinian mexican chilean peruvian \
         colombian venezuelan canadian australian maori aboriginal icelandic finnish belgian swiss austrian croatia serbia slovakia \
         hungary austria switzerland belgium netherlands finland iceland denmark estonia latvia malta cyprus vietnam thailand \
         malaysia philippines indonesia sri lanka ethiopia sudan morocco tunisia algeria libya lebanon israel palestine yemen \
         venice milan naples florence-italy tuscany sicily rome berlin munich madrid barcelona lisbon amsterdam brussels vienna prague \
         budapest warsaw krakow moscow athens istanbul cairo nairobi lagos accra mumbai delhi kolkata karachi lahore dhaka beijing \
         shanghai tokyo kyoto seoul sydney-harbour melbourne toronto montreal chicago boston hollywood california texas florida \
         hawaii alaska yellowstone eng hist geog sci argentina chile peru colombia venezuela zealand tudor-style celsius fahrenheit fibonacci pythagoras braille morse \
         wembley windsor stratford whitby blackpool scarborough bradford wakefield huddersfield halifax preston bolton rochdale \
         oldham stockport warrington wigan hull grimsby lincoln slough swanage weymouth falmouth margate ramsgate \
         hoy skye mull iona arran orkney shetland galloway fife snowdonia pembroke gower anglesey mourne antrim \
         easter-egg wordsmith oxford-owl phonicsplay topmarks hamilton plazoom pobble storytime cbeebies bbc newsround \
         neli wellcomm pecs teacch attention-autism makaton signalong elsa-led clicker immersive dynamo nessie toe-by-toe \
         precision-teaching sensory-circuits prevent channel jigsaw commando yoga bikeability duke eton wagoll waboll spag-bol \
         rainbows brownies beavers cubs scouts guides morrisons sainsbury asda waitrose barclays nhs rspca nspcc rnli pdsa oxfam \
         unicef barnardos greenpeace wwf nasa esa stem-club lamda abrsm trinity rada saltburn hadrian offa \
         hajj umrah sukkot shavuot purim rosh hashanah yom kippur vesak navratri janmashtami onam pongal baisakhi lohri raksha \
         bandhan dussehra hijra muharram ashura mawlid laylat iftar shrove candlemas ascension whitsun corpus christi \
         lammas samhain beltane imbolc burns hogmanay st-david's thanksgiving kwanzaa songkran tanabata tet \
         cinderella rapunzel rumpelstiltskin goldilocks aladdin pinocchio thumbelina snow-white gingerbread rumple gretel hansel \
         hercules mulan moana elsa's shrek nemo dory simba mowgli baloo stellaluna supertato zog superworm stickman highway \
         artsmark sing youth-sport platinum investors trailblazer quality-mark basic-skills healthy-schools travel-tracker modeshift \
         eco-schools green-flag fairtrade rightsrespecting young-carers inclusion-quality gold-mark safer-internet \
         majesty majesty's highness qofe qoe loch ness lomond windermere coniston ullswater thirlmere severn avon mersey tyne tees humber trent medway \
         pennines cheviots cotswolds chilterns mendips quantocks exmoor dartmoor bodmin peak purbeck jurassic broads fens wash \
         eoy soy baseline timeline playscript haikus limericks kennings cinquain acrostic \
         kodaly dalcroze orff bbc-ten musical-futures sing-up ukulele djembe samba gamelan tabla recorder ocarina glockenspiel \
         nanak gobind vaisakhi gurdwara mandir vihara langar kirpan kippah tallit menorah seder shabbat mezuzah wudu qibla adhan \
         lapbook seesaw's showbie nearpod quizlet quizizz gimkit blooket padlet mentimeter flipgrid wakelet genially canva \
         microbit micro crumble makey purplemash espresso's discovery-education oak-national testbase rising-stars cgp schofield \
         twinkl's plazoom literacy-shed pathways-to-write write-stuff babcock no-nonsense spelling-shed sumdog ttrs nrich ncetm's \
         maths-hub teach-first nace nasen whole-school-send sapere p4c voice-21 oracy-cambridge place2be barnardo's",
    )
});

/// Words of the review and of school life, often with a capital though they name nobody.
pub(super) static SCHOOL_WORDS: Words = LazyLock::new(|| {
    class(
        "year years group groups key stage early reception nursery head heads headteacher headteachers deputy \
         assistant senco sendco leader leaders lead leads governor governors governing board body chair teacher \
         teachers pupil pupils child children staff class classes school schools primary academy trust federation \
         reviewer reviewers facilitator team review peer lesson lessons book books strength strengths area areas \
         development issue issues impact fix next step steps action actions report summary line enquiry evidence \
         question questions answer note notes plan policy premium pupil's parent parents adult adults family \
         curriculum maths mathematics reading writing science history geography art music computing phonics \
         education quality behaviour attitudes personal leadership management provision universal teaching learning \
         assessment attendance inclusion safeguarding outcome outcomes progress achievement standard standards \
         support training data display monitoring planning marking feedback modelling questioning vocabulary oracy \
         intervention support staff one some most many few several both all none everyone everybody someone nobody \
         nothing everything anything each other others another half day week term month today yesterday tomorrow \
         morning afternoon lunch break assembly hall library office playground classroom corridor \
         work task homework practice practise recall retrieval reasoning fluency fractions number numbers place value \
         times table multiplication addition subtraction division shape measure statistics algebra ratio \
         poetry grammar spelling handwriting drama dance sport gym football swimming club clubs track tracks route site room rooms set sets unit units band level levels stage block \
         head's teacher's boys girls boy girl mum dad mother father brother sister friend friends talk partner \
         partners working wall maybe please thanks thank yes hello dear draft confidential page date time \
         host visiting cluster governance collation synthesis discussion pupil-voice teamwork equipment bar starter starters plenary scaffold scaffolds model models resource resources worksheet worksheets tables timetable timetables pair pairs cohort attitude engagement movement pace talk challenge space noise",
    )
});

/// Words that begin sentences and name nobody: little words, adverbs, adjectives, common verbs.
pub(super) static OPENERS: Words = LazyLock::new(|| {
    class(
        "yr yrs hi i've i'm i'd i'll we've we'd we'll they've they're they'd they'll you've you'd you'll there'll isn't ain't \
         the a an this that these those it its he she they we you i our their his her your my there here what when \
         where which who whom whose why how if while although though because since until unless as at in on of for \
         from by with without within into onto under over through during across about between before after towards \
         to and or but nor so yet not no only also even just still already again then now soon later once twice \
         often always never sometimes usually mostly largely overall generally however therefore moreover \
         furthermore nevertheless meanwhile instead perhaps clearly recently currently previously typically \
         consistently likewise similarly additionally finally first firstly second secondly third lastly \
         both either neither every any such same other more less much little few fewer \
         good better best great strong stronger strongest weak clear high low new old young big small long short \
         early late quick slow calm quiet busy simple hard easy open whole full part main key special general \
         outstanding exceptional excellent effective inadequate ineffective positive negative recent current \
         is are was were be been being has have had do does did would could should might may must can will shall \
         use used make made take taken give given see seen saw look looked ask asked keep kept put let get got go \
         went come came know known think thought find found tell told say said show showed shown need needs want \
         let's check agree share plan visit read write speak listen meet met build develop ensure consider continue \
         review explore improve increase reduce set up down out off near next last per via than like unlike despite \
         including following given according regarding concerning due thanks dear well very too really quite almost \
         nearly least most around approximately circa lower upper middle mixed grace mark hope joy faith bill art \
         mixed mental physical written spoken verbal oral visual concrete pictorial abstract daily weekly termly \
         one two three four five six seven eight nine ten eleven twelve twenty thirty dozens hundreds half \
         joint shared guided choral silent paired peer individual independent explicit direct systematic lovely nice \
         fantastic super wonderful brilliant fab tidy untidy messy noisy loud bright dull neat fast rapid rushed thorough \
         thin patchy varied regular frequent rare occasional consistent inconsistent variable urgent happy sad purple red \
         green blue yellow orange pink white black golden silver wet dry hot cold warm dialogue wifi playground lunchtime \
         playtime breaktime hometime homework email phone parking coffee biscuits toilets lunch music sound noise timing \
         extra additional various certain several fewest possible likely unlikely essential critical major minor huge tiny \
         careful skilful skilled confident able willing keen ready eager polite kind helpful friendly welcoming secure safe \
         inspiring interesting exciting boring useful useless deep shallow rich poor broad narrow ambitious aspirational \
         adult-led child-led teacher-led pupil-led in-class whole-school cross-curricular top bottom left right front back \
         concern question strength impact evidence observation note thought comment example reason",
    )
});

/// Whether the word has the ending of a thing or an activity, not of a name.
pub(super) fn is_thing_by_ending(word: &str) -> bool {
    const ENDINGS: [&str; 38] = [
        "ing", "tion", "sion", "ment", "ness", "ship", "ance", "ence", "ity", "ism", "ure", "age", "ology",
        "work", "book", "board", "ful", "less", "able", "ible", "ous", "ive", "ical", "ics", "hood", "room",
        "time", "ground", "sheet", "wide", "ed", "ly", "ish", "ist", "ify", "ise", "ary", "ory",
    ];
    word.chars().count() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// Whether the word, written with a capital, is known to name nobody.
pub(super) fn names_nobody(word: &str) -> bool {
    let known = |word: &str| {
        PROPER.contains(word)
            || SCHOOL_WORDS.contains(word)
            || OPENERS.contains(word)
            || COMMON.contains(word)
            || EVERYDAY.contains(word)
            || PLAIN.contains(word)
            || AREAS.contains(word)
            || COPULAS.contains(word)
            || HELPING.contains(word)
    };
    let double = word
        .split_once('-')
        .is_some_and(|(first, second)| super::forenames::FORENAMES.contains(first) && !second.contains('-'));
    // "Jan-Mar"
    let span = word
        .split_once('-')
        .is_some_and(|(first, last)| known(first) && known(last));
    known(word) || span || !double && word.split('-').any(known)
}
