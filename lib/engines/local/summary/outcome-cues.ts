/** What a customer's message says about the last thing that was tried. */
export type Outcome = 'worked' | 'did not work' | 'unclear';

const FAILED =
  /\b(?:(?:did|does|do|has|have|is|was)(?:n['’]?t| not) (?:work|help|fix|change|solve|respond|load)\w{0,3}|(?:still|keeps?) (?:not|no|the same|nothing|isn['’]t|won['’]t|can['’]t|doesn['’]t|having|getting|happening|down|out|broken|slow|freez\w{0,3}|dropp\w{0,3})|(?:froze|freezes|freezing|drops?|dropped|crashe[sd]|stops|stopped|dies|died|goes|went)(?: \S{1,6})? (?:again|out)|it (?:froze|dropped|crashed|died|failed|broke)|still (?:red|amber|orange|blinking|frozen|offline|nothing)|last (?:two|three|few) times|no (?:luck|change|difference|joy)|same (?:thing|problem|issue|error|result)|nothing (?:happened|changed|works?)|not working|back again|made it worse|sigue (?:sin|igual|mal)|no funcion[oóa]|tampoco)/iu;
const WORKED =
  /\b(?:(?:that|it|this|everything|all)(?:['’]s| is| has)? (?:worked|works|working|fixed|sorted|solved|back|good now|did it|did the trick|helped|up again|online)|back (?:up|online|on|to normal)|(?:now|finally) works|works (?:now|again|fine|great)|working (?:now|again|fine)|problem solved|got (?:it|them)\b|came through|i(?:['’]?m| am) (?:in|online)\b|there (?:it|she|he) (?:is|goes)\b|(?:loading|loads|opens) (?:now|again|stuff|fine)|not (?:one|a single) drop|(?:solid )?white (?:now|light)|(?:way|much) better|changed it|took (?:a|the|my|their|his|her) (?:payment|card|code|password|pin)|(?:payment|card|order|call|text) went through|ya funciona|funcion[oó]|ya (?:qued[oó]|est[aá]|lleg[oó])|solucionado)/iu;
/** What may or may not work has not worked yet. */
const WHETHER = /\b(?:if|whether|see if|hope|hoping|when) (?:\S{1,12} ){0,4}\S{1,12}/giu;
/** What somebody is told to bring back is not back. */
const ORDERED_BACK = /\b(?:turn|switch|put|get|bring|set|hook) (?:\S{1,16} ){1,4}back\b/giu;
const GLAD =
  /\b(?:thank(?:s| you)|thx|cheers|perfect|great|awesome|brilliant|wonderful|appreciate|gracias|perfecto|excelente|genial)\b/iu;

/** A verdict stands early in a message; of a pasted document no more than this is read, in UTF-16 units. */
const READ = 4000;

/** Read failing first: "thanks, but it still does not work" did not work. */
export const outcomeOf = (whole: string): Outcome => {
  const text = whole.slice(0, READ);
  return FAILED.test(text)
    ? 'did not work'
    : WORKED.test(text.replace(WHETHER, ' ').replace(ORDERED_BACK, ' '))
      ? 'worked'
      : 'unclear';
};

export const isGlad = (text: string): boolean => GLAD.test(text) && !FAILED.test(text);
