import type { Script } from '@/lib/connectors/simulator/script';
import type { LiveFile } from './files/conversation-file';
import { readSeedFiles } from './files/seed-files';

/** The demo's live and ambient conversations as the simulator plays them, under the names of their customers. */
export const loadScripts = async (): Promise<Script[]> => {
  const { live, ambient, customers } = await readSeedFiles();
  const script =
    (kind: Script['kind']) =>
    ({ id, channel, customer: key, turns }: LiveFile): Script[] => {
      const customer = customers[key];
      return customer
        ? [
            {
              id,
              kind,
              channel,
              customer: { name: customer.name, email: customer.email, phone: customer.phone },
              turns,
            },
          ]
        : [];
    };
  return [...live.flatMap(script('live')), ...ambient.flatMap(script('ambient'))];
};
