/**
 * How a word feels, from -3 to 3, as people write to a company. Without accents; a trailing `*` stands for any ending.
 * Written for this project.
 */
const VALENCE: Readonly<Record<number, string>> = {
  3: `adore* ecstatic elated exceeded exquisite extraordinary fabulously faultless gorgeous heavenly impeccable
    magnificent marvellous marvelous mindblowing overjoyed priceless sensational spectacular splendid
    stunning sublime unbeatable unparalleled wonders adoro espectacular fantastic* inmejorable amazing awesome
    brilliant excellent exceptional fabulous fantastic flawless incredible love loved loving outstanding perfect
    perfectly phenomenal superb terrific thrilled wonderful wonderfully wow delighted excelente increible
    maravillos* perfect* encant* genial fenomenal magnific* estupend*`,
  2: `admir* amazed applaud* astonish* attentive awesomely bravo caring charming cheerful classy commend* compliment*
    considerate dependable diligent eager elegant enjoyed enthusias* favorite favourite fave generous genius gladly
    gracious gratitude handsome hero heroes hooray hurrah inspir* joy joyful keen legend lifesavers loves lucky
    neat outdid perfecto pleasing praise* proud recommended refreshing rescued respectful rockstar saved savior
    saviour seamless seamlessly shoutout skilled speedy super supportive thankfully thorough thrill* trustworthy
    upbeat victory warm welcoming win winner winning wins wonder yum yummy agradable atent* cordial eficiente
    encantad* esplendid* orgullos* recomiend* appreciate* appreciated awsome beautiful brilliantly cheers congrats
    congratulations delicious delightful enjoy* excited friendly glad grateful great greatly happy helpful impress*
    impressed kind kindness kudos lifesaver pleasant pleasantly pleased pleasure polite professional reliable
    relief relieved reliev* satisfied smooth smoothly stellar superfast sweet thank thanks thankful thx ty gracias
    agradec* content* feliz amable* rapid* alegr* contenta satisfech*`,
  1: `ace accurate advantage affordable amicable assist* attractive beneficial brilliance calmly careful cherish
    clarified convenient cute dream eased effective effortless elevated enough excite fairly faith favor favour
    flexible fresh gain glow gained hooked hope hopeful hug hugs improv* interesting kindly laugh* lively loyal
    luxury mercy merry peace peaceful popular prize progress properly punctual relax* relaxed rewarding sensible
    shine sincere skill smiling smoother spotless stable steady strong stylish sunny support supported swift
    talented tasty timely trust trusted usable valuable wise worthwhile amigable correcto facilidad mejoro puntual
    seguro util best better bless phew whew yay calm clean clear clearly comfortable comfy cool courteous easy
    easily efficient fair fast fine fixed fun good handy honest improved lol lovely nice nicely okay patient prompt
    promptly quick quickly quiet recommend* reassuring resolved safe safely smile* solved sorted success* sure
    thoughtful tidy welcome works worked working bien buen* bonit* facil listo solucionad* resuelt* funciona`,
  [-1]: `aching ambiguous annoyance argue argu* awkward backlog barely blame blank bother boring buggy bumped burden
    careless clog clumsy complaint complex congest* crowded dated decline declined defect* degrade* delays denial
    deteriorat* disagree disconnect* discontinu* dispute distant doubtful downhill drag drops dropping dull endless
    erratic exhausted fear feared flaw* flick* forgotten freeze freezes freezing froze frozen gone grumpy harm
    hassle* headache* hesitant holdup hurt hurts idle impatien* incomplete incorrect* ineffective inferior
    inaccurate insufficient interrupt* invalid lag lagging lags laggy latency longer lose losing mediocre messing
    mixup muddle* nasty nervous noisy obsolete odd overdue pain painful patchy pointless puzzl* rattl* regret*
    reject* reluctan* repeated rough screw screwed shaky shortage skipped sluggish sore spotty stall* stress*
    strange struggle* stuffy stutter* suspend* suspicious tangled tedious tiring tricky trap unable unauthor*
    uncertain uncomfortable undelivered unexpected unfinished unhappy unknown unlucky unsolved unstable unusable
    unwanted unwell vague vanish* weak wreck* debil demasiado fallo fallos impuntual lenta lento lentitud quej*
    rot* roto rota sucio triste again alarming annoy behind broke broken busy complicated concern* confus* cold
    delay delayed delaying damage* damaged difficult dirty doubt* dropped error errors fail failed failing fails
    expensive fault* forgot* glitch* hard inconsistent inconvenien* issue issues late later lack lacking lie limbo
    long lost loud missed missing mistake* outdated overpriced problem problems sad sadly shame silly slow
    sorry stuck tired trouble unclear unhelpful unsure wait waited waiting weird worr* wrong lent* tarde problema*
    error* demor* esper* confund* dificil preocup* mal mala malo`,
  [-2]: `abandon* absurd abuse* accus* aggravat* agony alarmed anger angering anguish anxious apathetic arrogan*
    atrocity betray* blatant* botched bullied bully cheat* chaos chaotic childish comical conned
    condescend* conniving corrupt cruel crying cursed deceptive defective defraud* degrading delusional demean*
    deplorable despise despair destroy* detest* devastat* dire dirtbag disaster* disbelief discourt*
    discriminat* disinterest* disorganiz* disorganis* dissatisf* disregard* disrespect* distress* ditched dread*
    dreadful dumped embarrass* evasive evil exasperat* excuse excuses extort* exploit* fatal fedup fiasco filthy
    fool fooled foul fraud* frazzled fume fuming furor gouge gouging greed* grim gross grossly gutted harass* harsh
    hateful heartbr* heartless hideous hopelessly horrified hostile humiliat* hypocri* idiotic ignorant illegal*
    illogical incapable incoherent inconsiderate indifferen* ineptitude inept inexplicable infuriated inhuman
    inhumane insincere insufferable insulted intolerable irrespons* irate jerk jerks joker lazy lousy ludicrous mad
    maddening malicious misinform* misery mishandl* mismanag* misrepresent* misread mistreat* mockery nonsense
    nonexistent obnoxious offend* offensive panic paranoid pathetically patronis* patroniz* penalise* penaliz*
    pissed pitiful plague* predatory problematic punish* rage raging rant ripoff ripped robbery rotten sabotage*
    screwing senseless shady shameless shocking shutdown sickening sketchy slap slapdash sleazy sloppily snarky
    spite* stale stonewall* stupidity subpar suffering sulk swindl* thoughtless threat* tiresome toxic trashed
    treacherous trick tricked tyrann* ugly unaccept* unanswer* uncaring unconcern* unethical unfriendly
    unforgivable unimpressed uninterested unjust* unjustif* unkind unprepared unresolved unresponsive unsafe
    unsatisf* unsympathetic untrue uncooperative vile violat* waste wasteful weep whack worsen* worthless wretched
    wrongly wrongful* yell* yelled abus* arruin* desastr* despreci* enga* estaf* grosero grosera incumpl*
    ineficien* injustic* mentir* mienten annoyed annoying avoid bad badly bogus bs cheated clueless complain* crap
    crappy crash* deceiv* desperate* deny denied dismissive disappoint* dishonest disaster dumb failure false
    freak* frighten* frustrat* hacked harta harto hate horrendous hung ignore* ignored ignoring impossible
    incompeten* insult* irritat* joke junk lame lied liar lies mess messed mislead* misled neglect* 
    overcharg* poor poorly promised refus* ridiculous* rubbish rude rudely ruin* scam scammed scared scary shaking
    shoddy sick sloppy stranded stupid suck sucks suffer* trash ugh unacceptable unanswered unfair
    unprofessional unreliable upset useless wasted wasting worse wtf yikes frustrad* molest* enojad* injust*
    inutil* falla* cobraron engan* basura verguenza queja*`,
  [-3]: `abhor* abomin* abysmally appall* bastard* bitch* bollocks bullcrap catastroph* clusterfuck cockup crooks crook
    damned dehumaniz* detestable diabolical dumbass egregious evils excrement fml fricking freaking frigging fuckin
    fucks godawful goddamn hatred heinous hellish horrif* horrid* horribly inexcusably jackass lividly
    loath* lunacy monstrous motherfuck* nauseat* nightmarish obscene odious piss reprehensible repuls* repugnant
    revolting robbing ruined scandal* scum scumbag* shite shitshow sickened sucked swindlers tragic
    traumat* travesty trashy vomit wrecked zerostars asquer* cabron* carajo cono estafador* ladron* malditos
    maldit* mierda nefast* patetic* porqueria puta puto vergonz* abysmal angry appalling atrocious awful criminal
    damn disgrace* disgust* enraged furious garbage hell hopeless horrible horrid idiot* moron* clown* panick*
    panicking terrified horrific infuriat* inexcusable insane livid miserable nightmare outrage* pathetic shameful
    shambles shit shitty bullshit terrible theft thieves unbelievable untrustworthy worst fuck fucking fucked
    asshole hated robbed ashamed despicable horrible* pesim* terrible* asco robo ladrones furios* hart* indignante
    inaceptable`,
};

/** Words that turn the next few around. */
export const NEGATORS: ReadonlySet<string> = new Set(
  "no not never none nothing nobody neither nor hardly barely cannot can't cant won't wont don't dont doesn't doesnt didn't didnt isn't isnt wasn't wasnt aren't weren't without couldn't wouldn't shouldn't haven't hasn't hadn't ain't nunca jamas sin ni tampoco".split(
    ' ',
  ),
);

/** Words that make the next one count more. */
export const INTENSIFIERS: ReadonlySet<string> = new Set(
  'absolutely beyond completely extremely fully highly incredibly insanely literally really seriously so super such terribly too totally truly utterly very way muy tan demasiado totalmente super'.split(
    ' ',
  ),
);

/** That something has been going on: what wears a customer out, without one bad word in it. */
export const PERSISTENCE: ReadonlySet<string> = new Set(
  'still again keeps kept constantly always repeatedly third fourth fifth sixth months hours forever never nobody sigue todavia otra siempre nunca nadie meses horas'.split(
    ' ',
  ),
);

export const GLAD_MARKS =
  /[😀😁😂😃😄😅😆😇😉😊😋😍🥰😘🙂🤗🤩👍👏🙏💕💖💗💙💚💛💜❤♥🎉✨🥳😎👌💯]|(?::|;|=)-?[)DP](?!\w)|<3/gu;
export const UPSET_MARKS =
  /[😒😞😟😠😡😢😣😤😥😩😫😭😰😱🙄👎💔🤬😑😐😕🙁☹😖🤦🤷😾🖕]|(?::|=)['’]?-?[(/](?![\w/])/gu;

const entries = Object.entries(VALENCE).flatMap(([figure, words]) =>
  words.split(/\s+/u).map((word) => ({ word, valence: Number(figure) })),
);
const exact: ReadonlyMap<string, number> = new Map(
  entries.filter(({ word }) => !word.endsWith('*')).map(({ word, valence }) => [word, valence]),
);
const stems: ReadonlyMap<string, number> = new Map(
  entries.filter(({ word }) => word.endsWith('*')).map(({ word, valence }) => [word.slice(0, -1), valence]),
);
const SHORTEST_STEM = 3;

/** Valence of a lower-case word without accents; 0 when it has none. The longest stem wins. */
export const valenceOf = (word: string): number => {
  const own = exact.get(word);
  if (own !== undefined) return own;
  for (let length = word.length; length >= SHORTEST_STEM; length--) {
    const valence = stems.get(word.slice(0, length));
    if (valence !== undefined) return valence;
  }
  return 0;
};
