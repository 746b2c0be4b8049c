import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findEntities } from './entities';
import { luhn } from './entities/cards';

const found = (text: string, locale?: string): string[] =>
  findEntities(text, locale).map(({ type, value }) => `${type} ${value}`);

describe('ids', () => {
  test.each([
    ['where is order #12588', 'order_id #12588'],
    ['cancel purchase 00123842 please', 'order_id 00123842'],
    ['the order with number 732201349959', 'order_id 732201349959'],
    ['my ordre 99812345 is late', 'order_id 99812345'],
    ['mi pedido número 5543210', 'order_id 5543210'],
    ['ORD-73015524 has not moved', 'order_id ORD-73015524'],
    ['5543210 is my order number', 'order_id 5543210'],
    ['get invoice #85632', 'invoice_id #85632'],
    ['bill 12345 is wrong', 'invoice_id 12345'],
    ['INV-2026-118204', 'invoice_id INV-2026-118204'],
    ['my appointment VIS-58213', 'visit_id VIS-58213'],
    ['account number is LK-204518', 'account_number LK-204518'],
    ['acct no. 99120034', 'account_number 99120034'],
  ])('%s', (text, expected) => {
    expect(found(text)).toContain(expected);
  });
  test('ids in a row', () => {
    expect(found('orders 123456, 123457 and 123458')).toEqual([
      'order_id 123456',
      'order_id 123457',
      'order_id 123458',
    ]);
  });
  test.each(['in order to pay', 'order 2 routers', 'a bill of 2024', 'order from 2023', 'billing'])(
    '%s names none',
    (text) => {
      expect(found(text).filter((entity) => /_id|account/.test(entity))).toEqual([]);
    },
  );
});

describe('cards and bank accounts', () => {
  test.each([
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '4111111111111111',
    '378282246310005',
    '4111 1111 1111 1111 12/27',
  ])('%s', (text) => {
    expect(found(`my card ${text}`)[0]).toMatch(/^credit_card/);
  });
  test('an order number that passes the card check is an order number', () => {
    expect(luhn('4111111111111111')).toBe(true);
    expect(found('order 4111111111111111')).toEqual(['order_id 4111111111111111']);
  });
  test.each(['4111111111111112', '1234567812345678', '0000000000000000'])('%s is no card', (text) => {
    expect(found(`number ${text}`).filter((entity) => entity.startsWith('credit_card'))).toEqual([]);
  });
  test('bank accounts pass the check of their country', () => {
    expect(found('GB29 NWBK 6016 1331 9268 19 please')).toEqual(['iban GB29 NWBK 6016 1331 9268 19']);
    expect(found('gb29nwbk60161331926819')).toEqual(['iban gb29nwbk60161331926819']);
    expect(found('GB28NWBK60161331926819')).toEqual([]);
  });
  test('one changed digit never passes the card check', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const digits = [...'4111111111111111'];
        digits[place] = String((Number(digits[place]) + by) % 10);
        expect(luhn(digits.join(''))).toBe(false);
      }),
    );
  });
});

describe('ways to reach someone', () => {
  test.each([
    ['write to ana.lopez+x@mail.example.com.', 'email ana.lopez+x@mail.example.com'],
    ['ana at example dot com', 'email ana at example dot com'],
    ['call (406) 555-0112', 'phone (406) 555-0112'],
    ['call me at 406.555.0112', 'phone 406.555.0112'],
    ['my number is 4065550112', 'phone 4065550112'],
    ['+44 20 7946 0958', 'phone +44 20 7946 0958'],
    ['phone: 72 128 827', 'phone 72 128 827'],
    ['ip is 192.168.0.14', 'ip 192.168.0.14'],
    ['from 2001:db8::ff00:42:8329', 'ip 2001:db8::ff00:42:8329'],
    ['ssn 536-22-1234', 'ssn 536-22-1234'],
    ['zip code 00411', 'zip 00411'],
    ['ZIP: 394 13', 'zip 394 13'],
    ['I live at 12 Mill Road', 'address 12 Mill Road'],
    [
      'ship it to 4410 N Elm Street Apt 5, Fenwick, MT 59001',
      'address 4410 N Elm Street Apt 5, Fenwick, MT 59001',
    ],
    ['P.O. Box 186', 'address P.O. Box 186'],
    ['my name is Maya Ortiz', 'person Maya Ortiz'],
    ['my name is maya and it is slow', 'person maya'],
    ['Mr. Jones called', 'person Jones'],
  ])('%s', (text, expected) => {
    expect(found(text)).toContain(expected);
  });
  test('national numbers are read as the locale has them', () => {
    expect(found('ring 020 7946 0958', 'en-GB')).toEqual(['phone 020 7946 0958']);
  });
  test.each([
    'version 1.2.3.4 of the app',
    '10:30',
    'a 3 1 2',
    '5 minutes on the road',
    'my name is wrong',
    'Thank You',
    'I am Very Angry',
  ])('%s names nobody', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('people', () => {
  test.each([
    ['please ask Giulia about it', 'Giulia'],
    ['Henrik Solberg said he would come', 'Henrik Solberg'],
    ['the bill is for Amadou Diallo', 'Amadou Diallo'],
    ['I spoke to Ewa K. Nowak twice', 'Ewa K. Nowak'],
    ['Hi Ingrid, thanks', 'Ingrid'],
    ["that is Zoltan Varga's account", 'Zoltan Varga'],
    ['Quenby Ashdown, the installer, left early', 'Quenby Ashdown'],
    ['please follow up with Vyom Thakrel tomorrow', 'Vyom Thakrel'],
    ['our owners: Rhode, Vasquez and Tolm', 'Tolm'],
    ['olga markova wrote this', 'olga markova'],
    ['Still no internet.\n\nTorvin Aske', 'Torvin Aske'],
    ['Petra: is it on?\nMilo: no', 'Milo'],
  ])('%s', (text, name) => {
    expect(found(text)).toContain(`person ${name}`);
  });
  test.each([
    'Contact Details',
    'My Refund',
    'Good Morning',
    'I love Apple Music',
    'it works in New York and San Francisco',
    'Home Care and Fiber Essentials',
    'Problem: no signal\nDevice: gateway',
    "I'll call the Billing Team",
    'the Consumer Financial Bureau',
    'Mark my words, it may rain in June',
    'What a Reason',
    'Danger: high voltage',
  ])('%s names nobody', (text) => {
    expect(found(text).filter((entity) => entity.startsWith('person'))).toEqual([]);
  });
});

describe('addresses', () => {
  test.each([
    ['send it to 14 Larch Close', '14 Larch Close'],
    ['Ich wohne Lindenstraße 12, 50667 Köln', 'Lindenstraße 12, 50667 Köln'],
    ['via Garibaldi 7 is my place', 'via Garibaldi 7'],
    ['calle Mayor 31, Madrid', 'calle Mayor 31, Madrid'],
    ['ship to 77 Orchard Rd Unit 4B, Fenwick, MT 59001 please', '77 Orchard Rd Unit 4B, Fenwick, MT 59001'],
    [
      'We are at 310 Kestrel Brook\n Suite 12\n Port Ellery\n 00432',
      '310 Kestrel Brook\n Suite 12\n Port Ellery\n 00432',
    ],
    ['P.O. Box 88', 'P.O. Box 88'],
    ['12 Mill Road, Fenwick', '12 Mill Road, Fenwick'],
  ])('%s', (text, address) => {
    expect(found(text)).toContain(`address ${address}`);
  });
  test.each([
    'I bought a 10 mesh point kit',
    'the 5 GHz network close to me',
    'it works via 3G',
    '20 min ago, no food',
    'a 2 hour drive',
    'placed before 2 pm ship the same day',
    '12 Mill stones',
  ])('%s names none', (text) => {
    expect(found(text).filter((entity) => entity.startsWith('address'))).toEqual([]);
  });
  test('a sentence after a street is no town', () => {
    expect(found('I live at 12 Mill Road, Tom is home')).toContain('address 12 Mill Road');
  });
});

test('what repeats without end is read in linear time', () => {
  for (const unit of [
    '12 Mill Road, ',
    'Anna ',
    'Anna, ',
    '1 A ',
    '\n, ',
    'Apt 1\n',
    '12 de la ',
    'Anna: x\n',
    'ul. ',
  ])
    expect(() => findEntities(unit.repeat(5000))).not.toThrow();
});

test.each([
  ['my LF-400 gateway', 'device LF-400 gateway'],
  ['the LT-4 is frozen', 'device LT-4'],
  ['netgear router R7000', 'device R7000'],
  ['iPhone 12 Pro', 'device iPhone 12 Pro'],
])('device: %s', (text, expected) => {
  expect(found(text)).toContain(expected);
});

test('amounts and dates keep their order', () => {
  expect(found('paid $160 on March 3, 2026 and 299 dollars yesterday')).toEqual([
    'amount $160',
    'date March 3, 2026',
    'amount 299',
    'date yesterday',
  ]);
});

test('digits of other scripts and typographic dashes are read in place', () => {
  expect(findEntities('call ４０６–555–0112')).toEqual([
    { type: 'phone', value: '４０６–555–0112', start: 5, end: 17 },
  ]);
});

test('nothing overlaps and every value stands where it is said to', () => {
  const parts = fc.constantFrom(
    'order',
    '#',
    '4111111111111111',
    '406-555-0112',
    '$8',
    'Mr. Jones',
    ' ',
    '.',
    'a@b.co',
    '12 Mill Road',
    'March 3',
    '192.168.0.1',
    'zip 00411',
    '人',
    '🙂',
    '-',
  );
  fc.assert(
    fc.property(
      fc
        .array(fc.oneof(parts, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 20 })
        .map((list) => list.join(' ')),
      (text) => {
        let before = 0;
        for (const { start, end, value } of findEntities(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(text.slice(start, end)).toBe(value);
          before = end;
        }
      },
    ),
  );
});
