import type { Wording } from './wording';

export const en: Wording = {
  empathy: {
    billing: "I'm sorry about this. A bill that isn't right is the last thing you need.",
    technical: "I'm sorry about this. I know how much depends on it working.",
    account: "I'm sorry this has been so hard to get done.",
    shipping: "I'm sorry about the wait and the worry about your order.",
    returns: "I'm sorry this hasn't gone the way it should.",
    general: "I'm sorry, and thank you for telling me.",
  },
  opening: {
    billing: 'Thanks for asking about this.',
    technical: 'Thanks for letting me know.',
    account: 'Happy to help with that.',
    shipping: 'Thanks for checking in about your order.',
    returns: 'Thanks for getting in touch about this.',
    general: 'Thanks for asking.',
  },
  stillHere: [
    "I hear you, and I'm still on this.",
    "I understand. Let's take the next step.",
    "You're right to want this settled.",
  ],
  understood: 'I understand.',
  greeting: "Hello, you've reached Larkspur. What can I help you with today?",
  clarify: 'I want to help. Could you tell me in a few words what you need?',
  closing: {
    thanked: "You're very welcome. Is there anything else I can help with?",
    solved: "I'm glad that's sorted. Is there anything else I can help with?",
  },
  outage: "There's an outage that reaches your address, so this isn't something at your end.",
  knownIssue: "This is a problem we know of and our team is on it, so it isn't anything you did.",
  cause: (cause) => `The cause: ${cause}.`,
  restore: (when) => `We expect it to be back ${when}.`,
  workaround: (what) => `Here is what helps until then: ${what}`,
  beforeQuestion: 'So that I get this right:',
  question: {
    invoice: 'Which bill is this about?',
    charge: 'Which line on the bill do you mean?',
    amount: 'What is the amount?',
    order: 'What is the order number?',
    item: 'Which item is this about?',
    service: 'Which service is this about?',
    device: 'Which device is this about?',
    visit: 'Which visit is this about?',
    address: 'Which address is this about?',
    date: 'Which date suits you, or when did it happen?',
    plan: 'Which plan do you have in mind?',
    line: 'Which line or number is this about?',
    payment_method: 'How did you pay, or how would you like to pay?',
    email: 'Which email address should I use?',
    phone: 'Which phone number should I use?',
    name: 'What name is it under?',
    symptom: 'What exactly happens?',
    steps_tried: 'What have you tried so far?',
    lights: 'What color is the light, and is it steady or blinking?',
    location: 'Where in your home does it happen?',
    quantity: 'How many?',
    reason: 'May I ask for the reason?',
    identity: 'To check it is you: your full name and two details of your account, please.',
  },
  handOver: (team) =>
    `I'm bringing in ${team}, who can take this further. I'm passing on everything you've told me, so you won't have to repeat it. Please stay with me while they join.`,
  handOverUnderWay: (team) =>
    `I've added that for ${team}, so it's in front of them when they join. I'm staying with you until then.`,
  handOverInDanger: (team) =>
    `Please get everyone to safety now: leave the house if the danger is inside, and don't touch switches or wires on the way. Once you're out, call the emergency number first. I'm passing everything you've told me to ${team}, so don't wait for us before you make that call.`,
  stillInDanger:
    "Please go out now with everyone who's in there; nothing inside is worth waiting for. Don't touch switches or wires, and call the emergency number once you're outside.",
  outOfDanger: (team) =>
    `I'm glad you're out. Please stay outside until the emergency services tell you it's safe, and call the emergency number if nobody has yet. ${team.charAt(0).toUpperCase()}${team.slice(1)} has everything you've told me.`,
  team: {
    general: 'a colleague',
    billing: 'a colleague from billing',
    technical: 'a colleague from technical support',
    orders: 'a colleague from our orders team',
    retention: 'a colleague who looks after plans and contracts',
    'enterprise-desk': 'our enterprise desk',
    'escalation-leads': 'a team lead',
    'legal-desk': 'the team that handles formal matters',
    'security-desk': 'our security team',
    'safety-desk': 'our safety team',
    'care-desk': 'our care team',
  },
  otherTeam: 'a colleague',
  offer: {
    'apply-credit': "I'm checking what I can take off for you, and I'll confirm it before anything changes.",
    'refund-charge':
      "I'm checking that payment so it can go back to you, and I'll confirm it once it's approved.",
    'reship-order': 'I can arrange for a new one to be sent. Is your delivery address still the same?',
    'start-return': 'I can send you a return label. Shall I?',
    'resend-confirmation': 'I can send that to the email on your account. Shall I?',
    'update-contact': 'I can change that for you once I have checked that it is you.',
    'change-plan': 'I can set up the change, and nothing happens until you say yes. Shall I?',
    'run-line-test': 'I can test your line from here. Is now a good moment?',
    'restart-service': 'I can restart your service from here. Is now a good moment?',
    'book-visit': 'I can book a technician for you. Which day suits you?',
    'move-visit': 'I can move the visit. Which day and time would suit you better?',
    'cancel-visit': 'I can cancel that visit for you. Shall I?',
    'waive-trip-fee':
      "I'm checking whether the trip fee applies, and I'll tell you before anything is charged.",
    'issue-coupon': "I'm checking whether that offer applies to you.",
    'cancel-service':
      'I can set up the cancellation, and I will read the end date back to you first. Shall I go ahead?',
  },
  restart:
    'Please unplug the gateway and the optical terminal, then plug in the terminal first and the gateway after it.',
  account: {
    'shipping.track-order': 'Your {order.item}, order {order.number}, is {order.status}.',
    'shipping.late-delivery':
      'Your {order.item}, order {order.number}, is {order.status}. It is expected on {order.expected_date}.',
    'shipping.missing-package': 'I see order {order.number}, your {order.item}, marked as {order.status}.',
    'shipping.change-delivery-address': 'Order {order.number}, your {order.item}, is {order.status}.',
    'shipping.change-or-cancel-order': 'Order {order.number}, your {order.item}, is {order.status}.',
    'returns.refund-status': 'I have your return here: the {order.item} from order {order.number}.',
    'returns.damaged-or-wrong-item': 'I have your order {order.number} open, the {order.item}.',
    'billing.bill-explanation':
      'Bill {invoice.number} comes to {invoice.total} and is due on {invoice.due_date}. The line in question is {charge.label}, {charge.amount}.',
    'billing.dispute-charge': 'I have bill {invoice.number} open.',
    'billing.duplicate-charge': 'I have bill {invoice.number} open, for {invoice.total}.',
    'billing.make-payment':
      'Bill {invoice.number} comes to {invoice.total} and is due on {invoice.due_date}.',
    'billing.payment-arrangement':
      'Bill {invoice.number} comes to {invoice.total} and was set to be due on {invoice.due_date}.',
    'technical.visit-reschedule': 'Your visit {visit.number} is set for {visit.date}, {visit.window}.',
    'technical.home-repair-visit': 'Your visit {visit.number} is set for {visit.date}, {visit.window}.',
  },
};
