import { createStore } from './store';

/** connecting: not yet heard; live: the stream is open; lost: it was open and is being opened again. */
export type Connection = 'connecting' | 'live' | 'lost';

export const connection = createStore<Connection>('connecting');
