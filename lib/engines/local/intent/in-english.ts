import { englishFor, readsAsSpanish } from '@/lib/knowledge/spanish';

const WORD = /[\p{L}\p{M}]+/gu;

/** Verbs and question words the search glossary has no use for, but an intent has. */
const MORE: Readonly<Record<string, string>> = {
  quiero: 'i want to',
  quisiera: 'i would like to',
  necesito: 'i need',
  puedo: 'can i',
  cuando: 'when',
  cuanto: 'how much',
  como: 'how do i',
  donde: 'where is',
  no: 'not',
  sin: 'no',
  por: 'why',
  nunca: 'never',
  todavia: 'still',
  gracias: 'thanks',
  hola: 'hello',
  otra: 'another',
  persona: 'human',
  agente: 'agent',
  queja: 'complaint',
  ayuda: 'help',
  mi: 'my',
  su: 'your',
  dos: 'two',
  nuevo: 'new',
  nueva: 'new',
  adios: 'bye',
  buenas: 'hello',
  buenos: 'hello',
  doble: 'double',
  repetido: 'twice',
  mudar: 'moving',
  mudo: 'moving',
  pero: 'but',
  y: 'and',
};

/** A Spanish message as the English words an example would use; anything else as it is. The model knows English only. */
export const inEnglish = (text: string, language: string): string => {
  const words = text.toLowerCase().match(WORD) ?? [];
  if (!language.startsWith('es') && !(words.length >= 3 && readsAsSpanish(words))) return text;
  return words
    .map((word) => MORE[word.normalize('NFD').replace(/\p{M}/gu, '')] ?? englishFor(word)?.join(' ') ?? word)
    .join(' ');
};
