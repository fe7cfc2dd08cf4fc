//! The words around people who are spoken of.

use std::sync::LazyLock;

use super::super::lexicon::{Words, class};

/// Before somebody who is spoken to, helped or named.
pub(super) static TOWARDS: Words = LazyLock::new(|| {
    class(
        "thanks called named asked ask interviewed met heard helped help helps supports supported support thanked thank told \
         tell saw watched observed chose praised taught teaches coached mentored join joined reminded prompted \
         encouraged challenged questioned replied added whispered sent invited moved shadowed little young poor dear including",
    )
});

/// Before them, when "to", "with" or "by" stands between: "listened to", "sat with".
pub(super) static TOGETHER: Words = LazyLock::new(|| {
    class(
        "spoke speak spoken speaking talked talk talking listened listen listening worked work working sat sit sitting \
         played reads read reading chatted spent partnered paired met meeting said explained lesson led taught shown \
         given next you coaching mentoring thanks belongs belonging behaves behaved behaviour support concerns concern problem problems progress \
         conversation interview discussion time book books mentor mentored drawn written told interviews \
         conversations discussions look looked looking provision plan adapted used wrote",
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
         sent given aged adhd asd autism reduced part-time timetable control rapport patience difficulty progress joining friends toilet meltdown tantrum tantrums glasses naughty clever brilliant lovely chess nosebleed presence pegs coat ehcp sent new together care asked alone lost foster well behind child boy girl looked-after vulnerable space sensory movement therapy nurture bullied hiding fidgeting talking distracted asleep chatting",
    )
});

/// Where a person of the world is taught about.
pub(super) static TAUGHT_ABOUT: Words = LazyLock::new(|| {
    class(
        "novel story stories poem poems author author's poet character biography king queen \
         prince princess saint st studied study studying artist artwork composer \
         playwright explorer scientist inventor pharaoh emperor chapter fable tale museum portrait \
         retold retell acted performed staged theory principles taxonomy scheme textbook hero legend myth on",
    )
});

/// Words for one person or several, before their names.
pub(super) static PEOPLE: Words = LazyLock::new(|| {
    class(
        "pupil pupils child children boy boys girl girls twin twins teacher teachers ta tas governor governors brother \
         brothers sister sisters lad lads lass friend friends mentor adult leader lead head staff assistant reviewer son \
         daughter author observer student students learner learners partner coach parent colleague colleagues volunteer \
         helper apprentice trainee starter cousin sibling siblings lady man woman member nqt ect hlta classmate peer",
    )
});

/// Those who belong to a pupil.
pub(super) static FAMILY: Words = LazyLock::new(|| {
    class(
        "mum mums dad dads mother father mummy daddy parents parent family brother brothers sister sisters gran granny \
         grandmother grandad grandfather grandparents nan nanny aunt auntie uncle carer carers cousin twins siblings \
         childminder foster guardian",
    )
});

/// Labels of groups and registers under which pupils are listed by name.
pub(super) static GROUP_LABELS: Words = LazyLock::new(|| {
    class(
        "pp ppg send sen eal ehcp ehcps lac cla fsm semh absent absence absences absentees attendance late lates lateness \
         excluded exclusion exclusions suspended suspensions detention detentions vulnerable disadvantaged gds exs wts sanctions incidents bullied monitor watch concern concerns",
    )
});

/// What speaks of a place, a work or a scheme, so that a capital in mid-sentence need be nobody's.
pub(super) static PLACES_AND_WORKS: Words = LazyLock::new(|| {
    class(
        "trip trips visit visited travel travelled journey coach museum zoo castle beach park mayor bishop county city town village river \
         country map text texts author authors artist artists painting paintings picture composer poet poem poems play \
         story stories novel film song legend myth scheme schemes programme programmes resource resources training \
         inset hub apps website videos video approach research report study studied compare compared inspired style \
         work works published publisher subscription licence phonics history geography science topic unit units \
         video videos website planning guidance materials scheme lessons quotation theory principles model models method structures cup tournament award sentence sentences stems style league match poster posters diary diaries prints extract extracts legend legends voyage voyages biography biographies quote quotes \
         timeline timelines stencils collage collages sketches exhibition installation sculpture sculptures portrait portraits display displays trilogy rhyme rhymes speech retelling retellings workshop workshops",
    )
});

/// Verbs of what one does to somebody, in their first form.
pub(super) static TELLING_VERBS: Words = LazyLock::new(|| {
    class(
        "thank tell ask meet interview praise remind prompt encourage challenge question coach mentor teach invite help \
         comfort hug restrain exclude suspend isolate phone congratulate reassure seat partner pair greet hear give \
         line-manage appoint employ recruit shadow contact email",
    )
});

/// Verbs of what only people do, in their first form.
pub(super) static HUMAN_VERBS: Words = LazyLock::new(|| {
    class(
        "say tell answer reply explain shout cry sob weep laugh smile giggle grin frown fidget rush struggle refuse forget \
         remember think want like love hate enjoy hope believe sit wander talk chat speak whisper mumble mutter listen \
         wait kick punch scream swear argue fight disrupt interrupt worry learn try attempt join arrive nag nod shrug yawn \
         sleep doze daydream sulk storm stare gaze eat pace circulate hover kneel crouch sing dance cope thrive excel \
         wriggle stutter stammer retire resign agree disagree apologise complain moan volunteer attend behave misbehave wet \
         vomit lie cheat steal run jump climb eaten spoken forgotten slept bitten sworn fallen done come go gone taught",
    )
});

/// Verbs of what people do to something, in their first form; "arranged" alone may be said of what is arranged.
pub(super) static AGENT_VERBS: Words = LazyLock::new(|| {
    class(
        "chase hear watch read write draw copy guess hide bite push throw distract tease bully revise greet praise coach \
         mentor drink prompt nudge encourage scribe manage tidy echo shadow send follow check share ask lead arrange \
         organise order bring phone email remind meet invite translate unlock lock cook clean admit thank welcome hug \
         comfort supervise teach observe deliver plan swap skip",
    )
});

/// What is done to people only, behind "was".
pub(super) static DONE_TO_PEOPLE: Words = LazyLock::new(|| {
    class(
        "taken told asked sent removed seated praised punished collected diagnosed assessed referred interviewed moved \
         withdrawn bullied teased thanked invited appointed employed supported helped left kept given taught paired picked",
    )
});

/// What only people are.
pub(super) static STATES: Words = LazyLock::new(|| {
    class(
        "stuck upset tired unsure shy anxious absent asleep disengaged distracted excluded suspended bored withdrawn \
         non-verbal nonverbal autistic dyslexic hungry crying tearful angry happy unhappy sad proud reluctant disruptive \
         chatty silly nervous stressed overwhelmed exhausted ill sick pregnant off-task late bullied adopted fostered \
         stretched unkempt lonely isolated confused frustrated passionate inspiring knowledgeable strict retiring scared \
         worried jealous mute restless dysregulated unsettled homesick grieving bereaved",
    )
});

/// Whether `word` is one of these verbs, also with an ending: "chases", "cried", "sitting".
pub(super) fn is_form_of(verbs: &Words, word: &str) -> bool {
    let known = |stem: &str| verbs.contains(stem);
    let doubled = |stem: &str| {
        let mut letters = stem.chars().rev();
        let last = letters.next();
        last.is_some() && last == letters.next() && known(stem.get(..stem.len() - 1).unwrap_or_default())
    };
    let ending = |ending: &str, instead: &str| {
        word.strip_suffix(ending)
            .is_some_and(|stem| known(&format!("{stem}{instead}")) || instead.is_empty() && doubled(stem))
    };
    known(word)
        || ["s", "es", "ed", "d", "ing"].iter().any(|end| ending(end, ""))
        || ending("ing", "e")
        || ending("ies", "y")
        || ending("ied", "y")
}

/// What staff do.
pub(super) static STAFF_DOINGS: Words = LazyLock::new(|| {
    class(
        "teaches taught leads led plans planned marks covers chairs manages runs delivers models modelled class lesson \
           teacher ta mentor mentored governor tas",
    )
});
