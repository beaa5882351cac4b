import type { ConnectionStatus, SupportStep } from '@botize/contract';
import { Check, Hourglass, Pause, RefreshCw } from 'lucide-react';
import { useSupportCopy } from './support-copy.tsx';

const icons = { connected: Check, needs_reconnect: RefreshCw, suspended: Pause };

/** The number of the wizard's step that a sign-in stands at; those that have ended stand at none. */
const numbers: Partial<Record<SupportStep, number>> = {
  credentials: 1,
  phone: 2,
  code: 3,
  email: 3,
  password: 4,
  confirm_account: 5,
};

export function StatusBadge({ status }: { status: ConnectionStatus }) {
  const { common } = useSupportCopy();
  const Icon = icons[status];
  return (
    <span className={`badge badge-${status}`}>
      <Icon /> {common.status[status]}
    </span>
  );
}

/** Dashed: somebody is trying now. It is never a status. */
export function StepBadge({ step }: { step: SupportStep }) {
  const { common } = useSupportCopy();
  return (
    <span className="badge badge-trying">
      <Hourglass /> {common.atStep(common.steps[step], numbers[step] ?? null)}
    </span>
  );
}
