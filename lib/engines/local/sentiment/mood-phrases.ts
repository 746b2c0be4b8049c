/**
 * Turns of phrase that tell a calm request from a worn-out customer when no single word does. Every pattern is a list of fixed
 * phrases, so each is linear in the text. Written for this project.
 */

/** How people open and word a request. */
export const GREETING =
  /^\s*(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|dear|to whom|hola|buen[oa]s)(?!\p{L})/iu;
export const REQUEST =
  /(?<![\p{L}'’])(?:please|could (?:you|i|we|someone)|can (?:you|i|we)|may i|(?:i|we)['’]?d (?:like|rather|prefer)|would like|wondering|need to|want to|how (?:do|does|much|long)|what(?:['’]s| is| do| does)|(?:do|does|is|are) (?:i|we|you|it|there|the|my)|quiero|quisiera|necesito|puede[ns]?|me pueden)(?!\p{L})/iu;

/** Having been here before: the second call, the same answer, the long wait. */
export const REPEATED =
  /(?<!\p{L})(?:(?:second|third|fourth|fifth|sixth|last|2nd|3rd|4th|5th) (?:time|call|message|visit|ticket|technician|replacement)|(?:two|three|four|five|six|ten|hundred|\d{1,3}|many) times|all (?:day|morning|afternoon|night)|on hold|already (?:told|said|did|sent|asked)|(?:told|said|asked|explained) (?:you|me|that|it)|one more time|every (?:single|time|day|month|week|night|evening)|same (?:answer|thing|story|problem|advice)|otra vez|cada vez|lo mismo)(?!\p{L})/giu;

/** Laying it at the company's door, or at the end of patience. */
export const BLAME =
  /(?<!\p{L})(?:you (?:people|guys|lot|clowns?|idiots?|never|always|keep|still|took|lost|charged|promised|said|told|blocked)|your (?:people|guy|guys|man|fault|mistake|error|so called|word)|(?:nobody|no one) (?:told|came|called|knows|answers|helps|cares)|supposed to|what (?:am i|did i|do i) pay(?:ing)?|(?:i['’]?m|i am) (?:done|gone|leaving|out)|had it|had enough|are you kidding|kidding me|give up|fed up|lied to|don['’]?t tell me|my lawyer|my attorney|sue)(?!\p{L})/giu;

/** Fear for money, home or health. */
export const ALARM =
  /(?<!\p{L})(?:omg|oh (?:my )?(?:god|no)|help me|please hurry|hurry|right now|emergency|scared|afraid|panic(?:king)?|freak(?:ing|ed) out|shaking|can['’]?t (?:sleep|breathe|afford)|hack(?:ed)?|someone (?:is|has|stole)|all my money)(?!\p{L})/giu;
