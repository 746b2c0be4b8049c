import { type Candidate, candidates } from './candidate';

const NOUN =
  'gateway|router|modem|mesh point|mesh|tv box|set[- ]top box|cable box|box|optical terminal|terminal|ont|extender|access point|hub|switch|receiver|remote|phone|tablet|laptop|printer|camera|thermostat|console|washer|dryer|dishwasher|refrigerator|fridge|oven';
/** A model code before or after what it is: `LF-400 gateway`, `router R7000`. */
const CODE = String.raw`[A-Z]{1,5}-?\d{1,5}[A-Z]{0,3}`;
const CODED = new RegExp(String.raw`(?<![\p{L}\d-])${CODE} (?:${NOUN})(?!\p{L})`, 'giu');
const NAMED = new RegExp(
  String.raw`(?<!\p{L})(?:${NOUN})(?: (?:is|model|a|an|the|number))*[ :]{1,2}(?<value>${CODE})(?![\p{L}\d-])`,
  'giu',
);
/** Two capitals and a number stand for a model unless the capitals start an id. */
const ALONE = /(?<![\p{L}\d-])(?!VI|KI|LK|PO|SO|WO|AC|ID|NO|AM|PM|UTF)[A-Z]{2}-\d{1,3}(?![\p{L}\d-])/gu;
const PRODUCT =
  /(?<!\p{L})(?:iphone|ipad|macbook|galaxy|pixel|oneplus|xperia|playstation|ps[345]|xbox|nintendo switch|chromecast|roku|fire ?stick|apple tv|apple watch|airpods|echo dot|nest (?:hub|mini|thermostat|wifi)|surface|kindle|chromebook|thinkpad|nighthawk|eero|orbi)(?: (?:\d{1,4}[a-z]{0,2}|[a-z]\d{1,3}|pro|max|plus|mini|air|ultra|one|series [xs]|se|tab|note|fold|flip|stick|express|ultra)(?![\p{L}\d])){0,4}/giu;

/** Models of devices: codes next to a word for a device, and names of well-known products. */
export const findDevices = (text: string): Candidate[] =>
  [CODED, NAMED, ALONE, PRODUCT].flatMap((pattern) => candidates('device', text, pattern));
