const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).filter(Boolean));

/** Words of English that name nothing to look up, with the fillers and courtesies of support talk. Without accents and apostrophes. */
export const ENGLISH_STOP_WORDS = words(`
a about after again all already also although am an and any anybody anyone anything anyway are arent as ask asked asking at be because been
before being but by can cannot cant could couldnt did didnt do does doesnt doing done dont each either else even ever every
everything few for from get gets getting give go going gone gonna got had hadnt has hasnt have havent having he hello help hence her here hey
hi him his how however i id if ill im in into is isnt it its ive just kind know let lets like ll lot make many may maybe me
might more most much must my myself need needed needs no not now of off ok okay on only onto or other our ours out over own
perhaps please pls possible put quite really right s same say says see seem seems she should shouldnt since so some somebody someone
something still such sure t take tell than thank thanks that thats the their them then there theres these they theyre thing things think
this those though through till to too tried try trying u um uh until up upon ur us use used using ve very wanna want wanted
wants was wasnt way we well went were werent what whats when where wheres whether which while who whom whose why will wish with
within without wont would wouldnt yes yet you your youre yours yourself able believe want wondering guys guy
yesterday today tomorrow tonight morning evening afternoon week weeks ago
`);

export const SPANISH_STOP_WORDS = words(`
a al algo algun alguna algunas alguno algunos ante antes aqui asi aun aunque ayuda ayudar ayudarme bien buenas buenos cada como con
contra cual cuales cuando cuanto cuantos de del desde e el ella ellas ellos en entonces entre era eres es esa esas ese eso
esos esta estaba estan estar estas este esto estos estoy favor fue fueron gracias ha haber habia han hasta hay he hola hoy ir la las
le les lo los mas me mi mis mucho muchos muy nada necesito ni no nos nosotros nuestra nuestro o os otra otro para pero poco podria por
porque pueda puede pueden puedo pues que quien quiero quisiera se sea ser si sido sin sobre solo somos son soy su sus tal tambien
tan tanto te tengo tiene tienen toda todas todavia todo todos tu tus un una unas uno unos usted ustedes va vez voy y ya yo dias tardes
hace hacer saber decir dice me mio mia ayer manana semana semanas
`);
