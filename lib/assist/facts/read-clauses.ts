import { sentencesOf } from '../../core/text';

/** A part of a message, and whether what it says is so: asked, denied, supposed or still to come is not. */
export interface Clause {
  text: string;
  /** The sentence it stands in asks something. */
  asks: boolean;
  negated: boolean;
  /** Said under a condition, or as a possibility. */
  supposed: boolean;
  /** Promised, intended or planned. */
  later: boolean;
}

/** Where a clause ends: at a mark, or before a word that begins one. `and` begins one only before a subject, so that "off and on" stays whole. */
const PARTS =
  /(?:[,;:–—]\s*|\s)(?=(?:but|so|then|because|though|although|which|before|if|unless|once|until|when|whether|pero|porque|aunque|si|cuando)\s)|(?:[,;:–—]\s*|\s)(?=(?:and|y)\s(?:i|we|you|he|she|it|they|the|my|your|there|now|then|still|nothing|no|not|that|this|yo|el|la|sigue|ahora)(?:\s|['’]))|[,;:–—]\s+/giu;
const NEGATED =
  /\b(?:not|never|without|neither|nor|cannot|nobody|no one|instead of|rather than|no need|nunca|sin|tampoco|todav[ií]a no|a[uú]n no)\b|n['’]t\b|\b(?:dont|didnt|doesnt|havent|hasnt|cant|couldnt|wont|wouldnt|isnt|wasnt|arent)\b/iu;
/** `no` denies in Spanish; in English it answers. */
const NEGATED_SPANISH = /\bno (?:lo |la |los |las |le |me |se |he |ha |hay |puedo |pude )*\p{L}+/iu;
const SPANISH =
  /(?:^|\s)(?:el|la|los|las|ya|mi|lo|pero|porque|todav[ií]a|est[aá]|reinici\p{L}+|que)(?=\s|$)/iu;
const SUPPOSED =
  /\b(?:whether|maybe|perhaps|would|could|might|may|should|can|shall|able to|either|let['’]?s say|suppose|podr[ií]a\p{L}*|puedo|quiz[aá]s?|tal vez)\b/iu;
const OPENS_CONDITION =
  /^(?:and |but |so |then )?(?:if|unless|in case|once|when(?:ever)?(?! (?:i|we) \p{L}+ed\b)|before (?!i \p{L}+(?:ed|ote)\b)|as soon as|until|si|cuando|antes de)\b/iu;
const LATER =
  /\b(?:will|shall|going to|gonna|about to|plan(?:ning)? to|want(?:ed)? to|need(?:s|ed)? to|have to|has to|had to|got to|meant to|supposed to|try to|later|tomorrow|tonight|next (?:week|month|time)|soon|not yet|let me|voy a|vamos a|quiero|m[aá]s tarde|ma[nñ]ana|despu[eé]s|luego)\b|['’]ll\b|\b(?:ill|youll|well) (?=\p{L}+)/iu;
const QUESTION =
  /\?|^(?:and |so |ok(?:ay)? |but )?(?:did|do|does|have|has|is|are|was|were|should|shall|can|could|would|will|what|which|who|when|where|why|how)\s+(?:i|you|we|they|he|she|it|the|your|my|there|this|that|someone|anyone|do|does|did|is|are|many|much|long)\s+\p{L}/iu;

/** A message as it is read: in sentences, and in clauses. Read once, however many steps are held against it. */
export interface Message {
  text: string;
  sentences: readonly string[];
  clauses: readonly Clause[];
}

const clausesOf = (sentence: string): Clause[] => {
  const asks = QUESTION.test(sentence);
  const spanish = SPANISH.test(sentence);
  let conditional = false;
  return sentence
    .split(PARTS)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((text): Clause => {
      conditional ||= OPENS_CONDITION.test(text);
      return {
        text,
        asks,
        negated: NEGATED.test(text) || (spanish && NEGATED_SPANISH.test(text)),
        supposed: conditional || SUPPOSED.test(text),
        later: LATER.test(text),
      };
    });
};

/** A condition holds for the rest of its sentence; what comes before it stands by itself. */
export const readMessage = (text: string): Message => {
  const sentences = sentencesOf(text);
  return { text, sentences, clauses: sentences.flatMap(clausesOf) };
};

/** The clauses of a message, in order. */
export const readClauses = (text: string): readonly Clause[] => readMessage(text).clauses;

/** Whether a clause states what is so. */
export const isStated = ({ asks, negated, supposed, later }: Clause): boolean =>
  !asks && !negated && !supposed && !later;
