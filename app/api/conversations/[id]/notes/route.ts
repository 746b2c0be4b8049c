import { addNote as contract } from '@/lib/contracts/conversations';
import { route } from '@/lib/http/route';
import { addNote } from '@/lib/use-cases/add-note';

export const POST = route(contract, addNote);
