import { sendReply as contract } from '@/lib/contracts/conversations';
import { route } from '@/lib/http/route';
import { sendReply } from '@/lib/use-cases/send-reply';

export const POST = route(contract, sendReply);
