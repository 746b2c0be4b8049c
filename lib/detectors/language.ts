import { detect, detectAll } from 'tinyld';

/** Everyday words that settle the language of a message too short for statistics. */
const COMMON: Record<string, string> = {
  en: "the is no my i'm you please thanks thank hello hi help need want why what how when where can and for with not it's don't yes order bill account hey ok okay sure good morning back still again me of to are this that these it in any give on or do does",
  es: 'el la los mi es no por favor gracias hola ayuda necesito quiero porqué qué cómo cuándo dónde puedo y para con del una factura pedido cuenta sí buenos buenas días tardes todavía está estoy tengo funciona',
  fr: 'le la les mon ma est pas merci bonjour salut aide besoin veux pourquoi quoi comment quand où puis et pour avec du une facture commande compte oui je suis vous encore toujours',
  de: 'der die das mein meine ist nicht bitte danke hallo hilfe brauche will warum was wie wann wo kann und für mit eine rechnung bestellung konto ja ich bin sie noch guten tag seit gestern heute geht kaputt',
  pt: 'o os meu minha é não por favor obrigado obrigada olá oi ajuda preciso quero porque como quando onde posso e para com uma fatura pedido conta sim estou bom dia',
  nl: 'de het een ik mijn niet en van is dat op te met voor maar ook kan hoe wat waarom bedankt hallo graag geen nog zijn heb in',
  it: 'il lo gli mio mia è non per favore grazie ciao aiuto voglio perché cosa come quando dove posso e con una fattura ordine conto sì sono buongiorno ancora',
};
/** What customers of a support desk write in Latin letters, and in others; guesses beyond these are hardly ever right. */
const LATIN = 'en es fr de pt it nl pl vi tl id tr sv da no fi cs ro hu'.split(' ');
const OTHERS = 'zh ja ko ru uk ar he hi bn th fa el'.split(' ');
const LANGUAGES_OF = new Map<string, string[]>();
for (const [language, words] of Object.entries(COMMON))
  for (const word of words.split(' ')) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);

/** Letters from which the statistics of letter groups can be trusted. */
const ENOUGH_LETTERS = 24;
const SHORT_LATIN = 4;
/** Below it letter groups look like no language in particular: code, tables, lists of products, keys hit at random. */
const TRUSTED = 0.1;
/** Common words of one language ahead of the next that outweigh the statistics. */
const SURE_LEAD = 2;

const byCommonWords = (words: readonly string[]): { language: string; lead: number } | null => {
  const votes = new Map<string, number>();
  for (const word of words) {
    const languages = LANGUAGES_OF.get(word) ?? [];
    for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1 / languages.length);
  }
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] > (second?.[1] ?? 0)
    ? { language: first[0], lead: first[1] - (second?.[1] ?? 0) }
    : null;
};

/** The language of a text (ISO 639-1), or `und` when it is too short, has no words, or cannot be told. */
export const detectLanguage = (text: string): string => {
  const bare = text
    .slice(0, 2000)
    .replace(/https?:\/\/\S{1,500}|\S{1,100}@\S{1,100}|[@#]\S{1,60}/gu, ' ')
    .replace(/’/g, "'");
  const words = bare.toLowerCase().match(/[\p{L}\p{M}']+/gu) ?? [];
  const letters = words.join('').length;
  if (letters < 2) return 'und';
  const latin = /^[\p{Script=Latin}\p{M}']+$/u.test(words.join(''));
  const common = latin ? byCommonWords(words) : null;
  if (common !== null && (common.lead >= SURE_LEAD || letters < ENOUGH_LETTERS)) return common.language;
  if (latin && letters < ENOUGH_LETTERS && words.length < SHORT_LATIN) return 'und';
  if (!latin) return detect(bare, { only: [...OTHERS, ...LATIN] }) || 'und';
  const [best] = detectAll(bare, { only: LATIN });
  return best !== undefined && best.accuracy >= TRUSTED ? best.lang : (common?.language ?? 'und');
};
