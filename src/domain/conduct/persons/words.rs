//! The words around people who are spoken of.

use std::sync::LazyLock;

use super::super::lexicon::{Words, class};

/// Before somebody who is spoken to, helped or named.
pub(super) static TOWARDS: Words = LazyLock::new(|| {
    class(
        "thanks called named asked ask interviewed met heard helped help helps supports supported support thanked thank told \
         tell saw watched observed chose praised taught teaches coached mentored join joined reminded prompted \
         encouraged challenged questioned replied added whispered sent invited moved little young poor dear including",
    )
});

/// Before them, when "to", "with" or "by" stands between: "listened to", "sat with".
pub(super) static TOGETHER: Words = LazyLock::new(|| {
    class(
        "spoke speak spoken speaking talked talk talking listened listen listening worked work working sat sit sitting \
         played reads read reading chatted spent partnered paired met meeting said explained lesson led taught shown \
         given next you coaching mentoring thanks belongs belonging behaves behaved behaviour support concerns concern problem problems progress \
         conversation interview discussion time book books mentor mentored drawn written told interviews \
         conversations discussions provision plan adapted used wrote",
    )
});

/// What people do, said of one of them.
pub(super) static DOINGS: Words = LazyLock::new(|| {
    class(
        "said says told tells explained explains asked asks answered answers replied described describes showed \
         models modelled questions questioned demonstrates demonstrated circulates circulated praises praised checks \
         checked coaches coached mentors greets greeted speaks spoke listens listened adapts adapted encourages \
         encouraged keeps kept moves moved waits waited shares shared rushes rushed shouts raised copied copies \
         fidgets fidgeted disrupts disrupted interrupts interrupted distracts distracted likes liked loves loved enjoys enjoyed hates hated wants wanted thinks thought knows knew remembers \
         remembered forgot cried cries laughed smiled hit kicked bit ran left sat sits worked works struggles \
         struggled finds found needs needed wrote writes reads read counted drew used uses finished completed \
         joined chose refused shouted put helped received receives gets got came comes went talks talked teaches \
         taught leads led plans planned marks marked covers covered chairs manages runs ran delivers delivered \
         supports supported attends attended misses missed arrived gave gives made makes became becomes takes took \
         could couldn't can can't cannot did didn't does doesn't had hasn't has was wasn't is isn't will would",
    )
});

/// Of these doings, those that things do as well: something personal has to follow.
pub(super) static DOINGS_OF_THINGS: Words = LazyLock::new(|| {
    class(
        "could couldn't can can't cannot did didn't does doesn't had hasn't has was wasn't is isn't will would uses \
         used needs needed showed works worked gets got came comes went leads led runs ran left gives gave makes made \
         becomes became takes took supports supported covers covered plans put completed received \
         receives helped helps marks reads read",
    )
});

/// What follows where somebody is spoken of.
pub(super) static PERSONAL: Words = LazyLock::new(|| {
    class(
        "his her hers him himself herself he she us upset happy unhappy sad angry crying anxious worried shy proud \
         tired hungry bored off autistic adopted fostered dyslexic able unable known diagnosed excluded suspended \
         absent late poorly explain remember recall tell describe read write spell count mum dad mother father \
         shouting seated sitting sat reading working hurt scared excited confused stuck struggling supported removed \
         sent given aged adhd asd autism ehcp sent new together care asked alone lost foster well behind child boy girl looked-after vulnerable space sensory movement therapy nurture bullied hiding fidgeting talking distracted asleep chatting",
    )
});

/// What somebody has: after an owner's name.
pub(super) static BELONGINGS: Words = LazyLock::new(|| {
    class(
        "mum dad mother father mummy daddy parents parent family brother sister gran grandmother grandad nan carer \
         carers book books work behaviour needs plan desk teacher ta class targets ehcp attendance progress lesson \
         group answer answers explanation writing reading handwriting whiteboard mentor key home social worker \
         medication name voice attitude confidence table picture partner friend friends speech anxiety turn hand \
         response support situation case seat chair education bag coat story drawing jotter folder learning ear glasses wheelchair pencil phone shoes cards timetable place scores marks results",
    )
});

/// Where a person of the world is taught about.
pub(super) static TAUGHT_ABOUT: Words = LazyLock::new(|| {
    class(
        "novel story stories poem poems author author's poet character biography king queen \
         prince princess saint st studied study studying artist artwork composer \
         playwright explorer scientist inventor pharaoh emperor chapter fable tale museum portrait \
         theory principles taxonomy scheme textbook hero legend myth on",
    )
});

/// Words for one person or several, before their names.
pub(super) static PEOPLE: Words = LazyLock::new(|| {
    class(
        "pupil pupils child children boy boys girl girls twin twins teacher teachers ta tas governor governors brother          sister lad friend mentor adult leader lead head headteacher sendco senco deputy staff assistant reviewer          brothers sisters son daughter author observer student students learner partner coach parent",
    )
});

/// What staff do.
pub(super) static STAFF_DOINGS: Words = LazyLock::new(|| {
    class(
        "teaches taught leads led plans planned marks covers chairs manages runs delivers models modelled class lesson \
           teacher ta mentor mentored governor tas",
    )
});
