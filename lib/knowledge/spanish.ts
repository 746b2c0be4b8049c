import { ENGLISH_STOP_WORDS, SPANISH_STOP_WORDS } from './stop-words';

/** What customers write in Spanish and the English words an article would use. Other forms of a word are found by its stem. */
const GLOSSARY = `
factura: bill invoice | recibo: bill receipt | cobrar cobro: charge | cargo: charge | cargos: charge fee | pagar pago: pay payment | reembolso reembolsar: refund |
devolucion: return refund | devolver: return | dinero: money | doble dos veces: twice | tarifa: fee price | cuota: instalment fee | recargo multa mora: late fee | precio costo cuesta: price cost |
barato: price cheaper | caro: price higher | descuento: discount | promocion: promotional price | oferta: offer | credito: credit | saldo: balance | debito: bank account |
tarjeta: card | cuenta: account | banco: bank | plazos: instalment arrangement | prorroga: arrangement | vencimiento vence: due date | tarde retraso atrasado: late |
subio sube: higher | alta: higher | alto: higher | internet: internet | conexion conectar: connection connect | lento lenta: slow | velocidad: speed | red: network wifi | wifi: wifi |
senal: signal | corte: outage drop | cortar: drop | caida caido: outage down | apagon averia: outage | falla fallo: fault | funciona funcionar: working |
router enrutador modem: gateway | equipo aparato dispositivo: equipment device | luz: light | luces: light | rojo: red | ambar: amber | blanco: white | parpadea: blinking |
reiniciar: restart | restablecer: reset | contrasena clave: password | usuario: user | sesion: sign in | entrar: sign in | bloqueada: locked | correo: mail | telefono: phone |
numero: number | movil celular: mobile phone | television televisor tele: tv | canal canales: channel | pantalla: screen | imagen: picture | sonido: sound |
control mando: remote | grabacion grabar: recording | pedido orden: order | paquete: package | enviar envio: delivery ship | entrega entregado entregar: delivery delivered |
llegar llego llega: arrive received | recibir recibi: received | rastrear rastreo: track | direccion: address | domicilio: address | cancelar cancelacion: cancel | baja: cancel |
terminar: end cancel | contrato: contract | plan: plan | cambiar cambio: change | mudanza mudar: moving move | pausar pausa: pause | tecnico: technician | vino: come |
visita: visit | cita: visit | horario: hours | hora: hour | tienda: store | reparar reparacion arreglar: repair | lavadora: washer | secadora: dryer | nevera refrigerador: refrigerator |
horno: oven | lavavajillas: dishwasher | gas: gas | olor huele: smell | roto rota: broken damaged | danado: damaged | perdido perdi perder: lost | robar robo: stolen |
falta faltan: missing | garantia: warranty | etiqueta: label | hackear hackearon: takeover account | estafa fraude: phishing | abogado: lawyer legal | queja: complaint |
habitacion cuarto: room bedroom | sotano: basement | jardin: garden | casa: home | repetidor: mesh point | cobertura: coverage signal | extranjero viaje viajar: abroad roaming |
buzon: voicemail | chip: SIM | aplicacion: app | pagina: website | actualizar actualizacion: update | copia: copy | suspender suspendido: suspended | mes: month | olvide olvido: forgot |
apartamento: apartment | mala malo: bad | equivocado: wrong | error: error | promesa prometieron: promised | mensual: monthly | rechazada rechazar: declined | cajero: store | efectivo: cash
`;

const accentless = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');

const ENDINGS = [
  'aciones',
  'iciones',
  'amiento',
  'imiento',
  'aron',
  'ieron',
  'ando',
  'iendo',
  'arme',
  'arlo',
  'aste',
  'iste',
  'adas',
  'ados',
  'idas',
  'idos',
  'ones',
  'aba',
  'ada',
  'ado',
  'ida',
  'ido',
  'ar',
  'er',
  'ir',
  'an',
  'en',
  'on',
  'es',
  'as',
  'os',
  'a',
  'e',
  'o',
  's',
];

/** A Spanish word without accent, number, gender and the commonest verb endings: `factura`, `facturas` and `facturaron` are `factur`. */
export const spanishStem = (word: string): string => {
  const plain = accentless(word);
  const ending = ENDINGS.find((end) => plain.endsWith(end) && plain.length - end.length >= 3);
  return ending === undefined ? plain : plain.slice(0, plain.length - ending.length);
};

const ENGLISH_OF: ReadonlyMap<string, string> = new Map(
  GLOSSARY.split('|').flatMap((entry) => {
    const [spanish = '', english = ''] = entry.split(':');
    return spanish
      .trim()
      .split(/\s+/u)
      .flatMap((word): [string, string][] => [
        [word, english.trim()],
        [spanishStem(word), english.trim()],
      ]);
  }),
);

/** Whether lower-case words read as Spanish: they hold more of its small words than of English ones. */
export const readsAsSpanish = (words: readonly string[]): boolean => {
  let spanish = 0;
  let english = 0;
  for (const word of words) {
    if (SPANISH_STOP_WORDS.has(word)) spanish++;
    if (ENGLISH_STOP_WORDS.has(word)) english++;
  }
  return (
    spanish > english ||
    (spanish === 0 && english === 0 && words.length > 0 && words.every((word) => ENGLISH_OF.has(word)))
  );
};

/** English words for a Spanish one; undefined when the glossary has none. */
export const englishFor = (word: string): readonly string[] | undefined => {
  const plain = accentless(word);
  const english = ENGLISH_OF.get(plain) ?? ENGLISH_OF.get(spanishStem(plain));
  return english?.split(/[\s-]+/u);
};
