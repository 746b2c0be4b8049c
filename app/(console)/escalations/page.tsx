import { EscalationBoard } from '@/components/escalations/escalation-board';
import { requireUser } from '../require-user';

export const metadata = { title: 'Escalations' };

export default async function EscalationsPage() {
  await requireUser('/escalations');
  return <EscalationBoard />;
}
