//! More plain words of school life, things, deeds and qualities, which begin jottings with a capital and name nobody.

use std::sync::LazyLock;

use super::lexicon::{Words, class};

/// The words, in small letters.
pub(super) static PLAIN: Words = LazyLock::new(|| {
    class(
        "abrupt absorb accompany acorn acrylic admire aerial aeroplane afford airport almond amphibian analogy \
         anecdote anticipate anxiety appeal appraisal approve arcade archery argue armour arouse arrest ascend \
         asteroid atmospheric attend attract autonomy avocado badminton bagel bake-off bakeoff balcony ballad \
         balloon banjo banquet barbecue barley barrel bassoon bazaar beak beam beanbag beg bent bet bicycle \
         bingo bizarre blazer bleak blender blindfold blink blizzard blossom blush boast bobble boil \
         bonfire bonnet bore boulder bouncy bouquet bracelet brake bramble bravery breakdown breakthrough \
         breathe briefcase brittle broccoli buckle buffet bugle bumper bungalow bunk burger burnt burrow burst \
         bury buzzer calculator calf callout camel campaign campfire canoe caravan cardigan cartwheel carve \
         casserole castle cattle cauliflower cavemen cease celebrate cello chapel charcoal cheeky chicken chill \
         chimney chirpy chisel cinema citizen civil clarinet clone clutch coarse cobweb coconut cocoon colander \
         collaborate collar comprehend conceal conch confetti congratulate conquer constraint container context \
         contingency cookery cork corn costume cove cradle cram crate crater crawl creaky crescent \
         crocodile crouch crown crush crust cuckoo cucumber cultivate curb cushy custard cutlery cymbal dab \
         daft dairy dam damson dandelion database daydream decay deck decode decrease dedicate defeat delivery \
         descend dessert deter devote dew dial differentiate dilute diplomacy discard disco dish disorder \
         dissolve distribute dither dive diver divert dock dodgy doh dolphin dome dominant donate donkey \
         doughnut downbeat doze drafty dread dreamcatcher drizzle drown duet dungeon dustpan duvet dye dynamite \
         eagle earthquake earthworm eat echoey eclipse economic elf elicit embroidery eminent emperor enamel \
         endeavour endorse entail entertain enthuse entice enzyme episode equate eraser escort eternal \
         etiquette exclaim excuse execute exhaust explode eyelash falcon falter famine ferret fertiliser fete \
         figurine fireplace flamingo flap flask flea flinch flint flock flop flutter font fool foresight \
         forethought forge formulae fountain frail freezer fringe frogspawn frown fudge fulfil fund fungi \
         funnel furnace gala gallop gamble garlic gaze gazebo gecko geese gelt ghost gigantic giraffe glacier \
         gladiator glaze gleam glider glitter gnome goblin gong goodwill goose gooseberry gorilla gossip govern \
         gradient grasshopper gratitude greasy grill groan grotto grubby grumble gutter gypsum hail hammer \
         hammock handbag handbell handprint handstand hanger harbour hardware hare harp harpoon hate headband \
         heal heel hefty helicopter herd heron hindsight hippo hire hoarse hockey holy homonym hone honeycomb \
         hood hoof horn hose hovercraft hula hum hurricane hyena icicle iconic igloo ignite ill illuminate \
         imagery imitate immerse impair impatient impersonal impolite impose incidental incline inconsistency \
         indicate indulge inhibit innocent innovate inquire install instil invest invoice irony isotope itch \
         jab janitor jaw jersey jewel jewellery jiggle jog joke judgemental judo juggle jury karaoke karate \
         kayak kennel kernel kilt kimono kingdom kitten knack kneecap kneel knit knotty koala labyrinth \
         lacrosse lagoon lantern lasagne lavender leafy leak leapfrog lemonade leopard leotard lettuce lick \
         lighten lilac lime limerick limestone lipstick llama lobster lodge loiter lollipop lollipops longboat \
         loom loosen loyalty lupin lure lush machinery maggot magma magnifier magpie mainstay mallet mammoth \
         manatee mandala mandate mango mangrove manuscript marigold marker marmalade marshmallow mast \
         maypole mealworm meat mediate medley melon membrane memo mermaid meteor meteorite millipede mimic \
         minaret mingle minibeast minstrel misinterpret mist misunderstand moan moat module mole molecule \
         monastery monkey monorail monsoon moody moose mop motorway mould mourn mouth mudslide mule mumble \
         mummy murmur mussel mustard muster mutter nag napkin narrate narwhal nebula necklace nectar netball \
         nettle newspaper newt nib nibble nightfall nomad nominate noodle nosebag nostalgic notch nudge oblige \
         oboe obtain onion onomatopoeia orca orchid ore organ ornate ostrich outnumber outperform overcoat \
         overestimate overhear override oversee overtake owe oyster pacifier paddle pagoda paintbrush pancake \
         panther papaya paradox parallelogram parasol parkour parsley parsnip participle pastel payphone \
         peach peacock pear pedometer pendulum peppermint periscope personnel phenomena photograph picnic \
         pictogram piglet pinch pineapple pinwheel pipette pirate placid plank plankton plaque plaster \
         playhouse plaza plead plod plough plumber plunge poke polar pollen pompom ponder porcelain porcupine \
         porridge portray postbox pouch poultry prairie prawn preach presume prevail pricey prison proclaim \
         procrastinate proficiency profit prohibit projector prolong prom pronounce propeller prospect prosper \
         protest pry puffin pulley punch puny pursue pylon quadrat quail quartz quicksand quill raccoon race \
         raffle railway raincoat rainforest rainwater rake ramble ranger rap rattle razor readathon rearrange \
         rebuild recharge recommend reconcile reconvene redirect rediscover redundancy reform refresher \
         refrigerator regain regret regulate rejoice relieve remodel renew repel reproduce resemble resent \
         reservoir restaurant restrain rethink retire reunite reuse reverent revolve rhino rhubarb rhythmic \
         rink rinse roam roast rodent roller rosette rub rucksack rudder ruin rumble runner runway rust rustic \
         sail salamander salmon salsa salty samosa sandcastle sandpaper sandstone sap sardine sari saucepan \
         saucer saxophone scare scarecrow scavenger scenery scenic scientific scold scorpion scowl screw \
         screwdriver scrub seagull seahorse seize sew shampoo shark shawl ship shipwreck shiver shoebox shoot \
         shoreline shove shovel shrew shriek shrimp shrine shrug sieve sigh signpost silk silkworm silt siren \
         sitar skate skinny skunk skyline skyscraper slam slate sledge sleet sleeve slime sloth slug slump \
         smirk smog smoothie snapshot snatch sneeze sniff snooze snore snowball snowdrop snowflake snowman soak \
         soar sod softball soldier solstice sombre sonata sonnet soothe sorbet sow spade spaniel sparkle \
         sparrow spatula spear speculate spellathon spinach spinner spire spoil squeak squid squiggle squint \
         stalactite stamen stammer standpoint stare startle starve stencil stethoscope stew stimulate stodgy \
         stork stormy stray stroll strut stumble stutter submarine sudoku suffice sulk sunscreen sunset \
         superficial supreme surf surge swamp sway swear sweat sweater sweep swell swimathon sword \
         synagogue synergy syringe syrup tadpole taekwondo talent-show tangle taper tarantula tarmac taster \
         tasters teapot tease telegram temple tempt tendency tepee terminal terrarium thaw thorn thump \
         thunderstorm tide timid tin tinsel tiptoe tire toadstool toga tomb tombola toothpaste topple toucan \
         touchpoint tow traintrack trampoline tranquil transcribe translate transparency trapezium trauma \
         traumatic travel tread tremble trench triathlon trickery trickle tricycle triumph trombone trot \
         troublesome trowel tsunami tuba tug tulip tumble tuna tundra turban turbine turnaround turnip turnout \
         turret tusk twig twinkle twofold typewriter typhoon tyre underestimate undergo undermine undertake \
         unease unfold unite unpick unravel unreal unsung unveil unwind upheaval uphold upskill urge urn vacate \
         vacuum vain valley vampire vanilla vault veil vein velcro velvet venison vent verse vertebrate vest \
         viaduct viewpoint villain vine vinegar viola visor volleyball vortex vouch wacky wail waistcoat \
         walkway wallpaper walnut wand wardrobe warehouse watercolour waterfall watermelon waterwheel waver \
         weave welfare wheat wheelbarrow whine whip whirlpool whisk whisker wick widen wig wiggle wigwam \
         wildflower windmill windsock wink wisdom withdraw withhold wizard wok wombat woodlice woodpecker \
         woodwind wordplay workbench workforce worm wormery wreath wrestle wriggle xylophone yacht yak yam \
         yardstick yarn yawn yolk yoyo zeal zesty zinc zodiac zoo",
    )
});
