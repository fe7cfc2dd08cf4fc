//! Everyday words that may begin a jotting: things, what they are like, and the short forms people type in a hurry.
//! Their capital is nobody's name.

use std::sync::LazyLock;

use super::lexicon::{Words, class};

/// In small letters, in the order of the alphabet; words with the ending of a thing are told by that.
pub(super) static EVERYDAY: Words = LazyLock::new(|| {
    class(
        "dual duller stationery tuff abacus boiler bookmark bug duke people wi-fi above abundant academic accept accuracy achieve acoustic acute adjacent adverb aged agency agile ago \
         ahead aisle album alien alike allergen allergy almanac along alongside aloud altar alter alternate altogether \
         ample ancestor anchor anew angle ankle ans anthem antonym anybody anyone anyway anywhere apart apathy \
         apostrophe appendix approach appt apron apt aquarium arc architect arithmetic arm aroma array arrival asap \
         ascent aside asleep assert asset asst astronaut astute athlete athletic attd attic aunt authentic autistic \
         avatar away awe awesome axis baby backdrop bacon bad badge bake bakery ballet ballot bamboo banana bang banner \
         bare bark barn baseline basketball bat batch battery battle beach beat bee beforehand began begun beh behave \
         belief belong below belt benchmark bespoke beyond bhvr bias bib bike binder bingo bird birth birthday bitter \
         blanket blast blend blind blunt blur boat bold bone bonus booklet boost booster boot borderline born bother \
         bottle bought bounce bow bracket brainstorm branch brave breach bread breath breeze broadcast broken brought \
         brush brusque btw bubble bug buggy built bulb bulky bump bumpy bunch bush butter bystander cabin cactus cafe \
         calmer camera campus canal candid canopy canteen canvas captain carbon card career cargo carnival \
         carpenter cart cartoon caseload cast casual cat catch caterer causal cave cell centimetre central century cereal \
         certificate chalk chaos chaotic chapter charge charm chase chat chatty cheap cheer cheese chef chess childcare \
         childminder chip chocolate choppy chose chosen chunky church circuit circular clap clash classy clean cleaner \
         clearer clerk click clicker cliff cloak closer cloud cloudy clown clumsy coast cocoa coin collapse collate \
         colleague college combi comfort comfy comm comma commend commit comms commute comp companion compass competent \
         compliant component compost con concentric conceptual concert conker connect considerate consonant constant \
         consultant cont cont'd contextual continual convenient cooker cool cope copper cord cordial core cosy cot cotton \
         countdown courtyard cousin cow crab crack crash crayon craze creche credit crepe crest cricket crime crisis \
         crisp crochet crop crossover crude crumb cry cub cure currency curric cusp custom cute cyber cyclic dads \
         damp dark dead deaf deal debrief decline deed deeper deer def defend deficit definite deft degree delicate \
         demand demo democracy democratic demos den dental dependency dependent desert deserve despair device diagnostic \
         dialect didactic diff differ difficult diffn diligent dim dinosaur diocese dip diploma dirty disagree disaster \
         disco discreet discrete disk dismal distant ditto diverse dizzy docile docs doctrine doll domestic dominate \
         dough downside downward dozen dragon drain dramatic drastic draw drawback drawn dream dress drew driven drop \
         drum duck dump duo dusk dust dusty dynasty dyslexia dyslexic earn earnest easel eaten eco economy ecosystem edge \
         educational educator eerie ehcp elaborate elastic elbow elder elect electric elephant eloquent elsewhere embassy \
         embrace emergency emergent emotional empathy empire encounter encyclopedia endpoint enemy energetic engine \
         engineer enjoy enquire enrol enter enthusiast enthusiastic entrepreneur environmental epic epilogue equator \
         errand erratic escalator escape esp estate estimate ethnic eval evergreen evid evident except excerpt excess \
         excl exempt exhibit exotic explorer express exquisite extent extinct extract extreme eyebrow fabric facet \
         facial factual fail faint fairy fake fall fallout fan fancy fantasy far farewell farmer farmyard fatigue \
         favourite feast feather federal feeble feet fell fellow female fern fertile festival fete fictional fidget \
         fidgety fierce fifteen fifth fight finite flair flame flavour fleece flick flimsy flip flood floppy flour fluffy \
         fluid flute fly foam focal fog foggy fold folklore footpath forecast foreign fork former formula fort forthright \
         fortnight fortunate forty forum forward fossil foster foul fragile frantic fridge frog frontal frosty fuel \
         fumble functional fundamental fundraiser funny further fuse fuss fussy fuzzy fwd fyi gadget gain galaxy gallery \
         galore gang gardener gauge gen gender generic genius genre geog geometry germ giant gig giggle \
         gingerbread glare gld glimpse glitch gloomy glossy glove glow glum goat gone goodbye graffiti grain gram gran \
         grand granular grape graphic grasp grave gravel greater greedy greenhouse greet grew grey grim grin grip gritty \
         grocery groove gross grow grown grumpy guard guilt guilty guitar gut gymnastic hair hairdresser halal halfway \
         halves ham hamper hamster handshake happen happier harsh haste hasty hatch haul hay hazard hazy headache \
         headlice headphone headset headway healthy heap hear heard hearty hectic hedge hedgehog heir helicopter helmet \
         helpdesk helpline hen herb heroic hesitate hexagon hidden hide highlighter hike hint hip hist historian hit hive \
         holder hole holistic hollow homesick homophone hoop hop hopscotch horizon horse hospital hostile hotel hotspot \
         hover hrs hub huddle hug humane humid hunch hungry hurdle hurry hurt hut hybrid hymn hyper hyphen ice icy idle \
         idol ignorant illustrator immaculate immense imminent impartial imperfect implicit important imprint improper \
         inaccurate inadequacy inappropriate inch incl incomplete incorrect incremental ind indep indifferent indirect \
         indoor infant inferior infinite infrequent ingredient inherent injury ink inquiry insert inset inside \
         inspirational instant instinct institute instrumental insufficient intake integral intellectual intelligent \
         intend intentional interim interior interlude intermediate intermittent international interpersonal interplay \
         interpreter intervals intervene intimate intranet intricate intrinsic intro invalid inverse inward ironic \
         irregular island itchy jam jar jargon jaunty jerky jet job jogger jovial jubilee judge jug juice juicy jumble \
         jumper jungle junior justice juvenile kangaroo keeper keepsake kettle keyworker kick kidney kiln kilogram kinder \
         kindergarten kiosk kite knee knife knight knock knot kwl lab labour lace lack ladybird lamb laminate laminator \
         lamp landmark landscape lang lap laser latest lava lawn lax lazy leaky lean leap learnt leather lectern leek \
         leftover leg legal legend lemon lengthy lens lesser lethargic letterbox lever liaison lid lie lifelong lift limb \
         limp linear linguistic lion lip liquid lit literal litter live lizard loan lobby lock lockdown locker loft \
         logistic longer loop lorry lose lost lottery lounge loyal lucid lukewarm lull lumpy lunchbox lung luxury lyric \
         magic magnet magnetic magnificent mailbox mainstream majestic makeshift male mammal man manic manner mantra \
         manual marathon marble marginal marine mask mass mathematician maximum mayor maze meagre mean meant mechanic \
         medal medicine mediocre medium meek mellow meltdown mend merit merry mess metaphor meter metre mgmt mgt micro \
         microphone microscope microwave midday midnight midweek mighty migrant mile milestone milk mill million mime \
         mindset miner mineral mini minimal minimum mins mint minus miracle mirror mismatch misspelt mistrust \
         misunderstood misuse mitten mock modal moderate molehill monarch monologue monotone monster moon moral morpheme \
         mosaic mosque moth motor motto mountain mouse moustache movie muddy mug multicultural multilingual multiples \
         mundane muscle musician mute mutual mystery myth nail narrator nasty natural naughty navy nb neck needy \
         neighbour neon nerve nest net newcomer nicer niggle night nimble ninety nit nocturnal nominal nonsense noon \
         noteworthy nought novelty novice nowhere null num numb numeral numerate nut oath obedient obj oblong obs \
         obstacle ocean octagon octopus offline oil older omelette onward opaque opener opera opponent opposite \
         optimistic optional orbit orchestra ordeal organic origami orphan otter ounce outback outburst outfit outlay \
         outlet outlier output outreach outright outsider outsize outspoken oval oven overdone overdue overgrown overhead \
         overheard overnight overseas oversight overt overuse overwritten owl oxygen pacey pacy paddock padlet padlock \
         paid painter palace pale palette palm pamphlet pan panda panel panic panto pantomime parachute parade paramount \
         parcel parrot participant particular party passionate passport password pasta paste pastry patch patent \
         patient patriotic patrol paw payback pea peak peanut pebble peculiar pedagogy pedal pelican penalty \
         penguin pentagon pepper percent performer perfume peril perimeter periodic peripheral perky perpetual \
         persistent pertinent pest pet petal petite petrol petty pharaoh phenomenal philosophy phonetic photocopier \
         photogenic pick pics picturesque pie piece pig pigeon pile pill pillow pin pioneer pipe pivotal pix pizza planet \
         planner plasticine play playscript plea pleasant plight plot plug plum plump plural plus pocket podcast podium \
         pole police poll polygon pony popcorn porch portal portrait posh positional poss post postal postcard pot potato \
         pothole pottery potty pound powder practitioner pragmatic praiseworthy predominant prefect prefer prefix \
         pregnant prehistoric prejudice premier premises pres preschool prestige pretty prevalent prey priest printer \
         prior pristine private privilege prize prob probe problematic professional profile profound profuse prolific \
         prominent prone pronoun proofread prop prophet proportional proposal prose prospectus proven proverb provisional \
         prudent ps puddle pull pulse puma pump pumpkin punchy punct punctual puppet puppy purse pursuit pushchair pyjama \
         pyramid python quaint quarrel quarry quarter quasi quay queasy queer query quest quicker quickfire quieter quilt \
         quirky quota racket radar radiant radiator radio raffle raft rag rage rail rainbow rainfall rainy ramp ran rank \
         rash raspberry rat raw reach rear rebel recap recep recess reciprocal recorder recount rectangle recurrent redo \
         reed reef referee referral reflex refugee refusal reg regal regional registrar regroup regs rehearsal reign \
         reindeer reject relay relief religion reluctant remainder remark remedy remote renewal rent repertoire replica \
         reporter reptile require rescue reset resident residential residual resilient resolute resp restart resume resus \
         retain reticent retreat retro retrospect reunion revamp rhetoric rhombus rice rid riddle ride ridge rigid rigour \
         rim ripe ripple rise risen ritual rival roar robot robotic rocket rocky romantic roomy rooster root rope \
         rosy rotten roundabout rowdy rude rugby rumour rung runny rural rush sack saddle safari safer saga \
         sailor salad sale salt salute sandwich sane sarcastic sash satellite sats sauce save savvy scant scarce scarf \
         scatter scenario scholar sci scissor scooter scope scorer scrap scrape scrappy scrawl scream scribble scribe \
         scroll seal search seaside seasonal secret secular sedate seed semester semi seminal seminar senate senior \
         sensational sent sentimental sequel serene serial servant sess setback settle seventy sex shabby shadow shaky \
         shame sharper shed sheep sheer shell shield shiny shirt shock shoe shore shorter showcase shower shrewd shrill \
         shrub shy siblings sick sideways simile simpler sincere singular sit sketch sketchy skim skin skip skirt skull \
         sky slack slang slap sleek sleep sleepy slice slick slim slip slippery slogan sloppy smarter smell smoother \
         snail snake snap snappy sneaky snippet snow snowy snug soap sober soccer sock sofa softer solar solemn solo \
         somewhere sore sorry sought soup sour south spaghetti span spark spatial species specific spectacular spectator \
         speech speedy spell spellings spent sphere spicy spider spike spill spin spine spiral spiritual splash splendid \
         spoilt spoke sponge sponsor spooky sporadic sporty spotlight spotty spray sprint spy squad squash squeaky \
         squeeze squirrel stack stadium stagnant stain stair stale stall stamina standalone standby standout stark starry \
         statistic statue steadfast steadier steam steel steep steer stellar stereotype sterile stern stiff stir stitch \
         stomach stony stood store storm stove straight straightforward strain stranger strategic straw stream stretch \
         strict stringent stripe struck structural stubborn stuck studio stuffy stunt stupid sturdy sub sublime \
         subordinate subsequent subset subsidy substantial substitute subtitle subtotal suburb sufficient suffix suitcase \
         sulky sullen summit sunflower sunshade superb superior supermarket supervisor supper supple surplus \
         survival suspense sustain sweet swift swim swipe switch syllabic symbolic symmetry sympathetic sympathy symphony \
         synonym syntax synthetic systemic tablecloth tabletop tacit tackle tact tactic takeaway tale talker tall \
         tambourine tame tan tank tap tardy tarpaulin tart taster tasty tatty tax taxi tba tbc tea technician teeth \
         telephone telescope teller temp temper temperate tender tense tent tepid terrace terrific textile theatre \
         thematic therapeutic therapy thermal thermometer thick thief thinker thirsty thorny thousand threat threshold \
         throne throng thumb thunder tidal tidier tiger tighter tile till timber timeline tip tissue titanic toddler \
         toe toffee together tolerant tomato tongue tonne took tooth toothbrush torch torn tornado touchy tougher towel \
         tower toxic trace tracker tractor trade tragedy tragic trail trainee trainer trainers transcript transient \
         transitional transport trap treaty trendy triad triangle tribe tricky trigger trio triple triumphant trivial \
         troop trophy trouser truck trumpet trunk trustworthy tub tube tuck tune tunnel turbulent turmoil turtle tutorial \
         twin typo ugly ultimate umpire unaware uncertain uncle unclear uncommon understood undertaken undo uneasy \
         unequal unfair unfamiliar unhappy unimportant unique unison unkempt unkind unknown unpleasant unpopular unread \
         unrealistic unrest unsafe unseen unsteady unwell unwieldy unwritten upgrade uphill upkeep upright upset upside \
         upstairs uptake upward urban urgency utter vacancy vacant variant vase vast vegan vegetarian vehicle venue \
         verbose verge versatile vessel vet veteran vg vibe vicar victim vigilant vile violent violin viral virtual \
         virtue vocal vocational vogue volatile volcanic volcano volume volunteer vowel wage wagoll wagon waiter wake \
         wallet walt wander warmer wary wash wasp waste waterproof watery wave wax weaker weakest wealth weapon wear web \
         weed weigh west whale wheel wheelchair whilst whisper whistle whiteboards wholesome widespread width wild \
         wildlife wilf windy wing winner wip wiry witty wk wks wobble woman won wooden woodland woody wool wordy workload \
         workmanlike workspace worn worse worst worthwhile worthy wound woven writer wrote yeast yell yoga yogurt \
         youngest youth zany zebra zen zero zest zigzag zip zoom \
         abandon abnormal absolute absurd abuse accelerate accent accident accidental accumulate accumulator \
         acknowledge acquire activate adhere admit adopt affect afterward agenda agent aggregate aid align \
         allow alphabetic amaze ambient amend amount ancestry annotate announce annoy appreciate approximate \
         aptitude archaic arena article artificial assemble assume asthma asymmetric atom attack audio auto \
         await awake backlog backpack backward baffle ban bargain beetle begin behalf behind believe bend \
         beneath beneficial beside beware bigger biggest bind bit bite blah blame bloat blow blurb bomb bond \
         bookshelf border bound brace brag brainy breakout breezy browse browser bulk bullet bundle burden \
         buzz calculate cancel capital care cater caught caveat channel character chatter cheat checkbox \
         checkpoint chew chop circumvent claim clamp clause client climb coherent collector collide colon \
         combo command commercial committer communicate company compensate compete compile complain \
         complicate compose composite compound compute concentrate conclude condense conditional conduct \
         conflict confuse constitute construct consult consume contain contribute contributor controller \
         conventional convey convince cookie cooperate coordinate correspond cosmetic counterpart courtesy \
         crazy create creator creep crept criterion cruel cumbersome curl cursor curve dare darker dash \
         daylight declare decorate deduce deepen defibrillator delete denominator deny depend deploy \
         descendant designate desire desktop destroy detach detect determine determiner diagnose diagonal \
         dialog dictate dig digest dilemma disappear disappoint discover discovery discrepancy dishonest \
         dislike disrupt dissect distract dollar domain dot drag drip dumb duplicate dwarf dyspraxia earache \
         echo edit editorial efficiency eighth eject eliminate emerge emoji employ empty enforce enrich \
         epilepsy equip era erase eventual everywhere evict evil evolve exaggerate examine excite exclude \
         exemplar expire exploit expose facilitate farther fasten faster fat faulty favour fed fee \
         fetch fiddle fill filter finder firmer flashy flat flatten flaw flight float flowchart flush \
         followup footprint forbid force forever forget forgot forgotten form format fourth freeze frequency \
         frozen fuller fur generate generator gist grab guarantee habitat haiku halve handle handwritten hang \
         harder harm hesitancy hierarchy higher highest horizontal human hush idiom ignore illustrate imagine \
         incorporate indicator inexact infer inflate inform inherit initiate inject insane inspect inspector \
         inspire instruct intact integrate interact intercept interfere interleave interpret interrupt \
         interval introspect invent investigate involve irrelevant italic jingle junk knew knob lame larger \
         laughter lay legitimate lend liberty life lightweight linger locate logic login lone lookup louder \
         lowercase lowest lucky manipulate master matrix max mere metric migrate mild misbehave misbehaviour \
         misread mistaken mnemonic mode modifier morph motivate muddle multi multiplier myself negotiate \
         newer nickname nod node non nonzero numerator obey oblique observer occupy occur okay omit operate \
         operator opinion oppose opt optimal originate outermost outlook overcome overlay overload overlook \
         owner pain participate peek peel perform permit persevere person persuade picker picky \
         piecemeal ping pinpoint pipeline placeholder plain plane playback playdough pledge poison polynomial \
         pop popup port pose postpone postscript pour preamble precede predicate predict prerequisite \
         preserve pretend prevent preview prime printout procedural propose prototype protractor provider \
         provoke prune purge qualifier quirk quit rather rational rationale react realm reap receiver \
         recipient recite reckon reconstruct recover rectangular redesign redraft redundant refill reflect \
         refrain refresh refuse regard rehearse relate relax rely removal rename render reopen replicate \
         represent reside resistant resolve restore restrict retell retrieve reveal reverse revert revoke \
         rewind richer ring rip risky roleplay rotate rote sacrifice sarcasm satisfy scan scanner sector seek \
         seldom selector sell semicolon separator sequential shake sharpen shine shortcut shorten shorthand \
         shot shout shrink shuffle shut simplistic simulate skeleton slash slavery sleepover slowdown smaller \
         smallest smash smoke sneak sole solve somebody somehow somewhat spite splice staple stapler state \
         steal stigma stolen stopwatch streamline stride strike stroke stuff stylistic suboptimal subscribe \
         subtract suffer suit sunlight supplemental suppose surround suspect suspend swallow symptom tab \
         tabular tailor tend terse textual theft throughout throw thrown tighten toggle tolerate toolkit \
         toward traffic trailer transfer transform translator transmit trash traverse trick triplet truancy \
         truncate tweak uncover underline underscore unfortunate universe unlock unofficial unpack upfront \
         upload upon uppercase validate vapour vary visualiser void voucher warn watcher weekday whatever \
         whenever wherever whether whichever win wipe wire wit withdrawn workflow wrap yield yourself",
    )
});
