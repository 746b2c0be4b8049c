import type { ContactsSystem } from '../../actions/systems/contacts';
import type { Tx } from '../../db/handle';
import {
  addressStanding,
  canPutBack,
  changeAddress,
  isReachable,
  putAddressBack,
  queueMessage,
  readVerifiable,
} from '../../db/house/contacts';

/** Names, addresses and outgoing messages in our own tables. */
export const contactsIn = (tx: Tx): ContactsSystem => ({
  verifiable: (customerId) => readVerifiable(tx, customerId),
  standing: (customerId, kind, value) => addressStanding(tx, customerId, kind, value),
  change: (change, key) => changeAddress(tx, change, key),
  canPutBack: (customerId, kind, key) => canPutBack(tx, customerId, kind, key),
  putBack: (customerId, kind, key) => putAddressBack(tx, customerId, kind, key),
  reachable: (customerId, channel) => isReachable(tx, customerId, channel),
  send: (message, key) => queueMessage(tx, message, key),
});
