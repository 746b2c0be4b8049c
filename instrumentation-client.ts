import { config } from 'zod';

// Zod tries whether it may compile its checks, which the content policy refuses and the browser reports. Next loads
// this file before any schema is made.
config({ jitless: true });
