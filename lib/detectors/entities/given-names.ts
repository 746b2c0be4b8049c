const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/**
 * Given names common in many countries, folded (lower case, no accents). Left out are those that are also everyday words, months,
 * or places (Mark, Grace, June, Austin): they need a surname or a title beside them, as any unknown name does.
 */
export const GIVEN_NAMES = set(`
aaron abdul abdullah abel abigail adam adele adrian adriana agata agnes agnieszka ahmad ahmed aida aidan aiko aisha akira alan alba albert alberto
aleksander aleksandra alejandra alejandro alena alessandra alessandro alessio alex alexander alexandra alexandre alexis alfonso alfred alfredo ali alice
alicia alina alison allan allison alvaro alyssa amadou amal amalia amanda amelia amina amir amira amit amy ana anastasia anders andrea andreas andrei andres
andrew andrzej angela angelo anil anita anja ann anna annabel anne annette annie ansel anthony antoine anton antonia antonio anya ariana arjun armando arnaud
arthur arturo asha ashley asif astrid atsuko audrey august augusto aurelie aurora axel ayako ayesha aylin aziz balazs barbara bartosz beata beatrice beatriz
becky ben benedikt benjamin benoit bernadette bernard bernd bernice beth bethany betty bianca birgit bjorn bob bogdan boris bozena brad bradley brandon
brenda brendan brett brian bridget brigitte britta bruno bryan caitlin caleb callum calvin cameron camila camille carina carl carla carlo carlos carmen
carol carole carolina caroline carolyn carsten catalina caterina catherine cathy cecilia cedric celeste celia celine cesar chandra charles charlie chelsea
cheng chiara chidi chinedu chloe chris christa christian christiane christina christine christoph christophe christopher cindy claire clara clare
claudia claudio clement cliff clifford colin colleen connor conrad constance corinne cornelia craig cristian cristina cristobal curtis cynthia dagmar
daisuke damian damien dan dana daniel daniela daniele danielle danny daria dario darren dave david deborah debra deepak delphine denis denise dennis
derek diana diane diego dieter dimitri dina dmitri dmitry dolores dominic dominik dominique donald donna dora doris dorothy doug douglas duncan dylan
ebony eddie edgar edith edmund eduardo edward edwin eileen elaine eleanor elena eleni eli elias elif elijah elin elisa elisabeth elise elizabeth ella ellen
elodie elsa emanuel emeka emil emilia emilie emilio emily emir emma emmanuel enrico enrique eric erica erich erik erika erin ernest ernesto erwin esteban
esther ethan eugene eva evan evelyn ewa fabian fabio fabrice fatima fatma federica federico felicia felipe felix ferdinand fernanda fernando filip
filippo fiona florian frances francesca francesco francis francisco franck franco francois francoise frans franz fred frederic frederick fredrik frida
friedrich fritz gabor gabriel gabriela gabriele gabrielle gareth gary gavin genevieve geoffrey george georges georgios gerald gerard gerd gerhard
gertrude gianluca gianni gilbert giles gillian gina giorgio giovanni gisela giulia giuseppe gladys glen glenn gloria gonzalo gordon graham greg gregor gregory
greta grzegorz guido guillaume guillermo gunter gustav gustavo hana hanna hannah hannes hans harald haris harold harriet harry haruki hasan hassan heather
hector heidi heike heinrich heinz helen helena helene helga hendrik henri henrik henry herbert herman hernan hilary hilda hiroshi holger howard hubert hugo
hussein ian ibrahim ida ignacio igor ilona ilse imani imran ines inge ingrid irena irene irina iris irma isaac isabel isabella isabelle ismael ivan ivana
ivo jacek jackie jacob jacqueline jacques jaime jakob jakub james jamie jan jana jane janet janina janice janine jaroslav jason javier jay jean jeanette
jeff jeffrey jelena jenna jennifer jenny jens jeremy jerome jerry jesper jesse jessica jesus jill jim jimmy jing jiri joachim joan joana joanna joanne
joao joaquin jochen jodie joe joel johan johanna johannes john johnny jon jonas jonathan joost jorge jorg jose josef joseph josephine joshua josie joyce
juan juana judith julia julian juliana julie julien juliet julio julius jurgen justin justyna jutta kai kamal kamil kamila karen karin karina karl karla
karolina katarina katarzyna kate katerina katharina katherine kathleen kathryn kathy katia katie katja kay kayla keiko keith kelly kelvin ken kenji
kenneth kevin khalid khadija kim kimberly kirsten kirsty klara klaus konrad konstantin kristen kristian kristin kristina krystyna krzysztof kurt kwame kyle lars
larissa larry latoya laura lauren laurence laurent lawrence lea leah lech leila lena leo leon leona leonard leonardo leonie leonora leslie leticia lewis liam
lidia lily lina linda lindsay lisa liv livia liz lloyd logan lois lorena lorenzo lori lorraine louis louisa louise luc luca lucas lucia luciana lucie lucille
lucy ludmila ludwig luigi luis luisa lukas luke luz lydia lynn maciej maddie madeleine mads magdalena magnus mahmoud maja malcolm malik manfred manuel manuela
marc marcel marcela marcelo marcia marcin marco marcos marcus margaret margarita margherita margot maria mariam marian mariana marianne marie mariko marilyn
marina mario marion marisa marissa marius marjorie markus marlene marta martha martin martina marvin mary maryam mateo mateusz mathias mathieu mathilde
matilda matteo matthew matthias matthieu maureen mauricio maurizio max maximilian maxime maya megan mehmet mei melanie melissa mercedes meredith mia michael
michaela michal michel michela michele michelle miguel mihai mikael mike mikhail milan milena milos mina minh mira miranda miriam mirjam miroslav mitchell
mohamed mohammad mohammed moira molly monica monika monique morgan moritz muhammad murat mustafa nadia nadine nancy naomi natalia natalie natasha nathalie
nathan nathaniel neha neil nelson nicholas nick nicola nicolas nicole niels nigel nikhil nikita niklas nikola nikolai nikolaos nikos nils nina noah noel
noemi noor nora norbert norma norman nuno octavia odette olaf ole oleg olena olga olivia olivier omar orlando oscar osman otto owen pablo pamela paola paolo
pascal patricia patricio patrick patrik paul paula paulina pauline paulo pavel pawel pedro peggy penelope percy pernille peter petr petra phil philip
philipp philippe phillip phoebe phyllis pia pierre pieter pilar piotr priya priyanka quentin rachel radek rafael raffaele rafal rahul rainer raj rajesh ralf
ralph ramon ramona randy raquel raul ravi raymond rebecca regina reiko reinhard renata renate rene renee ricardo riccardo richard rick rita rob robert roberta
roberto robin rocio rodrigo roger roland rolf roman ronald ronan ronnie rosa rosalie rosario rosemary ross roxana roxanne roy ruben rudolf rupert russell
ruth ryan sabine sabrina saeed sally salma salvador salvatore sam samantha samir samira samuel sandra sandro sanjay santiago sara sarah sasha satoshi saul scott
sean sebastian sebastien selma serena serge sergei sergey sergio seth shane shannon sharon shaun shawn sheila shelby shirley sibylle siegfried sigrid silke
silvia simon simona simone sofia solveig sonia sonja sophia sophie soren stacey stacy stan stanislav stanley stefan stefania stefanie stefano stella stephan
stephane stephanie stephen steve steven stewart stuart susan susana susanne suzanne svetlana sven sverre sybil sylvia sylvie szymon tadeusz tamara tania tanya
tara tatiana ted teresa terrence terry tessa thabo thandi theo theodore theresa therese thomas tiago tibor tiffany tim timo timothy tina tobias todd tom
tomas tomasz tommy toni tony torsten tracey tracy travis trevor trine tristan troy tyler ulrich ulrike umar ursula ute uwe vaclav valentin valentina valeria
valerie vanessa vera verena veronica veronika viktor viktoria vincent vincenzo virginie vivian vladimir wallace walter wanda wayne wei wendy werner wiktor wilfried
wilhelm willem william winston wojciech wolfgang xavier xiao yan yann yannick yasmin yasmine yolanda yosef yousef youssef yuki yuko yuri yusuf yvette yvonne
zachary zahra zainab zbigniew zdenek zeynep zofia zoe zoltan zuzana
`);

/** Surnames common in many countries, folded; those that are everyday words (King, Young, Price) are left out. */
export const SURNAMES = set(`
adams ahmed ali allen alvarez anderson andersson bailey bauer becker bennett bernard bianchi brooks brown bryant butler campbell carter castillo castro chavez
chen chopra clark cohen coleman collins cooper costa cruz da silva das davies davis delgado diaz dubois dupont edwards esposito evans fernandez ferrari fischer
fisher flores foster garcia garza gibson gomez gonzales gonzalez graham gray griffin gupta gutierrez hall hamilton hansen harris harrison hayes henderson
hernandez herrera hill hoffmann howard hughes hussain huang jackson jansen jenkins jensen jimenez johansson johnson jones jovanovic kapoor kelly khan kim klein
kowalski kramer kumar larsen laurent lee leroy lewis lim lin lopez martin martinez medina mehta mendez mendoza meyer miller mitchell moore morales moreau moreno
morgan morris murphy murray myers nakamura navarro nelson nguyen nielsen novak okafor oliveira olsen olson ortega ortiz owens papadopoulos park parker patel
patterson pereira perez perry petersen peterson petrov pham phillips popescu powell ramirez ramos reyes reynolds richter rivera roberts robinson rodriguez rogers
romano romero rossi ruiz russo sanchez sanders santos sato schmidt schneider schroeder schulz schwartz scott sharma silva simmons singh smirnov smith sousa
stewart sullivan suzuki svensson tanaka taylor thomas thompson torres tran tucker turner vargas vasquez vazquez wagner walker wang watanabe watson weber white williams
wilson wojcik wood wright yamamoto yilmaz zhang zimmermann
`);

/** Endings that make a word a surname in the languages that build them so. */
export const SURNAME_ENDING =
  /(?:ova|eva|ov|ev|ovic|evic|sson|son|sen|dottir|ski|ska|sky|cki|cka|czyk|enko|chuk|shvili|idze|adze|yan|ian|oglu|mann|stein|berg|feld|baum|bauer|meier|mayer|maier|meyer|quist|strom|gaard|gard|opoulos|akis|idis|escu|eanu|ini|elli|etti|ucci|ez|eiro|eira|ault|eau|ovsky|wicz|nen|owa|nova|novic|ston|field|worth|well|ford|man|sma|stra|inga)$/;
