import { useLaterCopy } from '../../copy/copy-context.tsx';
import { Button } from '../../ui/button.tsx';
import type { StepProps } from '../step-props.ts';
import { Ending } from './ending.tsx';

export function CancelledStep({ attempt, startAgain }: StepProps<'cancelled'>) {
  const { endings: copy } = useLaterCopy();
  return (
    <Ending
      title={copy.cancelledTitle}
      lead={copy.cancelledLead}
      what={copy.cancelledDo}
      attemptId={attempt.id}
      reference={attempt.reference}
      action={
        <Button look="main" onClick={() => startAgain('credentials')}>
          {copy.startAgain}
        </Button>
      }
    />
  );
}
