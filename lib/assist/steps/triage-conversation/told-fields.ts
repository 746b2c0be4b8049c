import type { RequiredField } from '../../../domain/intent';

/** Words in the order of the list as one test; a trailing `*` stands for any ending. Words stand alone: `ordered` has no `red`. */
const anyWord = (words: string): RegExp =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${words
      .split(',')
      .map((word) => word.trim().replaceAll(' ', String.raw`\s`).replace('*', String.raw`\p{L}{0,12}`))
      .join('|')})(?![\p{L}\p{N}])`,
    'iu',
  );

/** How customers say a field without naming it as an entity, in English and Spanish. Written for this project. */
const TOLD: Partial<Record<RequiredField, RegExp>> = {
  item: anyWord(
    'box, boxes, router, gateway, modem, phone, handset, mesh*, remote, cable, kit, card, sim, charger, adapter, camera, headset, caja, enrutador, teléfono, telefono, control, tarjeta, cargador, cámara',
  ),
  device: anyWord(
    'tablet*, ipad*, laptop*, computer*, pc, pcs, mac, phone, phones, android, tv, tvs, television*, box, console, playstation, printer, camera*, doorbell, speaker*, stick, watch, gateway, router, modem, mesh*, extender, terminal, remote, thermostat, sim, esim, e-sim, browser, chrome, safari, firefox, edge, every device, all devices, all my devices, one device, all of them, every one of them, everything, everywhere, wired, dishwasher, washer, dryer, fridge, oven, tableta*, portátil*, portatil*, computador*, ordenador*, celular*, móvil*, movil*, teléfono*, telefono*, tele, televisor*, televisión, impresora, cámara*, consola, enrutador, navegador, todos los dispositivos, todos los aparatos, en todo*, lavavajillas, lavadora, secadora',
  ),
  plan: anyWord('fiber, fibra, gig, plus, essentials, unlimited, lite, home care, 300, 500, ilimitado'),
  payment_method: anyWord(
    'card, cards, bank, cash, wallet, visa, mastercard, debit, credit card, autopay, paypal, check, tarjeta, banco, efectivo, débito, debito, domiciliación, transferencia',
  ),
  steps_tried: anyWord(
    'restart*, reboot*, reset*, unplug*, plugged, turned it off, turned off, switched it off, tried, checked, power cycl*, swapped, moved it, reinici*, desenchuf*, desconect*, apagu*, apagado, probé, probe, intent*, revis*',
  ),
  lights: anyWord(
    'light, lights, blink*, flash*, amber, orange, red, white, green, led, leds, dark, luz, luces, parpade*, naranja, rojo, roja, blanco, blanca, verde, ámbar',
  ),
  location: anyWord(
    'bedroom*, upstairs, downstairs, basement, attic, office, study, kitchen, garage, living room, hallway, garden, yard, floor, whole house, dormitorio, habitación, arriba, abajo, sótano, ático, oficina, cocina, garaje, sala, salón, patio, piso, toda la casa',
  ),
};

const NUMBERS =
  'a|an|one|two|three|four|five|six|seven|eight|nine|ten|a few|a couple of|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quince|veinte|unos|unas|\\d{1,2}';

/** A day that is still to come, told without a date: `in three days`, `any afternoon`, `the 14th`. */
const COMING_DAY = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:any|some|every|whatever|whichever)\s(?:other\s)?(?:day|time|date|morning|afternoon|evening|weekday|weekend)s?|anytime|as soon as (?:possible|you can)|asap|right away|straight away|immediately|today|tonight|tomorrow|(?:the )?(?:earliest|soonest|next available|first available|first slot|first one)|in (?:${NUMBERS}) (?:day|week|month)s?|(?:${NUMBERS}) (?:day|week|month)s? (?:later|from now|earlier|after|before)|(?:the|on|by|until|till|from|after|before) (?:the )?\d{1,2}(?:st|nd|rd|th)|(?:mornings|afternoons|evenings|weekends|weekdays)|(?:the )?end of (?:the |my |this )?(?:billing (?:period|cycle)|cycle|month|week|contract|year)|cualquier (?:d[ií]a|hora|momento|tarde)|lo antes posible|cuanto antes|ahora mismo|hoy|ma[ñn]ana|pasado ma[ñn]ana|(?:en|dentro de) (?:${NUMBERS}) (?:d[ií]as?|semanas?|mes(?:es)?)|por la (?:ma[ñn]ana|tarde|noche)|el (?:d[ií]a )?\d{1,2}|a fin(?:es)? de (?:mes|semana|a[ñn]o)|(?:el|la) (?:mes|semana|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo) que viene|la (?:pr[oó]xima|siguiente) semana)(?![\p{L}\p{N}])`,
  'iu',
);
/** A day that is over: `three days ago`, `since the 4th`. */
const PAST_DAY = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:${NUMBERS}) (?:day|week|month|year)s? (?:ago|back)|yesterday|last (?:night|week|month|year|\p{L}{3,6}day)|the other day|this morning|earlier today|since (?:the )?\d{1,2}(?:st|nd|rd|th)?|(?:on|the|by) (?:the )?\d{1,2}(?:st|nd|rd|th)|just now|today|hace (?:${NUMBERS}) (?:d[ií]as?|semanas?|mes(?:es)?)|ayer|anteayer|anoche|(?:la semana|el mes|el a[ñn]o) pasad[oa]|esta ma[ñn]ana|hoy|el (?:d[ií]a )?\d{1,2})(?![\p{L}\p{N}])`,
  'iu',
);
/** Words in a date that say it is over. */
const OVER =
  /(?<!\p{L})(?:ago|back|yesterday|last|since|past|hace|ayer|anteayer|anoche|pasad[oa])(?!\p{L})/iu;

/** A visit as people speak of one. */
export const VISIT =
  /(?<!\p{L})(?:visit|appointment|technician|engineer|installer|installation|plumber|electrician|repair ?(?:man|guy|person)?|(?:man|guy|someone|somebody|lady|person) (?:is |who['’]?s |who is )?coming|visita|cita|t[eé]cnico|instalador|instalaci[oó]n|reparaci[oó]n)(?!\p{L})/iu;

/** How an offer is taken up. */
const AGREED =
  /^\W{0,3}(?:(?:oh|ok|okay|yes|yeah|yep|sure|please|perfect|great|lovely|fine|s[ií]|vale|bueno|perfecto|claro)[\s,.!]{1,3}){0,3}(?:yes|yeah|yep|sure|please|perfect|great|lovely|fine|ok(?:ay)?|sounds good|that works|works|that['’]s (?:fine|good|great|perfect|grand)|(?:[\p{L}\d]+ ){1,4}(?:is|works|will do|would be|sounds) (?:for me |just )?(?:fine|good|great|grand|perfect|ok|okay|lovely|best)|let['’]?s do (?:it|that)|book (?:it|that)|s[ií]|vale|perfecto|de acuerdo|me (?:viene|va|queda) bien|claro)(?!\p{L})/iu;

/** Whether what was said tells a field that is no entity. `said` may be any case. */
export const tells = (field: RequiredField, said: string): boolean => TOLD[field]?.test(said) ?? false;

/** Whether a day that is still to come was told. */
export const tellsComingDay = (said: string): boolean => COMING_DAY.test(said);

/** Whether a day that is over was told. */
export const tellsPastDay = (said: string): boolean => PAST_DAY.test(said);

/** Whether the words of a date speak of a day that is over. */
export const isOver = (date: string): boolean => OVER.test(date);

/** Whether a message takes up what it answers. */
export const agrees = (message: string): boolean => AGREED.test(message.slice(0, 200));
