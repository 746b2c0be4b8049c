import type { Question } from './questions';

type Row = readonly [text: string, intent: Question['intent'], ...articles: string[]];
const questions = (rows: readonly Row[]): Question[] =>
  rows.map(([text, intent, ...articles]) => ({ text, intent, articles }));

/** A word or three, as people type into a chat window. */
const SHORT = questions([
  ['late fee?', 'billing.fees-question', 'late-fees', 'fee-schedule'],
  ['double charged', 'billing.duplicate-charge', 'duplicate-charge'],
  ['payment declined', 'billing.payment-failed', 'payment-failed'],
  ['payment plan pls', 'billing.payment-arrangement', 'payment-arrangements'],
  ['need invoice pdf', 'billing.invoice-copy', 'invoice-copy'],
  ['bill too high', 'billing.bill-explanation', 'reading-your-bill', 'promotional-price-ended'],
  ['forgot password', 'account.sign-in-problem', 'sign-in-problems'],
  ['cancel everything', 'account.cancel-service', 'cancel-service', 'save-conduct'],
  ['moving house', 'account.move-home', 'move-home'],
  ['pause service', 'account.cancel-service', 'pause-service'],
  ['no signal', 'technical.mobile-problem', 'mobile-no-signal'],
  ['roaming?', 'technical.mobile-problem', 'mobile-roaming'],
  ['esim', 'technical.device-setup', 'sim-and-esim-activation'],
  ['voicemail broken', 'technical.mobile-problem', 'mobile-voicemail'],
  ['internet slow', 'technical.slow-internet', 'slow-internet-speeds', 'speed-test-on-cable'],
  ['no internet', 'technical.internet-down', 'no-internet-connection', 'outage-what-to-tell'],
  [
    'outage?',
    'technical.outage-status',
    'outage-what-to-tell',
    'outage-credit',
    'restore-times',
    'mass-outage-conduct',
  ],
  ['remote not pairing', 'technical.tv-problem', 'tv-remote-pairing'],
  ['missing channels', 'technical.tv-problem', 'tv-missing-channels'],
  ['recordings gone', 'technical.tv-problem', 'tv-recording'],
  ['factory reset', 'technical.device-setup', 'factory-reset'],
  [
    'amber light',
    'technical.equipment-fault',
    'gateway-lights',
    'no-internet-connection',
    'optical-terminal-alarm',
  ],
  ['wifi dead spot', 'technical.wifi-coverage', 'wifi-dead-zones', 'wifi-coverage', 'mesh-points'],
  ['where is my order', 'shipping.track-order', 'track-an-order', 'late-delivery'],
  ['express delivery cost', 'shipping.delivery-options', 'delivery-options'],
  ['refund status', 'returns.refund-status', 'refund-status'],
  ['exchange it', 'returns.exchange-item', 'exchange-an-item'],
  ['return window', 'returns.returns-policy', 'return-an-item'],
  ['tech no show', 'technical.visit-reschedule', 'missed-visit-window'],
  ['trip fee', 'billing.fees-question', 'trip-fee'],
  ['dishwasher leaking', 'technical.home-repair-visit', 'dishwasher-and-oven-repair'],
  ['dryer wont heat', 'technical.home-repair-visit', 'washer-and-dryer-repair'],
]);

/** Fingers faster than eyes. */
const MISSPELT = questions([
  ['my intenet keeps droping every nigth', 'technical.intermittent-connection', 'connection-drops'],
  ['how do i chnage my pasword', 'account.sign-in-problem', 'sign-in-problems', 'wifi-names-and-passwords'],
  [
    'wher is my pakage it says deliverd',
    'shipping.missing-package',
    'marked-delivered-not-received',
    'track-an-order',
  ],
  ['can i canel my contrct withuot a fee', 'account.cancel-service', 'cancel-service', 'price-lock'],
  ['the technitian didnt come', 'technical.visit-reschedule', 'missed-visit-window'],
  ['i was chargd twise', 'billing.duplicate-charge', 'duplicate-charge'],
  ['my fridg is not coolling', 'technical.home-repair-visit', 'refrigerator-repair'],
  ['autpay discont missing', 'billing.credit-or-discount-missing', 'missing-credit-or-discount'],
  ['wifi pasword on the stiker wont work', 'technical.device-setup', 'wifi-names-and-passwords'],
  ['refudn still not here', 'returns.refund-status', 'refund-status'],
  ['swich to a biger plan', 'account.change-plan', 'change-plan'],
  ['activte my new sim crad', 'technical.device-setup', 'sim-and-esim-activation'],
  ['extnded waranty on the gatway', 'technical.equipment-fault', 'device-warranty'],
  ['i smel gass', 'technical.home-repair-visit', 'gas-smell'],
]);

const SPANISH = questions([
  ['¿cuánto es el cargo por pago tardío?', 'billing.fees-question', 'late-fees', 'fee-schedule'],
  ['quiero pagar en plazos', 'billing.payment-arrangement', 'payment-arrangements'],
  ['mi tarjeta fue rechazada', 'billing.payment-failed', 'payment-failed'],
  ['me suspendieron el servicio, ¿cuánto tarda en volver?', 'billing.make-payment', 'suspension-and-restore'],
  ['necesito una copia de mi factura', 'billing.invoice-copy', 'invoice-copy'],
  ['el internet está muy lento', 'technical.slow-internet', 'slow-internet-speeds', 'speed-test-on-cable'],
  ['la luz del módem está roja', 'technical.equipment-fault', 'gateway-lights', 'optical-terminal-alarm'],
  [
    'no llega el wifi al segundo piso',
    'technical.wifi-coverage',
    'wifi-coverage',
    'wifi-dead-zones',
    'mesh-points',
  ],
  ['mi decodificador se congela', 'technical.tv-problem', 'tv-box-freezes'],
  ['no tengo señal en el celular', 'technical.mobile-problem', 'mobile-no-signal'],
  ['me voy a mudar, ¿puedo llevar el servicio?', 'account.move-home', 'move-home'],
  ['¿puedo cambiar la fecha de la visita del técnico?', 'technical.visit-reschedule', 'move-or-cancel-visit'],
  ['quiero devolver el teléfono que compré', 'returns.return-item', 'return-an-item'],
  ['¿dónde está mi reembolso?', 'returns.refund-status', 'refund-status'],
  ['mi paquete llegó dañado', 'returns.damaged-or-wrong-item', 'damaged-or-wrong-item'],
  ['huele a gas en la cocina', 'technical.home-repair-visit', 'gas-smell'],
  ['creo que hackearon mi cuenta', 'account.security-concern', 'account-takeover'],
  [
    '¿hay un corte en mi zona?',
    'technical.outage-status',
    'outage-what-to-tell',
    'mass-outage-conduct',
    'restore-times',
  ],
]);

/** Whole stories, of which one sentence is the question. */
const LONG = questions([
  [
    'Hi there, hope you are having a good day. I have been with you since we bought the house four years ago and mostly it has been fine, my wife works from home on Tuesdays and the kids are in school until three. Anyway, the reason I write is that this month I see a charge of eight dollars that says late fee and I am quite sure I paid on the day I always pay. Could you take that off?',
    'billing.dispute-charge',
    'late-fees',
    'missing-payment',
  ],
  [
    'So last Monday I ordered a gateway, then on Wednesday I got a text that it shipped, then nothing for days. My neighbour got his from another company in two days flat. I checked the tracking page this morning and it still says in transit, and the date you promised was yesterday. When is it going to come?',
    'shipping.late-delivery',
    'late-delivery',
    'track-an-order',
  ],
  [
    'We had a technician booked between 8 and 10. I took the morning off, which I do not get paid for, sat by the window, called twice, waited on hold, and nobody came and nobody called. What do you do for people when you miss the window?',
    'technical.visit-reschedule',
    'missed-visit-window',
  ],
  [
    'I am not very technical so bear with me. There are two boxes on the wall, the small one and the bigger one with the antennas. After the storm I unplugged both of them like the man on the radio said. Now I do not know which one has to go back in first and how long I should wait between them.',
    'technical.internet-down',
    'restart-order',
    'no-internet-connection',
  ],
  [
    'My mother is 81 and got a phone call from somebody who said he was from Larkspur and that her account would be closed unless she read him the code that came by text. She did not do it, thank goodness. Was that really you, and what should she do if it happens again?',
    'account.security-concern',
    'phishing',
    'account-takeover',
  ],
  [
    'We are splitting up and I am moving into a flat across town at the end of the month while she stays in the house. The contract is on my name. I would like my internet to come with me to the new address, and to know what the move costs and whether someone has to come out.',
    'account.move-home',
    'move-home',
  ],
  [
    'I cancelled in spring, put the gateway and both TV boxes in the carton you sent, dropped them at the shop on the corner, kept the receipt somewhere, and now there is a bill for equipment that was not returned. It is a lot of money for things I no longer have.',
    'billing.dispute-charge',
    'equipment-fee-rules',
    'return-rented-equipment',
  ],
  [
    'For about a week, always after dinner, everything slows to a crawl: the film stops, my son shouts from upstairs that his game is frozen, and by midnight it is fine again. I pay for the 500 plan. I did try it next to the gateway and it was the same. What should I check?',
    'technical.slow-internet',
    'slow-internet-speeds',
    'speed-test-on-cable',
    'lag-gaming-and-video-calls',
    'connection-drops',
  ],
  [
    'Our dishwasher was repaired by your man in March and worked until last night, when it stopped in the middle of a cycle and left water standing on the floor of the machine. Is that repair still covered, and can somebody come before the weekend, because we have guests?',
    'technical.home-repair-visit',
    'dishwasher-and-oven-repair',
    'book-a-visit',
  ],
  [
    'I would like to keep my number, which I have had for twenty years, but leave the company I am with now and come to you for mobile because I already have your fiber. How does that work, how long will I be without a phone, and do you need a code from them?',
    'technical.mobile-problem',
    'mobile-number-transfer',
  ],
]);

/** Said another way than any article says it. */
const REWORDED = questions([
  ['money left my bank but you say i owe it still', 'billing.missing-payment', 'missing-payment'],
  ['my bank sent the payment back', 'billing.payment-failed', 'payment-failed'],
  ['can you give me a bit more time to pay', 'billing.payment-arrangement', 'payment-arrangements'],
  ['you cut me off, i paid now, when am i back on', 'billing.make-payment', 'suspension-and-restore'],
  [
    'there is something on here i never bought',
    'billing.unrecognised-charge',
    'unrecognised-charge',
    'dispute-a-charge',
  ],
  ['do you take cash anywhere', 'billing.make-payment', 'ways-to-pay'],
  [
    'what do i lose if i leave before the year is over',
    'billing.fees-question',
    'price-lock',
    'cancel-service',
  ],
  ['i want out', 'account.cancel-service', 'cancel-service', 'save-conduct'],
  ['we are away for three months, no point paying', 'account.cancel-service', 'pause-service'],
  ['someone got into my account', 'account.security-concern', 'account-takeover'],
  ['who can see my data and how do i have it erased', 'account.privacy-request', 'close-account-and-privacy'],
  ['put my husband on the account too', 'account.manage-users', 'manage-users'],
  ['got a new phone number, please update', 'account.update-details', 'update-details'],
  ['game keeps stuttering online', 'technical.slow-internet', 'lag-gaming-and-video-calls'],
  ['the big box blinks and blinks', 'technical.equipment-fault', 'gateway-lights', 'optical-terminal-alarm'],
  ['doorbell camera refuses to connect to the 5 ghz', 'technical.device-setup', 'smart-home-2-4-ghz'],
  ['neighbours wifi interferes with mine', 'technical.wifi-coverage', 'wifi-channel', 'wifi-coverage'],
  ['black screen when i turn the telly on', 'technical.tv-problem', 'tv-picture-and-sound', 'tv-box-freezes'],
  ['watch on the tablet in the garden', 'technical.tv-problem', 'tv-on-other-screens'],
  ['phone shows sos only', 'technical.mobile-problem', 'mobile-no-signal'],
  ['pages take forever on my phone when i am out', 'technical.mobile-problem', 'mobile-data-slow'],
  [
    'when will you have it fixed in our street',
    'technical.outage-status',
    'restore-times',
    'outage-what-to-tell',
  ],
  ['compensation for two days without service', 'technical.outage-status', 'outage-credit'],
  [
    'box never turned up though the driver says he left it',
    'shipping.missing-package',
    'marked-delivered-not-received',
  ],
  ['changed my mind about the order', 'shipping.change-or-cancel-order', 'change-or-cancel-order'],
  ['do you sell in millbrook', 'general.availability-check', 'where-we-serve'],
  ['screen was smashed when i opened the parcel', 'returns.damaged-or-wrong-item', 'damaged-or-wrong-item'],
  ['when will the money be back on my card', 'returns.refund-status', 'refund-status'],
  [
    'the router is broken, who pays for a new one',
    'technical.equipment-fault',
    'device-warranty',
    'gateway-replacement',
  ],
  ['can the repair man come on saturday instead', 'technical.visit-reschedule', 'move-or-cancel-visit'],
]);

export const HARD: readonly Question[] = [...SHORT, ...MISSPELT, ...SPANISH, ...LONG, ...REWORDED];
