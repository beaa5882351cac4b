import { useLaterCopy } from '../../copy/copy-context.tsx';
import { Button } from '../../ui/button.tsx';
import type { StepProps } from '../step-props.ts';
import { Ending } from './ending.tsx';

export function ExpiredStep({ attempt, startAgain }: StepProps<'expired'>) {
  const { endings: copy } = useLaterCopy();
  return (
    <Ending
      title={copy.expiredTitle}
      lead={copy.expiredLead}
      what={copy.expiredDo}
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
