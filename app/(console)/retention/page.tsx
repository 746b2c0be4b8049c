import { RetentionBoard } from '@/components/retention/retention-board';
import { requireUser } from '../require-user';

export const metadata = { title: 'Retention' };

export default async function RetentionPage() {
  await requireUser('/retention');
  return <RetentionBoard />;
}
