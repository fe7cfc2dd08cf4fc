//! Surnames that are common in Britain, among them those of famous people and those that are words, with every title.

use super::super::{Reason, tests::strict};

/// Surnames of England and Wales; many are words, places or the names of somebody famous as well.
const ENGLISH_AND_WELSH: &str = "\
     Smith Jones Williams Taylor Brown Davies Evans Wilson Thomas Johnson Roberts Robinson Thompson \
     Wright Walker White Edwards Hughes Green Hall Lewis Harris Clarke Jackson Wood Turner Martin Cooper \
     Hill Ward Morris Moore Clark Lee King Baker Harrison Morgan Allen James Scott Phillips Watson Davis \
     Parker Price Bennett Young Griffiths Mitchell Kelly Cook Carter Richardson Bailey Collins Bell Shaw \
     Murphy Miller Cox Richards Marshall Anderson Simpson Ellis Adams Wilkinson Foster Chapman Powell \
     Webb Rogers Gray Mason Hunt Campbell Matthews Owen Palmer Holmes Mills Barnes Knight Lloyd Butler \
     Russell Barker Fisher Stevens Jenkins Murray Dixon Harvey Graham Pearson Fletcher Walsh Gibson \
     Howard Andrews Stewart Elliott Reynolds Saunders Payne Fox Ford Pearce Day Brooks West Lawrence Cole \
     Atkinson Bradley Spencer Dawson Watts Burton Rose Hart Hunter Armstrong Francis Hayes Gordon Booth \
     Barrett Cunningham Reid Carr Stephens Hawkins Perry Ross Kennedy Woods Cross Lane Marsh Nicholson \
     Newman Oliver Freeman Page Byrne Warren Dean Potter Parsons Stone Porter Long French Gardner Bird \
     Grant Sharp Hardy Jordan Burns Bishop Lamb Rice Frost Wells Hammond Read Reed Nelson Austin Bond \
     Lynch Hudson Peters Hodgson Berry Cooke Slater Field Moss Nash Weston Little May Summers Winter Snow \
     Savage Good Best Bright Swift Noble Pope Abbott Monk Prior Church Temple Castle Bridge Brook Pool \
     Poole Lake Rivers Waters Banks Beach Heath Forest Bush Flowers Moon Penny Pound Cash Rich Power \
     Strong Small Short Black Gold Silver Steel Diamond Place Street Park Parks Grove Gates Wall Farmer \
     Shepherd Carpenter Tanner Thatcher Weaver Glover Draper Chandler Sawyer Archer Bowman Fowler \
     Falconer Butcher Brewer Bacon Bean Pickles Curry Pike Salmon Bass Fish Swan Drake Crane Finch \
     Nightingale Wren Hawk Partridge Peacock Wolf Hare Bull Hogg Badger Honey Hyde Newton Franklin \
     Fleming Hooke Churchill Livingstone Stephenson Telford Steiner Hargreaves Myatt Coe Newmark Quigley \
     Peake Hawking Strange Toad Rabbit Bear Tickle Dickens Darwin Henry Victoria Alfred Stott Jenner \
     Lister Carroll Bloom Rock English Welsh German Holland England Ireland Wales Scotland London Lincoln \
     York Kent Derby Bolton Preston Burnley Blackburn Hope Joy Grace Faith Law Laws Bill Mark Marks Art \
     Hands Foot Head Legg Teal Weekly Early Late Christmas Easter Lent March Major Sargent Constable \
     Sheriff Judge Proctor Chambers Cannon Bolt Nutt Spicer Sugar Pepper Salt Frame Hook Stamp Kitchen \
     Cotton Silk Wool Tallis Ball Batt Root Leaf Reader Storey Story Plant Speed Sweet Gale Blizzard \
     Merry Jolly Allgood Wise Moody Hastings Manners Chance Luck";

/// Surnames of other origins that are common in Britain.
const OF_OTHER_ORIGINS: &str = "\
     Patel Khan Singh Hussain Ahmed Ali Begum Kaur Shah Rahman Akhtar Malik Chowdhury Miah Uddin Islam \
     Iqbal Mahmood Sharma Gupta Kumar Desai Mehta Joshi Nair Iyer Rao Reddy Das Bose Chatterjee Banerjee \
     Okafor Adeyemi Okonkwo Mensah Owusu Boateng Asante Osei Appiah Balogun Ogunleye Eze Nwosu Abdi \
     Hassan Osman Mohamed Yusuf Warsame Tesfaye Haile Nowak Kowalski Wiśniewski Kaminski Zielinski Novak \
     Popescu Ionescu Popa Dimitrov Petrov Ivanov Kovacs Nagy Horvath Silva Santos Ferreira Costa Pereira \
     Garcia Fernandez Lopez Rodriguez Rossi Russo Bianchi Müller Schmidt Weber Papadopoulos Georgiou \
     Christodoulou Yilmaz Demir Kaya Chen Wang Li Wong Chan Lam Nguyen Tran Le Pham Kim Tanaka Sato \
     Suzuki Cohen Levy Goldberg O'Brien O'Connor McDonald MacKenzie Fitzgerald D'Souza So To An Ho Do";

/// Surnames with little words in them.
const OF_SEVERAL_WORDS: [&str; 8] = [
    "van Dyke",
    "de Souza",
    "da Silva",
    "al-Rashid",
    "ap Rhys",
    "St John",
    "Smith-Jones",
    "van der Berg",
];

const TITLES: [&str; 8] = ["Mr", "Mrs", "Miss", "Ms", "Mx", "Dr", "Prof", "Mr."];

/// Where a name may stand: `{}`.
const FRAMES: [&str; 12] = [
    "{} was asked about the scheme",
    "{}'s class settled quickly",
    "Thanks to {} for the books",
    "we saw {} in the hall",
    "Books: {}",
    "The other group ({}) used cubes well",
    "{} and the TA read with a group",
    "in {}'s lesson pupils reasoned aloud",
    "{} models each step on the board",
    "It was {} who led the staff meeting on reading",
    "{}",
    "{} - calm start",
];

fn is_named(text: &str) -> bool {
    strict(text).iter().any(|(reason, _)| *reason == Reason::Name)
}

/// One frame after the other, so that each name stands in all of them and the test stays quick: the title turns with it.
#[test]
fn every_common_surname_with_a_title_is_told_wherever_it_stands() {
    let surnames = ENGLISH_AND_WELSH
        .split_whitespace()
        .chain(OF_OTHER_ORIGINS.split_whitespace());
    let mut missed = Vec::new();
    let mut told = 0;
    for (nth, surname) in surnames.chain(OF_SEVERAL_WORDS).enumerate() {
        for (frame, text) in FRAMES.iter().enumerate() {
            let title = TITLES[(nth + frame) % TITLES.len()];
            let text = text.replace("{}", &format!("{title} {surname}"));
            if is_named(&text) {
                told += 1;
            } else {
                missed.push(text);
            }
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
    assert!(told > 400 * FRAMES.len(), "{told}");
}

#[test]
fn staff_with_the_surname_of_a_figure_are_told_and_the_figure_is_not() {
    for text in [
        "Mrs King's class",
        "Mr Fox was asked",
        "Miss Scott's books",
        "Mr Fox read aloud daily to his class",
        "Miss Honey told a story",
        "Mrs King read Mr Gum to a group",
        "Father Green leads worship",
        "Mrs WHITE was calm",
    ] {
        assert!(is_named(text), "{text}");
    }
    for text in [
        "Dr Martin Luther King's speech quoted from memory",
        "Fantastic Mr Fox is the class reader",
        "Miss Honey in Matilda is a favourite",
        "Captain Cook and Captain Scott on the timeline",
        "Learning about Dr Barnardo",
        "Florence Nightingale and Mary Seacole compared",
        "Pupils dressed as Mrs Pankhurst and argued for the vote",
        "MS Teams used for the catch-up",
        "Miss French for phonics and you fall behind, parents said",
    ] {
        assert_eq!(strict(text), [], "{text}");
    }
}

#[test]
fn a_famous_surname_without_a_title_is_somebody_where_only_people_do_so() {
    for text in [
        "King was asked about her scheme",
        "Scott struggled with fractions",
        "Tom cried at break",
        "Robinson's lesson was tight",
    ] {
        let somebody = |(reason, _): &(Reason, String)| matches!(reason, Reason::Name | Reason::Pupil);
        assert!(strict(text).iter().any(somebody), "{text}");
    }
    for text in [
        "Scott and Amundsen compared in diary writing",
        "Carter and the tomb of Tutankhamun retold",
        "The Tudors unit covers Henry and his wives",
    ] {
        assert_eq!(strict(text), [], "{text}");
    }
}

#[test]
fn a_name_with_a_title_is_no_post_as_well() {
    for text in ["Mrs Cook was calm", "Mr Dean's class settled"] {
        let reasons: Vec<Reason> = strict(text).into_iter().map(|(reason, _)| reason).collect();
        assert_eq!(reasons, [Reason::Name], "{text}");
    }
}

#[test]
fn every_reason_of_a_line_is_said() {
    let reasons =
        |text: &str| -> Vec<Reason> { strict(text).into_iter().map(|(reason, _)| reason).collect() };
    for (text, expected) in [
        ("Mrs Anyname was inadequate", vec![Reason::Name, Reason::Verdict]),
        ("A member of staff is inadequate", vec![Reason::Verdict]),
        ("One member of staff was outstanding", vec![Reason::Verdict]),
        ("A teaching assistant, Sue, ran the group.", vec![Reason::Name]),
        ("Smith is good at modelling", vec![Reason::Pupil]),
        ("Y4T was absent", vec![Reason::OneClassYear]),
        ("The teacher in the Oak class shouted", vec![Reason::OneClassYear]),
        ("Fix: maths lead to share the plan", vec![Reason::Role]),
        ("Adequate coverage but inadequate challenge for some", vec![]),
        ("The class hamster, Mr Crumb, is calm", vec![]),
        ("Host head to circulate the timetable", vec![]),
    ] {
        assert_eq!(reasons(text), expected, "{text}");
    }
}

#[test]
fn those_to_whom_the_email_goes_are_listed_and_not_spoken_of() {
    for line in [
        "To: Facilitator; Head of School B; Host head teacher; Designated safeguarding lead; Governor",
        "    Subject leader (first subject)",
        "    Subject leader, second subject",
        "    SENDCO",
        "To: Reviewer 1; Subject leader (first subject); Subject leader (second subject)",
    ] {
        assert_eq!(strict(line), [], "{line}");
    }
}
