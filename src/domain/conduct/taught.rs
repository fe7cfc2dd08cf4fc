//! People and figures that classes are taught about, and who are nobody at the school.
//!
//! A surname makes nobody famous: a school has its own Mrs King, Mr Fox and Miss Scott. So a figure is known by a name
//! that nobody else has ("Mr Gumpy"), by its full name, by others of the same story or time beside it, or by the words
//! of a lesson about it.

use super::{
    lexicon::{COPULAS, HELPING, PREPOSITIONS, Words, class},
    persons::is_famous,
    sentence::Sentence,
    titled::TITLES,
};
use std::{ops::Range, sync::LazyLock};

/// Names without a title that are seldom a pupil's or a teacher's: one of them alone is taught about.
pub(super) static KNOWN_ALONE: Words = LazyLock::new(|| {
    class(
        "macbeth trunchbull darwin attenborough raleigh brunel seacole anning columbus shakespeare dickens dahl \
         walliams rowling rosen donaldson seuss gumpy twit twits barnardo jekyll who bear badger toad rabbit wolf tickle \
         mandela gandhi turing lovelace einstein curie earhart fawkes pepys pasteur semmelweis galileo copernicus \
         picasso monet kahlo hokusai kandinsky banksy warhol matisse mozart beethoven vivaldi holst elgar pankhurst \
         boudicca caesar tutankhamun shackleton marx lemov rosenshine sherrington wiliam willingham sweller bruner \
         piaget vygotsky bjork dweck didau christodoulou dewey montessori froebel gawain lancelot galahad tiggy-winkle \
         beegu dogger gruffalo elmer zog stickman supertato paddington biff kipper mog aslan gandalf hagrid hermione \
         dumbledore voldemort bilbo hobbit grinch lorax skellig varjak beowulf grendel odysseus theseus perseus medusa zeus \
         athena hercules achilles persephone icarus midas anansi ganesh hanuman krishna buddha moses pythagoras britten \
         greenaway birling cratchit scrooge mercutio tybalt majeika pusskins gru pepperpot claus thunberg malala yousafzai jemison mcauliffe gagarin tchaikovsky",
    )
});

/// Titles with names that nobody else has, in small letters, parted by bars.
const FIGURES: &str = "\
     mr bump|mr greedy|mr sneeze|mr nosey|mr messy|mr silly|mr uppity|mr daydream|mr forgetful|mr jelly|mr noisy|mr lazy|mr funny|\
     mr mean|mr chatterbox|mr fussy|mr bounce|mr muddle|mr dizzy|mr impossible|mr cheerful|mr grumpy|mr grumble|mr worry|\
     mr clever|mr wrong|mr topsy-turvy|mr benn|mr magnolia|mr magorium|mr creep|\
     mr brownlow|mr bumble|mr snuffleupagus|mr gru|mr frumble|mr tayto|mr happy|mr maker|mr motivator|\
     mrs armitage|mrs beeton|mrs plug|mrs mcnosh|mrs dalloway|mrs honeychurch|mrs goose|mrs hen|\
     mrs macready|mrs danvers|miss hannigan|miss piggy|miss saigon|miss hoover|dr xargle|dr bike|dr frankenstein|\
     dr teeth|dr faustus|dr zhivago|sir gadabout|sir scallywag|sir bobby|\
     mr men|mrs wordsmith|mr birling|mrs birling|mrs wishy-washy|mr whoops|sir linkalot|mr gum|mr gumpy|mr stink|mr twit|mrs twit|mr tumble|mr majeika|mr claus|mrs claus|mr tumnus|mr scrooge|\
     mr micawber|mr mistoffelees|mr wormwood|mrs wormwood|mr wonka|mr whippy|mr potato|mrs pepperpot|\
     mrs tiggy-winkle|mrs doubtfire|mrs wobble|mrs tittlemouse|miss muffet|miss havisham|miss trunchbull|\
     mrs trunchbull|miss marple|dr seuss|dr who|dr jekyll|dr dolittle|dr barnardo|dr martens|\
     father christmas|father time|sir gawain|sir lancelot|sir galahad";

/// Words right before a title that make a figure of it, each behind what it makes one of.
const TITLES_OF_WORKS: [(&str, &str); 5] = [
    ("mr fox", "fantastic"),
    ("mr tom", "goodnight"),
    ("mr wolf", "time"),
    ("mr wolf", "bad"),
    ("mr mole", "wee"),
];

/// Names of a story and the others of it, one of which stands in the sentence as well.
const OF_STORIES: [(&str, &str); 32] = [
    ("peter susan edmund lucy", "narnia aslan tumnus edmund"),
    ("michael kensuke", "kensuke"),
    ("stanley zero", "holes yelnats zero"),
    ("auggie julian", "wonder auggie"),
    ("ralph jack piggy simon roger", "golding piggy flies"),
    ("honey", "matilda trunchbull wormwood dahl"),
    ("fox", "fantastic boggis bunce dahl"),
    ("hyde", "jekyll"),
    ("wolf", "pigs grandma hood"),
    ("potter", "hogwarts hermione beatrix dumbledore"),
    ("holmes watson", "sherlock moriarty baskervilles"),
    ("toad mole rat badger", "willows ratty"),
    ("beaver tumnus", "narnia aslan"),
    ("foster", "gloucester"),
    ("tom oakley", "goodnight oakley"),
    (
        "george lennie curley slim candy crooks",
        "lennie curley curley's crooks george's steinbeck mice",
    ),
    ("scout jem atticus tom", "atticus scout jem mockingbird finch"),
    ("pip estella joe", "estella havisham pip magwitch expectations"),
    (
        "sheila eric gerald eva",
        "birling priestley inspector goole sheila",
    ),
    ("duncan banquo malcolm lady", "macbeth banquo macduff"),
    (
        "juliet romeo nurse paris",
        "romeo juliet benvolio capulet montague tybalt",
    ),
    ("oliver nancy bill jack", "fagin sikes dodger bumble workhouse"),
    ("bruno shmuel", "shmuel bruno pyjamas"),
    ("mary colin dickon", "dickon misselthwaite secret"),
    ("tom hatty", "hatty midnight"),
    ("alice", "wonderland hatter cheshire"),
    ("peter wendy john michael", "wendy neverland tinkerbell hook"),
    (
        "charlie augustus veruca mike violet",
        "wonka augustus veruca gloop factory",
    ),
    ("wilbur fern charlotte", "wilbur templeton"),
    ("harry ron", "hogwarts hermione dumbledore potter"),
    ("jacob ebenezer tim fred", "scrooge cratchit marley fezziwig"),
    ("bennet bennett darcy bingley", "austen prejudice"),
];

/// Names of the past and of science, and what they are spoken of with.
const OF_THE_PAST: [(&str, &str); 19] = [
    (
        "victoria albert",
        "industrial empire reign victorian victorians era railway railways throne",
    ),
    (
        "elizabeth francis drake raleigh",
        "armada reign tudor tudors throne",
    ),
    (
        "harold william alfred edward athelstan",
        "conqueror hastings athelstan bayeux 1066 conquest",
    ),
    (
        "henry elizabeth victoria alfred",
        "tudor tudors stuarts victorian victorians saxon saxons normans reign monarch monarchs wives throne crowned",
    ),
    ("hattie", "effect sizes meta-analysis"),
    ("newton hooke", "gravity isaac"),
    (
        "scott",
        "antarctic antarctica polar pole expedition amundsen shackleton",
    ),
    (
        "cook drake raleigh",
        "voyage voyages explorers circumnavigated endeavour captain columbus",
    ),
    ("nightingale", "florence crimea crimean seacole scutari"),
    ("king parks", "luther rosa rights boycott segregation mandela"),
    ("carter", "tutankhamun tomb egyptian"),
    (
        "fleming jenner lister",
        "penicillin vaccination smallpox antiseptic pasteur",
    ),
    ("franklin", "dna"),
    ("armstrong", "moon apollo aldrin earhart"),
    ("churchill", "blitz wartime war ww2"),
    ("stephenson telford", "railway railways locomotive rocket brunel"),
    ("wren", "cathedral pepys london"),
    ("livingstone howard", "stanley africa reform"),
    ("hawking", "holes physics"),
];

/// Whether the name with a title, from the title at `title` to before `end`, is a figure's; it begins at `name`.
pub(super) fn is_figure(sentence: &Sentence, title: usize, name: usize, end: usize) -> bool {
    let mister = plain_title(sentence.word(title));
    let called = format!("{mister} {}", sentence.word(name));
    let alone = FIGURES.split('|').any(|figure| figure == called);
    let of_work = TITLES_OF_WORKS
        .iter()
        .any(|(figure, before)| *figure == called && sentence.before(title, 1) == *before);
    // "Little Miss Anything" is a book where both words have a capital in a sentence.
    let little = mister == "miss" && sentence.before(title, 1) == "little" && sentence.is_capital(title - 1);
    let scholar = matches!(mister, "dr" | "sir" | "dame" | "prof" | "professor");
    alone
        || of_work
        || little
        || has_full_name(sentence, name)
        || stands_with(sentence, name..end, &OF_STORIES)
        || scholar && stands_with(sentence, name..end, &OF_THE_PAST)
        || is_taught(sentence, title, end)
        || is_pet(sentence, title, end)
}

/// "The class hamster, Mr Anything", "Mr Anything the tortoise": an animal or a puppet, in apposition.
fn is_pet(sentence: &Sentence, title: usize, end: usize) -> bool {
    let pet = |word: &str| {
        matches!(
            word,
            "hamster"
                | "dog"
                | "cat"
                | "rabbit"
                | "guinea"
                | "pig"
                | "gerbil"
                | "tortoise"
                | "fish"
                | "goldfish"
                | "snail"
                | "hen"
                | "chick"
                | "parrot"
                | "puppet"
                | "teddy"
                | "mascot"
                | "doll"
                | "skeleton"
                | "snowman"
                | "scarecrow"
                | "robot"
        )
    };
    let before = usize::from(matches!(
        sentence.before(title, 1),
        "," | "(" | "-" | "called" | "named"
    ));
    let after = usize::from(matches!(sentence.word(end), "," | "(" | "-"));
    let behind = matches!(sentence.word(end + after), "the" | "our" | "a")
        && (end + after + 1..end + after + 4).any(|at| pet(sentence.word(at)));
    before == 1 && pet(sentence.before(title, 2)) || behind
}

/// Whether somebody with a title is spoken of whose name nobody else has: then others of the same story are as well.
pub(super) fn speaks_of_figure(sentence: &Sentence) -> bool {
    (1..sentence.tokens.len()).any(|name| {
        TITLES.contains(sentence.before(name, 1))
            && sentence.is_capital(name)
            && is_figure(sentence, name - 1, name, name + 1)
    })
}

/// Whether the word at `at`, without a title, is a name that is taught about.
pub(super) fn is_taught_name(sentence: &Sentence, at: usize) -> bool {
    sentence.is_capital(at)
        && (KNOWN_ALONE.contains(sentence.word(at))
            || stands_with(sentence, at..at + 1, &OF_STORIES)
            || stands_with(sentence, at..at + 1, &OF_THE_PAST))
}

fn plain_title(title: &str) -> &str {
    match title {
        "mister" => "mr",
        "doctor" => "dr",
        other => other,
    }
}

/// "Dr Martin Luther King": two words at least that are somebody's whole name.
fn has_full_name(sentence: &Sentence, name: usize) -> bool {
    let words: Vec<&str> = (name..name + 3).map(|at| sentence.word(at)).collect();
    // "James and the" opens a title of a book and is no name.
    !matches!(sentence.word(name + 1), "and" | "the" | "in" | "is" | "of" | "on")
        && is_famous(&words.join(" "))
}

/// Whether one of the words in `name` is in the table, and one of its companions stands near it.
fn stands_with(sentence: &Sentence, name: Range<usize>, table: &[(&str, &str)]) -> bool {
    let has = |words: &str, word: &str| words.split_whitespace().any(|known| known == word);
    name.clone().any(|at| {
        table.iter().any(|(names, companions)| {
            has(names, sentence.word(at)) && sentence.near(at, |word| has(companions, word))
        })
    })
}

/// "learned about Dr Anyname", "the character of Mr Anyname", "Mrs Anyname in the story is cross": what is taught.
fn is_taught(sentence: &Sentence, title: usize, end: usize) -> bool {
    let (before, further) = (sentence.before(title, 1), sentence.before(title, 2));
    let learned = before == "about" && (further.starts_with("learn") || further == "taught");
    let told_of = before == "of"
        && matches!(
            further,
            "biography" | "portrait" | "statue" | "character" | "myth" | "legend"
        );
    let played = before == "as" && matches!(further, "dressed" | "role")
        || COPULAS.contains(sentence.word(end))
            && matches!(sentence.word(end + 1), "played" | "acted" | "read" | "sung");
    let made = matches!(before, "character" | "characters");
    let shown = matches!(
        sentence.word(end + usize::from(sentence.word(end) == "\"")),
        "mask"
            | "game"
            | "games"
            | "masks"
            | "puppet"
            | "puppets"
            | "rhyme"
            | "rhymes"
            | "clip"
            | "clips"
            | "costume"
            | "song"
            | "stories"
            | "hot-seated"
            | "poem"
            | "poems"
            | "sheets"
            | "cartoon"
    );
    let after = sentence.word(end + 3);
    let in_story = sentence.word(end) == "in"
        && matches!(sentence.word(end + 1), "the" | "this")
        && matches!(sentence.word(end + 2), "story" | "novel" | "poem" | "tale")
        && (!sentence.is_word(end + 3)
            || COPULAS.contains(after)
            || HELPING.contains(after)
            || PREPOSITIONS.contains(after));
    !sentence.owns(end - 1) && (learned || told_of || played || made || in_story || shown)
}
