/**
 * How a word feels, from -3 to 3, as people write to a company. Without accents; a trailing `*` stands for any ending.
 * Written for this project.
 */
const VALENCE: Readonly<Record<number, string>> = {
  3: `amazing awesome brilliant excellent exceptional fabulous fantastic flawless incredible love loved loving outstanding perfect
    perfectly phenomenal superb terrific thrilled wonderful wonderfully wow delighted excelente increible maravillos* perfect* encant*
    genial fenomenal magnific* estupend*`,
  2: `appreciate* appreciated awsome beautiful brilliantly cheers congrats congratulations delicious delightful enjoy* excited friendly glad
    grateful great greatly happy helpful impress* impressed kind kindness kudos lifesaver pleasant pleasantly pleased pleasure
    polite professional reliable relief relieved reliev* satisfied smooth smoothly stellar superfast sweet thank thanks thankful thx ty gracias agradec*
    content* feliz amable* rapid* alegr* contenta satisfech*`,
  1: `best better bless phew whew yay calm clean clear clearly comfortable comfy cool courteous easy easily efficient fair fast fine fixed fun good handy
    honest improved lol lovely nice nicely okay patient prompt promptly quick quickly quiet recommend* reassuring resolved safe
    safely smile* solved sorted success* sure thoughtful tidy welcome win works worked working bien buen* bonit* facil listo
    solucionad* resuelt* funciona`,
  [-1]: `again alarming annoy behind broke broken busy complicated concern* confus* cold delay delayed delaying damage* damaged difficult dirty doubt* dropped error errors fail failed failing fails
    expensive fault* forgot* glitch* hard inconsistent inconvenien* issue issues late later lack lacking lie limbo long lost loud missed missing
    mistake* nope outdated overpriced problem problems sad sadly shame silly slow sorry stuck tired trouble unclear unable unclear unhelpful
    unsure wait waited waiting weird worr* wrong lent* tarde problema* error* demor* esper* confund* dificil preocup* mal mala malo`,
  [-2]: `annoyed annoying avoid bad badly bogus bs cheated clueless complain* complaint crap crappy crash*
    deceiv* desperate* deny denied dismissive disappoint* dishonest disaster dumb failure
    false freak* frighten* frustrat* hacked harta harto hate horrendous hung ignore* ignored ignoring impossible incompeten* insult* irritat* joke junk lame
    lied liar lies mess messed mislead* misled neglect* nobody overcharg* poor poorly promised refus* ridiculous* rubbish rude rudely
    ruin* scam scammed scared scary shaking shoddy sick sloppy stolen stranded stupid suck sucks suffer* trash ugh unacceptable unanswered
    unfair unprofessional unreliable upset useless wasted wasting waste worse wtf yikes frustrad* molest* enojad* injust* inutil* falla*
    nunca nadie cobraron engan* basura verguenza queja*`,
  [-3]: `abysmal angry appalling atrocious awful criminal damn disgrace* disgust* enraged furious garbage hell hopeless horrible horrid idiot* moron* clown* panick* panicking terrified horrific
    infuriat* inexcusable insane livid miserable nightmare outrage* pathetic shameful shambles shit shitty bullshit terrible theft thieves
    unbelievable untrustworthy worst fuck fucking fucked asshole hated robbed ashamed despicable horrible* pesim* terrible* asco robo ladrones
    furios* hart* indignante inaceptable`,
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
