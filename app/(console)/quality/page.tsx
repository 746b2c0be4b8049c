import { Desk } from '@/components/desk/desk';
import { requireUser } from '../require-user';

export const metadata = { title: 'Quality' };

export default async function QualityPage() {
  await requireUser('/quality');
  return <Desk title="Quality" views={['closed', 'open', 'waiting']} readOnly />;
}
