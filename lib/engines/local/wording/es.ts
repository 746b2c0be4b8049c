import type { Wording } from './wording';

export const es: Wording = {
  empathy: {
    billing: 'Lamento mucho lo ocurrido. Sé que una factura que no cuadra es muy molesta.',
    technical: 'Lamento mucho lo ocurrido. Sé lo importante que es que todo funcione.',
    account: 'Lamento que este trámite haya sido tan complicado.',
    shipping: 'Lamento la espera y la preocupación por su pedido.',
    returns: 'Lamento que esto no haya salido como debía.',
    general: 'Lo lamento, y gracias por contármelo.',
  },
  opening: {
    billing: 'Gracias por su consulta.',
    technical: 'Gracias por avisarnos.',
    account: 'Con gusto le ayudo.',
    shipping: 'Gracias por escribir sobre su pedido.',
    returns: 'Con gusto le ayudo.',
    general: 'Gracias por su consulta.',
  },
  stillHere: [
    'Le entiendo, y sigo con su caso.',
    'Comprendo. Demos el siguiente paso.',
    'Tiene razón en querer que esto quede resuelto.',
  ],
  understood: 'Le entiendo.',
  greeting: 'Hola, gracias por escribir a Larkspur. ¿En qué puedo ayudarle?',
  clarify: 'Quiero ayudarle. ¿Puede contarme en pocas palabras qué necesita?',
  closing: {
    thanked: 'Con mucho gusto. ¿Hay algo más en lo que pueda ayudarle?',
    solved: 'Me alegra que haya quedado resuelto. ¿Hay algo más en lo que pueda ayudarle?',
  },
  outage: 'Hay una avería que afecta a su zona; no es un problema de su equipo.',
  knownIssue: 'Es un problema conocido en el que ya estamos trabajando; no es nada que usted haya hecho.',
  cause: (cause) => `La causa es ${cause}.`,
  restore: (when) => `Calculamos que quede resuelto ${when}.`,
  workaround: (what) => `Mientras tanto: ${what}`,
  beforeQuestion: 'Para ayudarle bien:',
  question: {
    invoice: '¿De qué factura se trata?',
    charge: '¿A qué cargo de la factura se refiere?',
    amount: '¿Cuál es el monto?',
    order: '¿Cuál es el número de pedido?',
    item: '¿De qué artículo se trata?',
    service: '¿De qué servicio se trata?',
    device: '¿De qué equipo se trata?',
    visit: '¿De qué visita se trata?',
    address: '¿Cuál es la dirección completa?',
    date: '¿De qué fecha hablamos?',
    plan: '¿De qué plan se trata?',
    line: '¿De qué línea o número se trata?',
    payment_method: '¿Cómo pagó, o cómo desea pagar?',
    email: '¿Qué correo electrónico debo usar?',
    phone: '¿Qué número de teléfono debo usar?',
    name: '¿A nombre de quién está?',
    symptom: '¿Qué es lo que ocurre exactamente?',
    steps_tried: '¿Qué ha probado hasta ahora, por ejemplo reiniciar el equipo?',
    lights: '¿De qué color es la luz, y está fija o parpadea?',
    location: '¿En qué parte de la casa ocurre?',
    quantity: '¿Cuántos?',
    reason: '¿Me podría decir el motivo?',
    identity: 'Para confirmar que es usted, ¿me da su nombre completo y dos datos de su cuenta?',
  },
  handOver: (team) =>
    `Voy a incorporar a ${team} para avanzar con su caso. Le paso todo lo que usted me ha contado, así no tendrá que repetirlo. Por favor, quédese conmigo mientras se une.`,
  handOverUnderWay: (team) =>
    `Ya lo he anotado para ${team}, así lo tendrá delante al unirse. Mientras tanto sigo aquí con usted.`,
  handOverInDanger: (team) =>
    `Por favor, ponga a todos a salvo ahora mismo: si el peligro está dentro de la casa, salgan sin tocar interruptores ni cables. Ya afuera, llame primero al número de emergencias. Le paso todo lo que me ha contado a ${team}; no nos espere para hacer esa llamada.`,
  stillInDanger:
    'Por favor, salgan ahora todos los que estén adentro; nada de lo que hay en la casa vale la espera. No toquen interruptores ni cables, y llame al número de emergencias en cuanto esté afuera.',
  outOfDanger: (team) =>
    `Qué bueno que ya están afuera. Por favor, quédense afuera hasta que los servicios de emergencia digan que es seguro, y llame al número de emergencias si nadie lo ha hecho. Todo lo que me ha contado ya lo tiene ${team}.`,
  team: {
    general: 'un compañero',
    billing: 'un compañero de facturación',
    technical: 'un compañero de soporte técnico',
    orders: 'un compañero del equipo de pedidos',
    retention: 'un compañero que se ocupa de planes y contratos',
    'enterprise-desk': 'nuestro equipo de empresas',
    'escalation-leads': 'un supervisor',
    'legal-desk': 'el equipo que atiende los asuntos formales',
    'security-desk': 'nuestro equipo de seguridad de cuentas',
    'safety-desk': 'nuestro equipo de emergencias',
    'care-desk': 'nuestro equipo de atención especial',
  },
  otherTeam: 'un compañero',
  offer: {
    'apply-credit': 'Estoy revisando qué puedo descontarle, y se lo confirmo antes de cambiar nada.',
    'refund-charge':
      'Estoy revisando ese pago para que pueda devolvérsele, y se lo confirmo cuando esté aprobado.',
    'reship-order': 'Puedo pedir que se le envíe uno nuevo. ¿Su dirección de entrega sigue siendo la misma?',
    'start-return': 'Puedo enviarle una etiqueta de devolución. ¿Se la envío?',
    'resend-confirmation': 'Puedo enviárselo al correo de su cuenta. ¿Se lo envío?',
    'update-contact': 'Puedo cambiarlo en cuanto confirme que es usted.',
    'change-plan': 'Puedo preparar el cambio, y nada cambia hasta que usted lo apruebe. ¿Lo preparo?',
    'run-line-test': 'Puedo probar su línea desde aquí. ¿Es buen momento?',
    'restart-service': 'Puedo reiniciar su servicio desde aquí. ¿Es buen momento?',
    'book-visit': 'Puedo reservarle la visita de un técnico. ¿Qué día le conviene?',
    'move-visit': 'Puedo cambiar la visita. ¿Qué día y a qué hora le conviene más?',
    'cancel-visit': 'Puedo cancelar esa visita. ¿La cancelo?',
    'waive-trip-fee':
      'Estoy revisando si corresponde el cargo por la visita, y se lo digo antes de cobrar nada.',
    'issue-coupon': 'Estoy revisando si esa oferta le corresponde.',
    'cancel-service':
      'Puedo preparar la cancelación, y antes le leo la fecha en que termina. ¿Sigo adelante?',
  },
  restart:
    'Por favor, desenchufe el gateway y la terminal óptica; después enchufe primero la terminal y luego el gateway.',
  account: {
    'shipping.track-order':
      'Su pedido es el {order.number}. La entrega está prevista para el {order.expected_date}.',
    'shipping.late-delivery':
      'Su pedido es el {order.number}. La entrega está prevista para el {order.expected_date}.',
    'shipping.missing-package': 'Tengo delante su pedido {order.number}.',
    'shipping.change-delivery-address': 'Tengo delante su pedido {order.number}.',
    'shipping.change-or-cancel-order': 'Tengo delante su pedido {order.number}.',
    'returns.refund-status': 'Tengo delante su devolución, del pedido {order.number}.',
    'returns.return-item': 'Tengo delante su pedido {order.number}.',
    'returns.damaged-or-wrong-item': 'Tengo delante su pedido {order.number}.',
    'billing.bill-explanation':
      'Su factura {invoice.number} suma {invoice.total} y vence el {invoice.due_date}. El cargo en cuestión es de {charge.amount}.',
    'billing.dispute-charge': 'Tengo delante su factura {invoice.number}, de {invoice.total}.',
    'billing.unrecognised-charge': 'Tengo delante su factura {invoice.number}, de {invoice.total}.',
    'billing.duplicate-charge': 'Tengo delante su factura {invoice.number}, de {invoice.total}.',
    'billing.make-payment': 'Su factura {invoice.number} suma {invoice.total} y vence el {invoice.due_date}.',
    'billing.payment-arrangement':
      'Su factura {invoice.number} suma {invoice.total}, con vencimiento el {invoice.due_date}.',
    'account.change-plan': 'Hoy tiene {service.plan}, a {service.price} al mes.',
    'technical.visit-reschedule':
      'Su visita {visit.number} está prevista para el {visit.date}, {visit.window}.',
    'technical.home-repair-visit':
      'Su visita {visit.number} está prevista para el {visit.date}, {visit.window}.',
  },
};
