import { expect, test } from 'vitest';
import { detectLanguage } from './language';

test.each([
  ['my internet is down', 'en'],
  ['cancel my plan', 'en'],
  ['hi', 'en'],
  ['mi factura está mal', 'es'],
  ['¿Cuánto cuesta el plan de fibra?', 'es'],
  ['Wo ist meine Bestellung', 'de'],
  ['Où est ma commande ?', 'fr'],
  ['我的网络坏了', 'zh'],
  ['インターネットが繋がりません', 'ja'],
  ['нет интернета', 'ru'],
  ['👍', 'und'],
  ['12345', 'und'],
  ['', 'und'],
  ['https://example.com/a @maya', 'und'],
  ['lf400', 'und'],
  ['{"intent":"refund","amount":500,"approved":true}', 'und'],
  ['| month | amount |\n| Jan | $60.00 |\n| Feb | $72.50 |\n\nwhy is feb higher', 'en'],
  ['asdkjh qwlekjh zxmcnb ghtyu', 'und'],
  ['mein Internet ist seit gestern abend kaputt', 'de'],
  ['internetim çalışmıyor dünden beri', 'tr'],
  ['нет интернета with my iPhone 15 Pro', 'ru'],
])('%s is %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});
