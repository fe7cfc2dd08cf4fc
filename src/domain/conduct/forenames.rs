//! Forenames that are common among pupils and staff in England and are no other word: "May", "Will", "Grace", "Mark"
//! are left to the words around them.

use std::sync::LazyLock;

use super::lexicon::{Words, class};

/// The forenames, in small letters.
pub(super) static FORENAMES: Words = LazyLock::new(|| {
    class(
        "wilf sol babs bobbie alf artie monty gus ozzie rafe raff remi jago ivo otto ludo barnaby jonty digby fergal cillian fionn \
         cian daithi mali efa cadi lowri mabli nansi gwenllian ifan guto elis catrin sioned eluned angharad aarush kiaan \
         arjan jasleen harleen gurleen manveer ekam anayah zunairah zaynah hoorain maryum mahira rumaisa zoha aizah eshaal safaa \
         hafsah sumaiya asma huzaifa abubakr zakaria ilyaas shayaan rehaan arsalan mujtaba hodan sahra faduma khadra ifrah hibo \
         abdi abdirahman zamzam chiamaka kelechi tobi temi tolu ayomide oluwaseyi oluwatobi damilola folasade bolanle simisola \
         kwaku akua abena adwoa kojo kamile ugne gabija matas jokubas dominykas antoni franciszek stanislaw hanna zosia kasia \
         ania basia tomek bartosz ionela stefania darius razvan leen lamar yazan zlata solomiia artem maksym timur danylo \
         kaleb hudson beau bodhi elowen emmeline aurelia cordelia delphine dulcie clementine cecily beatrix margot marley rio \
         romeo rocco santino ros deb debs bex becs gaz daz caz shaz maz jaz naz taz val viv kaz nev trev tel suz sal mags colleen bridget caoimhe ciaran hamish angus alistair alasdair morag shona rhiannon bethan nia dafydd iwan glenys \
         brenda jeanne jillian judy katya kristina marion michaela shelley tracie adrian allan bernard brendan cedric \
         clive conor damian damien dougal  ernest hector ivan reginald adeel ahmad aisling alisha ameera amira \
         annabel anton arabelle arianna ariana asher aubrey audrey avery aylin brodie camilla caspian cassidy chanel \
         chantelle colby coby cody connie corey dahlia darcey dominika dominik eleni eliana elias elif elise eloise \
         elodie elsa emre enzo erika esther etta farah faris felicity fleur florrie freddy gabriella gabrielle genevieve \
         gia hadiya haris haroon harlow hashim haseeb henrik henrietta hollie idris ilyas imani ismael issac jaden jaiden \
         jaydon jemima jia jonah josiah juliette kaiden kaitlyn kaden karim karolina kayden kaylee kenzie kiera kobi kyra \
         laila lenny leonardo levi lila lilah liliana lina lyra mackenzie malachi malik malakai matei micah mikael myla \
         myles nevaeh nikola octavia orlando paige patrycja pippa presley quinn raheem rhea roan rosa rudy rufus saffron \
         savannah scarlett selma soraya tahlia talia tasha theodora tiana tyrese uzma viktor wiktor winnie yahya yara \
         yasin yasmina yousef ishita lakshmi meera rohit tejas navdeep amrit adaeze yemi kehinde efua tendai thandiwe \
         haruto hiro sakura minh thuy phuong anastasija ewa malgorzata raluca demi cora fabian nico barry salma \
         aaliyah aaron abdul abdullah abigail adam adele ahmed alfred fred aidan aiden aisha alan albert alex alexander alexandra alfie \
         alice alicia alison amanda amelia amelie amina amir amy ana anastasia andrew angela anna anne annie \
         anthony anya archie aria arjun arlo arthur arun asha ashley asif ava ayaan ayesha barbara beatrice becky \
         benjamin bethany beverley bilal billy bobby bradley brandon brian bronwyn caitlin callum cameron carla \
         caroline catherine charles charlie charlotte chloe christine christopher ciara claire clare clara colin \
         connor craig daniel daniyal danny darren david deborah debbie declan denise derek diana diane \
         dominic donna dorothy dylan edward eileen eleanor elaine eliza elizabeth elijah ella ellie elliot elsie emilia emily \
         emma eric erin esme ethan eva evelyn evie ezra fatima fatimah felix fiona finlay finley florence frankie \
         freddie frederick freya gabriel gareth gary gavin gemma geoffrey george georgia georgina gillian graham \
         grayson gwen hamza hannah harriet harrison harry harvey hasan hassan hattie hayley heidi helen henry \
         hugh hugo ian ibrahim imogen imran ines isaac isabel isabella isabelle isla ismail jack jackson jacob \
         jacqueline jake jakub james jamie jan jane janet jasmine jason jayden jayne jenna jennifer jenny \
         jeremy jessica jill joan joanna joanne joe joel john jonathan joseph joshua joyce jude judith jules \
         julia julian julie juliet kai karen katherine kathleen kathryn katie kayla keith kelly kevin khadija kian \
         kieran kimberley kiran kirsty krish kyle lara laura lauren layla leah leanne leila lena leo leon lesley \
         lewis liam libby lillian linda lindsay lisa logan lola lorraine louie louis louisa louise lucas lucy \
         luca luke luna lydia lynn lynne maddison madison maisie malcolm margaret maria mariam marie martha martin \
         maryam mary mateusz matilda matthew maureen maya megan mehmet melanie melissa mia michael michelle \
         mila millie mohamed mohammad mohammed molly monica morgan muhammad musa mustafa nadia naomi natalia natalie \
         natasha nathan nazia neil niamh nicholas nicola nicole nigel nikita noah noor nora nusrat olaf oliver olivia \
         oluwaseun omar oscar owen pamela patricia patrick paul paula pauline penelope peter philip philippa phoebe \
         polly priya rachel rahul raj rajesh ralph ravi rayan rebecca reggie reuben rhys richard riley rishi \
         robert robyn rohan ronnie rory rosalind rosie rowan roxanne rupert russell ruth ryan sadia safiya sally \
         sam samantha samir samuel sana sandra sanjay sara sarah sean sebastian shabnam shane shannon sharon sheila \
         shirley sienna simon sofia sonia sophia sophie stacey stanley stella stephanie stephen steven stuart susan \
         suzanne sylvia syed tamara tanya tara tariq teddy teresa terry thea theo theodore theresa thomas tiffany \
         timothy toby tomasz tom tommy tony tracey tracy tristan tyler umar usman valerie vanessa veronica victoria \
         vincent vivian wayne wendy wilfred william xavier yasmin yasmine youssef yusuf yvonne zac zachary \
         zahra zain zainab zara zeynep zoe zofia zuzanna \
         anita anjali bev deepa dilip gita gurpreet harpreet jaspreet jo kavita manjit meena nasreen neha nisha piotr \
         pooja poonam preeti rukhsana sanjeev seema shazia simran sunil sunita usha vijay yusra \
         aanya aarav abena ada adebayo aditya adnan advik agnieszka ailsa akash akosua albie aleena alejandro \
         aleksander aleksandra alexandru aliza amandeep amara amaya amna anaiya ananya anastasiia anaya \
         andreea andrei andriy andrzej anika anil annabelle antoine antoni aoife aqib arabella areeba arham \
         arnav aryan ashok astrid ayla ayo ayyub baljit bartek beatriz bella betsy betty bjorn bogdan bohdan \
         caleb camila cara carl carlos carly carmen carol carole caron carrie carys casey cassie cate cath \
         cathy catrina catriona celia celine cerys charlene charley cherie cheryl chiara chidi chinedu chioma \
         chris chrissie christa christie christina cindy claudette claudia colette corinne cormac courtney \
         cristian curtis cynthia cyril daphne darcie darcy daryna daud dave davina dawid deb debra deepak \
         deirdre delia delilah della delroy denisa dennis desmond dhruv dinesh dmitri dmytro domas donald \
         doreen doris doug douglas duncan dwayne eddie eddy edie edith edwin effie egle ehsan eilidh elena \
         eliot ellen elliott ellis elton emeka emilija emmanuel emyr enid eoin erica estelle ethel euan \
         eugene eunice evan ewan faisal farhan faye femi fergus ffion filip finn florin floyd folake fran \
         frances francesca fraser freda freja funmi gabriela gail gayle gaynor geoff georgie geraint gerald \
         geraldine gerard gerry gertie gethin giles gill gina giovanni giulia gladys glenda glenn gloria \
         glynis gopal gordon gosia gracie graeme greg gregory gurpreet gwyneth hafsa haider hallie hamzah \
         hania harpreet helena herbert hilary hilda hiroshi howard ida ieva ifeoma inaaya inaya ingrid ioan \
         ioana iona ionut iqra irene irma iryna isha ishaan isobel ivor iyla izzy jacinta jackie jacky jacqui \
         janette janice janine jared jaspreet javier jaxon jaxson jeanette jeff jeffrey jemma jen jenni \
         jennie jenson jermaine jerome jerry jess jessie jim jimmy jo joanie joann joao jodie jody joey johan \
         johnny jojo jolene jon jonas jordyn jose josephine josh josie junaid jurgen justin justine kabir \
         kacper kadeem kamil kareem karin karina karl karla kasia kate kateryna kath kathy katy kavya kay \
         kayleigh keeley keira kelis kelsey ken kendra kenji kenneth kenny kerri kerry kev khalil kieron kim \
         kirk kirsten kirstie klaus kofi kristen kristian krzysztof kuldeep kurt kwabena kwame kylie lacey \
         laiba larry lars latoya laurence laurie lawrence leanna lee leonard leonie leroy leslie lester lexi \
         lianne lil lilian lilly lindsey linh liz lizzie lizzy llewellyn lloyd lois lorenzo lorna lottie lou \
         lucia lucille lucinda luigi luis lukas lulu lyla lynda lynette lynsey mabel macsen maddie maddy \
         madeleine madeline mae maeve magda maggie mahnoor maja mandy manoj manpreet marc marcia marcus marcy \
         marek marge margie margo margot mariana marianne marilyn marissa marjorie marlene marlon marsha \
         martina marty martyn marvin matas mateo matt matteo maurice mavis maxine maxwell meg mel melinda \
         melvin mervyn mhairi mick micky miguel mihaela mihai mikaeel mike mikey mikolaj mildred milly milo \
         miranda miriam mitch mitchell moira mollie mona morris mukesh muriel mykola myra myrtle nabil nadine \
         nancy natalya nate nathaniel naveen navjot neal neha nell nellie nerissa nerys nettie neville ngozi \
         niall nick nicki nicky nikhil nikki nikolai nina nisha nitin nneka noel noelle norah noreen obinna \
         odette oisin oksana oleksandr olena olga oliwia ollie olwyn oona orla osian oskar osman oswald otis \
         ottilie owain ozzy paddy padraig pam paolo parminder patsy patti patty paulo pawel pedro peggy perry \
         pete petra phil phillip phyllis pierre piotr polina pranav priti priyanka pru qasim quentin rabia \
         rafael rakesh ramesh ramona ranjit raphael raymond rayyan rebekah reece reg regina rehan rene \
         reyansh rhian rhoda richie ricky rita riya robbie roberta roberto roderick rodney rog roger roisin \
         ron ronald ronan rosalie rosalyn rosamund rosanna roscoe ross rowena roy roz ruairi ruben russ saad \
         saanvi sabrina sacha sachin sadie safa saira sallyann sammy sandeep saoirse sasha saskia saul seamus \
         segun selena selina seren serena shanice shaniqua shari shaun shauna shawn shayan shazia shreya sian \
         sidney silvia simone simran sinead siobhan sofiia sonny stef stefan steph stephan steve stevie \
         stewart stu sue sukhdeep sukie suleiman sumayya sunita suresh surinder susanna susannah susie suzi \
         suzie sven svetlana svitlana sybil szymon tabitha taha tahir talha tamsin tania tanisha tanvi tash \
         tatiana ted terence terri tess tessa thelma tia tiago tilda tilly tim timmy tina tobias todd tola \
         tommie toni tonya traci trevor tricia trina trish trisha trixie trudy tunde tyrone umair una uzair \
         valentina vera vernon vic vicki vickie vicky vihaan vijay vikram vince vinod vivaan vivien vivienne \
         vlad wes wesley wiktoria wilhelmina willa willie wilma winifred wojciech xander xanthe yaroslav \
         yetunde yolanda yuki yvette zach zack zak zakariya zane zayd zayn zaynab zeke zena zoey zoya zubair \
         zuri",
    )
});
