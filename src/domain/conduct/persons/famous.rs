//! People of the world and of books whom classes are taught about, by their full names.
//!
//! A surname alone is not enough: staff and pupils have the same ones. Two words or three together are.

use std::{collections::HashMap, sync::LazyLock};

/// Full names and the beginnings of titles, in small letters, parted by bars.
const FAMOUS: &str = "\
     charlotte web|tom midnight|george marvellous|bill new|handa surprise|carrie war|gangsta granny|kensuke kingdom|\
     noah ark|florence nightingale|jack in the|abraham lincoln|lloyd wright|frank lloyd wright|chris quigley|ken robinson|kate jones|amanda spielman|alex rider|\
     lewis hamilton|harry kane|ruth miskin|ros wilson|billy goats|jack sprat|kate greenaway|benjamin britten|\
     edmund hillary|john williams|daisy christodoulou|mary earps|beth tweddle|ellen macarthur|ada lovelace|adam and eve|alan turing|albert einstein|alex quigley|alexander bell|\
     alexander fleming|alice in wonderland|amelia earhart|amy johnson|andy goldsworthy|andy warhol|\
     anna atkins|anne boleyn|anne frank|anne of green|anthony browne|antony gormley|axel scheffler|\
     barack obama|barak rosenshine|barbara hepworth|beatrix potter|benjamin zephaniah|bill gates|\
     bob the builder|bridget riley|buzz aldrin|captain cook|captain scott|carol dweck|charles darwin|\
     charles dickens|charlie and the|charlie bucket|christine counsell|christopher columbus|\
     clara schumann|claude monet|dalai lama|daniel in the|daniel willingham|danny the champion|\
     david and goliath|david attenborough|david beckham|david hockney|david walliams|doug lemov|\
     dylan wiliam|edith cavell|edward jenner|edward lear|elizabeth fry|elizabeth i|elizabeth ii|charles i|charles ii|james i|mary i|george iii|richard iii|henry v|ella on the|emily davison|\
     emma raducanu|emmeline pankhurst|enid blyton|eric carle|ernest shackleton|eva ibbotson|fireman sam|\
     florence nightingale|florence price|francis drake|frank cottrell|frank lampard|freddie mercury|\
     frida kahlo|george stephenson|george's marvellous|georgia o'keeffe|gertrude bell|grace darling|\
     grace hopper|grayson perry|greta thunberg|gustav holst|gustav klimt|guy fawkes|hans zimmer|\
     hansel and gretel|harriet tubman|harry potter|henri matisse|henri rousseau|henry moore|henry viii|\
     horrible henry|horrid henry|isaac newton|jack and jill|jack and the|jack frost|jackson pollock|\
     jacqueline wilson|james and the|james cook|jane considine|jane goodall|jane seymour|jean piaget|\
     jesse owens|jessica ennis|joe wicks|john agard|john clare|john hattie|john lennon|john snow|\
     jonah and the|joseph and his|joseph and the|joseph coelho|joseph lister|julia donaldson|\
     katherine johnson|katherine rundell|king arthur|leah williamson|lev vygotsky|lewis carroll|\
     lily parr|louis pasteur|louis sachar|mae jemison|mahatma gandhi|malala yousafzai|malorie blackman|\
     marcus rashford|marie curie|martin luther|mary and joseph|mary anning|mary myatt|mary seacole|\
     matilda wormwood|michael morpurgo|michael rosen|mo farah|mother teresa|muhammad ali|neil armstrong|\
     nelson mandela|noah built|noah's ark|noor inayat|olaudah equiano|oliver cromwell|oliver twist|\
     onjali rauf|pablo picasso|paul klee|percy jackson|percy the park|peter pan|peter rabbit|\
     philip pullman|philip reeve|pie corbett|piet mondrian|postman pat|queen elizabeth|queen victoria|\
     quentin blake|roald dahl|robert louis|robert scott|robin hood|romeo and juliet|rosa parks|\
     rosalind franklin|ross welford|ruby bridges|rudyard kipling|samuel pepys|samuel taylor|scott joplin|\
     shirley hughes|stephen hawking|steve jobs|stig of the|ted hughes|thomas edison|thomas the tank|\
     tim berners-lee|tim peake|tom palmer|tom sawyer|tom sherrington|tom thumb|tracy beaker|usain bolt|\
     varjak paw|vincent van|walter raleigh|walter tull|wassily kandinsky|william blake|william morris|\
     william wilberforce|william wordsworth|wimpy kid|winnie the pooh|winston churchill|yayoi kusama|\
     yuri gagarin|percy shaw|rama and sita|noah and the|jonah and|samson and|cain and abel|moses and|rama and|tim burton|\
     walt disney|nelson rockefeller|harold godwinson|alfred the great|boudicca queen|thomas becket|thomas cromwell|thomas more|\
     walter scott|emily bronte|charlotte bronte|anne bronte|jane austen|george orwell|george eliot|thomas hardy|john keats|\
     robert burns|robert frost|maya angelou|langston hughes|carol ann duffy|simon armitage|grace nichols|imtiaz dharker|\
     jackie kay|wilfred owen|siegfried sassoon|alfred tennyson|lewis and clark|floella benjamin|judith kerr|john burningham|\
     nick sharratt|nick butterworth|martin waddell|jez alborough|lynley dodd|jill murphy|dick king-smith|anne fine|david almond|\
     geraldine mccaughrean|katherine paterson|louis braille|helen keller|stephen wiltshire|ellie simmonds|tanni grey|jonnie peacock|\
     dina asher|kelly holmes|jessica ennis-hill|andy murray|emma watson|marcus aurelius|mark antony|julius caesar|gordon banks|\
     bobby moore|bukayo saka|raheem sterling|lucy bronze|steph houghton|lionel messi|simone biles|tom daley|adam peaty|max whitlock|\
     claudia jones|lilian bader|john blanke|mary prince|ignatius sancho|rosa bonheur|georges seurat|paul cezanne|edgar degas|\
     edvard munch|roy lichtenstein|keith harding|keith haring|jean-michel basquiat|damien hirst|tracey emin|rachel whiteread|\
     barbara jones|lubaina himid|chila burman|william turner|john constable|thomas gainsborough|josiah wedgwood|william caxton|\
     johann bach|joseph haydn|franz schubert|hildegard of|scott of the|ed sheeran|bob marley|john barry|hans christian|henry ford|\
     wright brothers|james watt|james dyson|michael faraday|john dalton|charles babbage|tim berners|steve wozniak|mary somerville|\
     caroline herschel|dorothy hodgkin|elizabeth blackwell|elizabeth garrett|joseph bazalgette|titus salt|robert owen|\
     martin rees|brian cox|chris packham|steve backshall|jane bunford|rachel carson|barry hines|jk rowling|peter and the|\
     sophie and the|daniel and the|ruth and|naomi and ruth|esther and|mary and martha|adam smith|karl marx|john rawls|immanuel kant|\
     jeremy bentham|john locke|ken follett|sue palmer|sue hackman|pie corbett's|debra kidd|daisy buchanan|jay gatsby|\
     michael gove|nick gibb|bridget phillipson|martyn oliver|paul hamlyn|paul dix|bill rogers|bruce perry|louise bomber|\
     louis armstrong|alexander graham|guru nanak|guru gobind|ella fitzgerald|billie holiday|duke ellington|miles davis|nina simone|\
     elvis presley|john cage|philip glass|steve reich|anna clyne|anna meredith|george gershwin|aaron copland|ralph vaughan|edward elgar|\
     ravi shankar|little richard|james brown|aretha franklin|stevie wonder|david bowie|kate bush|marco polo|vasco da|\
     ferdinand magellan|roald amundsen|tenzing norgay|matthew henson|ibn battuta|robert falcon|charles lyell|alfred wallace|alfred russel|\
     ibn al|maria merian|maria sibylla|eva crane|wangari maathai|neil degrasse|margaret hamilton|sally ride|valentina tereshkova|\
     helen sharman|anish kapoor|alma thomas|faith ringgold|kehinde wiley|sonia boyce|frank bowling|joan miro|salvador dali|\
     rene magritte|paul nash|clarice cliff|l s lowry|jean-baptiste|claude debussy|erik satie|sergei prokofiev|igor stravinsky|\
     felix mendelssohn|frederic chopin|antonin dvorak|edvard grieg|camille saint-saens|nikolai rimsky|modest mussorgsky|\
     joan aiken|anthony horowitz|malcolm saville|philippa pearce|susan cooper|alan garner|penelope lively|nina bawden|\
     michelle magorian|jamila gavin|catherine johnson|bali rai|alex wheatle|jason reynolds|kwame alexander|joseph elliott|\
     emma carroll|phil earle|lissa evans|hilary mckay|abi elphinstone|sophie anderson|m g leonard|liz pichon|jeff kinney|\
     francesca simon|tony ross|emily gravett|oliver jeffers|jon klassen|mini grey|lauren child|jan pienkowski|pat hutchins|\
     shirley hughes|allan ahlberg|janet ahlberg|janet and allan|john vernon|steve antony|rob biddulph|nadia shireen|benji davies|\
     tom percival|anna llenas|trish cooke|mary hoffman|eileen browne|nathan bryon|dapo adeola|sharna jackson|patrice lawrence|\
     ada twist|rosie revere|iggy peck|harold and the|george and the|tom and jerry|ben and holly|bill and ben|alice through|\
     fern gully|peter and jane|topsy and tim|meg and mog|frog and toad|hairy maclary|amos and boris|handa and|lila and the|\
     oliver and company|oliver and the|oliver and nancy|oliver and fagin|harry and the|harry hill|jamie oliver|marie kondo|mary berry|paul hollywood|nadiya hussain|ainsley harriott|\
     richard branson|elon musk|alan sugar|marie stopes|ellen wilkinson|nancy astor|harriet harman|margaret thatcher|tony blair|\
     boris johnson|theresa may|rishi sunak|keir starmer|gordon brown|david cameron|donald trump|joe biden|kamala harris|\
     john bowlby|mary ainsworth|julie lachman|jan dubiel|alistair bryce|anna ephgrave|greg bottrill|tina bruce|marion dowling";

/// The same by their first words.
static BY_FIRST_WORD: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut names: HashMap<&str, Vec<&str>> = HashMap::new();
    for name in FAMOUS.split('|') {
        let first = name.split(' ').next().unwrap_or_default();
        names.entry(first).or_default().push(name);
    }
    names
});

/// Whether `words`, in small letters and parted by spaces, begin with one of them.
pub(in crate::domain::conduct) fn is_famous(words: &str) -> bool {
    let begins = |name: &&str| {
        let rest = words.strip_prefix(*name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    let first = words.split(' ').next().unwrap_or_default();
    BY_FIRST_WORD
        .get(first)
        .is_some_and(|names| names.iter().any(begins))
}
