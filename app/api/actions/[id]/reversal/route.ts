import { previewReversal as preview, reverseAction as reverse } from '@/lib/contracts/actions';
import { route } from '@/lib/http/route';
import { previewReversal, reverseAction } from '@/lib/use-cases/reverse-action';

export const GET = route(preview, previewReversal);
export const POST = route(reverse, reverseAction);
