import { Desk } from '@/components/desk/desk';
import { requireUser } from '../require-user';

export const metadata = { title: 'Desk' };

export default async function DeskPage() {
  await requireUser('/desk');
  return <Desk title="Desk" views={['mine', 'waiting', 'open', 'closed']} />;
}
