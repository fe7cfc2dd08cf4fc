//! Forenames that are common among pupils and staff in England and are no other word: "May", "Will", "Grace", "Mark"
//! are left to the words around them.

use std::sync::LazyLock;

use super::lexicon::{Words, class};

/// The forenames, in small letters.
pub(super) static FORENAMES: Words = LazyLock::new(|| {
    class(
        "aaliyah aaron abdul abdullah abigail adam adele ahmed alfred fred aidan aiden aisha alan albert alex alexander alexandra alfie \
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
         pooja poonam preeti rukhsana sanjeev seema shazia simran sunil sunita usha vijay yusra",
    )
});
