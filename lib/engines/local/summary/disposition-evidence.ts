import type { IntentId } from '@/lib/domain/intent';

/** What shows that something happened, in the words reps use when they say it is done. Later evidence in a talk counts more. */
export const EVIDENCE: readonly { second: string; said: RegExp }[] = [
  { second: 'credit-applied', said: /\b(?:credit(?:ed|s)?\b|acredit)/iu },
  {
    second: 'refund-sent',
    said: /\b(?:refund(?:ed|ing)|refund (?:is|has|goes|went|of)|back (?:to|on) (?:your|the) (?:card|account|bank)|money back|reembols)/iu,
  },
  {
    second: 'fee-waived',
    said: /\b(?:waiv\w{1,3}|(?:taken|took|taking) (?:it|that|the \S{1,12}(?: \S{1,12}){0,2}) off|removed the \S{0,12} ?fee|recargo ya est)/iu,
  },
  { second: 'arrangement-set', said: /\b(?:arrangement|instal?ments?|in three payments|split (?:it|the))/iu },
  {
    second: 'payment-taken',
    said: /\b(?:payment (?:went|has gone|came) through|paid in full|(?:just |has |payments? )post(?:s|ed)|bill is (?:now )?paid|took (?:the|your) payment|payment of \S{1,12} (?:is|has))/iu,
  },
  {
    second: 'payment-found',
    said: /\b(?:found (?:the|your) payment|payment (?:is|was) (?:here|there|found))/iu,
  },
  {
    second: 'method-updated',
    said: /\b(?:(?:new|your) card is (?:saved|set|on file)|autopay is (?:now|set|on)|payment method)/iu,
  },
  { second: 'copy-sent', said: /\b(?:pdfs?|cop(?:y|ies))\b/iu },
  { second: 'dispute-opened', said: /\bdisput\w{0,3}\b.{0,40}\b(?:open|raised|logged|filed|review)/iu },
  { second: 'outage-confirmed', said: /\b(?:outage|aver[ií]a|fiber cut|out-\d{3,6})\b/iu },
  { second: 'known-issue-noted', said: /\bknown (?:issue|problem|fault)/iu },
  { second: 'visit-cancelled', said: /\bvisit\b.{0,30}\bcancell?ed/iu },
  {
    second: 'order-changed',
    said: /\b(?:(?:changed|updated) (?:the|your) (?:order|address|delivery)|va a \d|se puede cambiar)/iu,
  },
  { second: 'claim-opened', said: /\bclaim\b/iu },
  {
    second: 'refund-tracked',
    said: /\b(?:refund\b.{0,60}\b(?:issued|left|arrive|posted|days)|(?:received it|we received)\b.{0,80}\bsent)/iu,
  },
  { second: 'order-placed', said: /\border (?:is|has been) placed|placed (?:the|your) order/iu },
  { second: 'complaint-recorded', said: /\bcomplaint\b/iu },
  { second: 'privacy-request-opened', said: /\b(?:privacy|data) request\b/iu },
  { second: 'transferred', said: /\btransferr/iu },
  {
    second: 'visit-booked',
    said: /\b(?:visit|technician|appointment)\b.{0,40}\b(?:booked|scheduled)|\bbooked\b|\bvisit number is\b|\bit['’]s visit\b|\b(?:the )?earliest (?:i|we) have\b|\b(?:i|we)(?:['’]ve got| have) (?:tomorrow|(?:the )?day after|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iu,
  },
  { second: 'visit-moved', said: /\b(?:moved\b|rescheduled|same (?:visit )?number)/iu },
  {
    second: 'restarted',
    said: /\b(?:(?:please|could you|can you|let['’]s|then|try) (?:\S{1,12} ){0,3}(?:restart|reboot|unplug)|^(?:restart|reboot|unplug)|(?:i|we)(?:['’]ve| have)? restarted|leave (?:it|them|both) off|both off)/imu,
  },
  {
    second: 'fixed-remotely',
    said: /\b(?:changed the channel|fixed (?:it|that)|reset (?:it|your)|corrected|line (?:is|looks) (?:clean|fine|good))/iu,
  },
  {
    second: 'equipment-shipped',
    said: /\b(?:sending you an? (?!replacement)|new (?:gateway|box|point)\b.{0,30}\b(?:ship|sent|way|today|tomorrow)|is on its way|ships? (?:today|tomorrow)|ordered\b.{0,60}\bdelivery|^ordered)/imu,
  },
  {
    second: 'device-replaced',
    said: /\b(?:replac(?:ed|ing)|swap(?:ped)?|sending you a replacement|send you (?:a new one|an? \S{2,10} instead))/iu,
  },
  { second: 'replacement-shipped', said: /\b(?:replacements?|new one (?:ships|goes|is))\b/iu },
  { second: 'exchange-started', said: /\bexchang/iu },
  { second: 'return-started', said: /\b(?:return label|prepaid label|return is (?:set|started|open))/iu },
  { second: 'reshipped', said: /\b(?:reship\w{0,4}|sent again|new one (?:ships|goes))/iu },
  { second: 'order-cancelled', said: /\border\b.{0,30}\bcancel/iu },
  {
    second: 'hold-for-pickup',
    said: /\b(?:pick-?up point\b.{0,30}\b(?:set|booked|redirected|now)|(?:holding|held|hold) it\b|asked (?:them|the carrier) to hold)/iu,
  },
  { second: 'tracked', said: /\b(?:tracking|it shipped|has shipped)\b/iu },
  {
    second: 'plan-changed',
    said: /\b(?:(?:changed|moved|switched) (?:you|your plan)|new plan|plan is (?:now|changed)|you['’]re on \p{Lu}|line['’]s added|(?:it['’]s|is) (?:off|on) as of)/iu,
  },
  {
    second: 'cancelled',
    said: /\b(?:service|account|it) (?:is|will be|has been) (?:cancelled|canceled|closed)|within \S{1,4} days of the end date/iu,
  },
  {
    second: 'retained',
    said: /\b(?:glad you(?:['’]re| are) staying|stay(?:ing)? with us|nothing changes now)/iu,
  },
  { second: 'paused', said: /\bpaus/iu },
  { second: 'move-booked', said: /\b(?:move (?:is|has been) booked|transfer date)/iu },
  { second: 'user-added', said: /\b(?:added (?:him|her|them|as)|as an? (?:authorised|authorized) user)/iu },
  {
    second: 'details-updated',
    said: /\b(?:updated|changed) (?:your|the) (?:name|email|e-mail|address|details|number|phone)/iu,
  },
  { second: 'access-restored', said: /\b(?:unlocked|reset link|signed? (?:back )?in|sent to \S{1,40}@)/iu },
  { second: 'secured', said: /\b(?:secured|signed out everywhere|security (?:team|desk))/iu },
  { second: 'verified', said: /\b(?:verified|that all matches)/iu },
  { second: 'account-created', said: /\baccount (?:is|has been) (?:created|ready|open)/iu },
  { second: 'unsubscribed', said: /\b(?:unsubscribed|off (?:the|our) (?:mailing )?list)/iu },
  {
    second: 'feedback-recorded',
    said: /\b(?:pass(?:ed|ing)? (?:it|this|that|your)|feedback|(?:it['’]s gone|goes) to (?:him|her|them))/iu,
  },
  { second: 'quote-given', said: /\b(?:a month|per month|quote)\b/iu },
];

/** A rep saying that something is done, whatever it is. */
export const DONE =
  /\b(?:all set|done|booked|moved|added|changed|updated|ready|confirmed|matches|noted|cancell?ed|created|sent|unlocked|unsubscribed|removed|started|went through|listo|hecho|qued[oó])\b/iu;

/** What answering an intent comes to when nothing had to be done. */
export const ANSWERED: Readonly<Record<IntentId, string>> = {
  'general.contact-and-hours': 'info-given',
  'general.availability-check': 'info-given',
  'general.plans-and-quotes': 'quote-given',
};

/** What handling an intent comes to once a rep says that it is done. */
export const USUAL: Readonly<Record<IntentId, string>> = {
  'billing.make-payment': 'payment-taken',
  'billing.payment-failed': 'payment-taken',
  'billing.missing-payment': 'payment-found',
  'billing.payment-arrangement': 'arrangement-set',
  'billing.payment-method': 'method-updated',
  'billing.duplicate-charge': 'refund-sent',
  'billing.credit-or-discount-missing': 'credit-applied',
  'billing.invoice-copy': 'copy-sent',
  'technical.visit-reschedule': 'visit-moved',
  'technical.home-repair-visit': 'visit-booked',
  'technical.equipment-fault': 'device-replaced',
  'shipping.track-order': 'tracked',
  'shipping.missing-package': 'reshipped',
  'shipping.change-or-cancel-order': 'order-cancelled',
  'shipping.change-delivery-address': 'order-changed',
  'returns.exchange-item': 'exchange-started',
  'returns.return-item': 'return-started',
  'returns.damaged-or-wrong-item': 'replacement-shipped',
  'account.move-home': 'move-booked',
  'account.manage-users': 'user-added',
  'account.update-details': 'details-updated',
  'account.create-account': 'account-created',
  'account.sign-in-problem': 'access-restored',
  'account.verification-problem': 'verified',
  'account.change-plan': 'plan-changed',
  'account.security-concern': 'secured',
  'account.change-pin-or-security': 'secured',
  'account.privacy-request': 'privacy-request-opened',
  'general.newsletter': 'unsubscribed',
  'general.complaint': 'complaint-recorded',
  'general.feedback-or-praise': 'feedback-recorded',
};
