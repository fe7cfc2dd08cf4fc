//! Common words that begin a sentence or a jotting about a school, so that their capital is nobody's name.

use std::sync::LazyLock;

use super::lexicon::{Words, class};

/// Nouns, adjectives and verbs in their first form, in small letters.
pub(super) static COMMON: Words = LazyLock::new(|| {
    class(
        "ability access account acronym activity act adaptation addition admin advice aim air alarm allotment alphabet \
         analysis animal apparatus appetite apple arch arrow artefact aspect atmosphere atlas attempt audience audit author \
         award background bag balance ball bank barrier base basket bath bead bell bench benefit bin biscuit block blog \
         boundary bowl box brain breadth breakfast brick bridge bucket buddy budget bulletin bus business button cabinet \
         cake calculation calendar calm camp candle cap car carousel carpet carrot case catalogue caterpillar cause \
         caution celebration centre chain chair challenge chance chant chart check checklist choice choir chorus chunk \
         circle circus city clarity clay climate clip clock cloth clue clutter coach coat code collection colour column \
         comic community comparison complaint computer concept conclusion condition cone confidence consent consistency \
         consultation contact content contract contrast control copy corner corpus cost council counter country couple \
         courage course cover coverage craft creature crew criteria critique cross crowd cubby cube cue cultural culture \
         cup cupboard curiosity curtain cushion cycle dad dance danger deadline debate decimal decision decoding defect \
         definition delay delight deployment depth design desk detail diagram dialogue dice dictionary diet differentiation \
         difficulty digit dinner direction director directory disc discipline discussion dispute distance diversity doc \
         document dog door dose doubt draft drawer drift drill drink drive duration duty dynamic ear earth ease editor \
         effect effort egg element emphasis encouragement end energy enjoyment enthusiasm entrance entry envelope equality \
         error essay ethos event everyday exam example exchange exercise exit expectation expense expert explanation \
         exposure extension extra eye face fact factor failure faith farm fashion fault fear feature fence ferry few fiction \
         field figure file film finance finding finger fire fish flag flash flashback flashcard flexibility flipchart floor \
         flow flower focus folder food foot foundation fraction frame framework freedom fruit fun function funding furniture \
         future game gap garden gate gathering general gift glass globe glossary glue goal gold governance grade grant \
         graph grass grid ground growth guess guest guidance guide habit half handout handover harmony hat headline health \
         heart heat heating height helper highlight hinge history hobby holiday home honesty honour hook hour house humour \
         hygiene icon idea image imagination impact incident income index induction influence info input insect insight \
         inspection instruction integrity intent interest internet interview introduction invitation item jacket jigsaw \
         jotter journal journey joy judgement jump key keyboard kit kitchen knowledge label ladder lady land language \
         lanyard laptop lateness laugh law layer layout leaf leaflet league learner legacy length lesson letter level light \
         likelihood limit line link list listener load location log logo look loss lot love luck lunch machine magazine mail \
         majority map margin mark market mat match material matter meal meaning media meeting melody member memory menu \
         message metal method mind minibus minority minute mistake misconception mix model moment momentum money monitor \
         mood morale movement mud mural museum name narrative nature need needle network news newsletter niche noise norm \
         nose note notice noun novel nurse nursery object objective observation occasion occupancy offer office onset option \
         oracle orchard order organisation organiser orientation origin outcome outdoor outline outside overlap overview pack \
         pad page paint paper paragraph park pass passage passion past pathway patience pattern pause pavement pay peace \
         peg pen pencil percentage performance period permission phase phoneme phonics photo phrase piano pilot pitch plan \
         plant plastic plate platform player playground plenty poem poet point policy pond pool portfolio position poster \
         potential power practical praise prayer precision preference prep presence pressure price pride principle print \
         priority privacy problem procedure process product programme project promise prompt proof property protocol pupil \
         purchase purpose puzzle queue quality quantity quiet quiz quote rain range rapport rate rating ratio read reader \
         reason rebound receipt recipe record recovery recruitment refreshment regime region register regulation relation \
         release reliance reluctance reminder repair repetition replacement reply report request research resilience respect \
         response rest result retention retrieval return reward rhyme rhythm ribbon risk river road role roll roof rota \
         routine row rubber rubric rug rule ruler safety sample sand sandpit scale scene schedule scheme score screen script \
         scrutiny sea season seat secretary section security self selection sense sentence sequence series service session \
         setting shade shape sheet shelf shelter shift shop show side sight sign signage signal silence simplicity sink \
         sitting situation size skill slide slot smile snack society software soil solution song sound source speaker spirit \
         spoon spot spring square stability staffing staffroom stage stamp stand star start statement station status stem \
         step stick sticker stimulus stock stool story strand strategy street strip structure struggle student style \
         success sugar suggestion suite sum summary sun supervision supply surface surprise survey syllable syllabus symbol \
         system tablet tack tag tail talent tape target task taste teacher tech technique template tempo tension term test \
         text textbook thanks theme theory thing thinking thread tick ticket tidy tie timer title toast toilet token tone tool \
         topic total touch tour town toy tray treat tree trend trial trim trip trolley trouble trust truth turn turnover tutor \
         twist type umbrella uniform union unity use user value van variation variety verb version video view village visit \
         visitor vocab vocabulary voice vote wait walk wall warmth water way weather website weekend weight welcome wellbeing \
         whiteboard wind window wish wonder wood word worksheet workshop world worry wraparound yard zone \
         add adapt adjust allocate apply appoint arrange assess assign attach avoid book borrow bring buy call carry change \
         choose clarify close collect combine compare complete confirm convert count cut decide define delegate deliver \
         demonstrate describe discuss display divide embed empower enable encourage end enlarge establish evaluate expand \
         expect explain extend fade feed finish follow free gather group hand hold identify include introduce invite join \
         jot launch learn leave limit list maintain manage measure merge move note observe offer organise pair pause place \
         prepare present produce promote protect provide publish push reconsider recruit refer refine reinforce release \
         remember remind remove repeat replace reserve respond revise revisit rewrite run schedule select send separate serve \
         simplify sort speed split spend spread stagger stop strengthen study submit suggest summarise swap teach tell think \
         train trial trust try turn understand update wait watch work \
         absent acceptable accurate active actual adequate afraid alert alive alone amazing angry annual apparent appropriate \
         attentive automatic aware awful awkward basic beautiful big bilingual blank brief brisk cheerful classic clever \
         colourful common compact complex comprehensive concise confusing continuous cooperative correct creative crucial \
         curious daily decent deliberate dense different digital disappointing distinct double dull dynamic earlier easier \
         efficient elegant encouraging endless enjoyable enough entire equal exact excessive exemplary external fair false \
         familiar famous fewer final fine firm fit flexible fluent focused forensic formal free fresh frequent fun genuine \
         gentle glad global gradual grateful half-termly handy heavy hesitant historic honest huge humble ideal immediate \
         impressive informal initial innovative inner intense internal keen large last later lively local logical loose \
         mature meaningful mental messy mobile modern modest monthly muddled multiple muted narrow nearby necessary neutral \
         nobody normal obvious odd official online ordinary original outer outdoor overall parallel partial passive perfect \
         permanent plenty popular powerful practical precise previous proper proud public pure random ready real realistic \
         reasonable relaxed relevant reliable repetitive respectful responsible robust rough round routine scruffy secondary \
         selective sensible sensitive sensory separate serious severe sharp significant silly similar single slight slower \
         smart smooth social soft solid spare sparse steady sticky stimulating strange subtle successful sudden suitable super \
         sure surprising tactile tentative termly tight timely tired tough traditional transparent true typical uneven unusual \
         upbeat usual vague valid valuable vibrant vital vivid vulnerable weekly weird wider wide wise worth wrong younger",
    )
});
