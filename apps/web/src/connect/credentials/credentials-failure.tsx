import { fieldErrorCodes, type FieldErrorCode, type MessageCode } from '@botize/contract';
import type { Failure } from '../../api/problem.ts';
import { useCopy, useSentence } from '../../copy/copy-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FailureNotice } from '../failure-notice.tsx';

/** Failures that are about the pair stand beside the fields. */
const aboutPair: readonly MessageCode[] = [
  'telegram.api_id_invalid',
  'telegram.connection_api_id_invalid',
  'telegram.api_id_published_flood',
];
const isAboutPair = (failure: Failure) => aboutPair.includes(failure.code);

const isFieldErrorCode = (code: string): code is FieldErrorCode => (fieldErrorCodes as readonly string[]).includes(code);

/** What a failure says about the two fields, as sentences beside them. */
export function useRefusedFields(failure: Failure | null): { apiId?: string; apiHash?: string } {
  const { fields } = useCopy();
  const sentence = useSentence();
  if (failure === null) return {};
  if (isAboutPair(failure)) {
    const { title, do: what } = sentence(failure.code);
    return { apiHash: `**${title}** ${what}` };
  }
  const of = (name: 'apiId' | 'apiHash') => {
    const code = failure.errors.find((error) => error.pointer.endsWith(`/${name}`))?.code;
    return code !== undefined && isFieldErrorCode(code) ? { [name]: fields[name][code] } : {};
  };
  return { ...of('apiId'), ...of('apiHash') };
}

interface CredentialsFailureProps {
  failure: Failure | null;
  onGoOn: (attempt: NonNullable<Failure['attempt']>) => void;
  onReplace: (attempt: NonNullable<Failure['attempt']>) => void;
}

/** Every other failure stands above the button. */
export function CredentialsFailure({ failure, onGoOn, onReplace }: CredentialsFailureProps) {
  const { credentials: copy } = useCopy();
  if (failure === null || isAboutPair(failure)) return null;
  const open = failure.code === 'attempt.open' ? failure.attempt : null;
  if (open === null) return <FailureNotice failure={failure} />;
  return (
    <Notice kind="care" live title={copy.openTitle} text={copy.openText(open.reference)}>
      <div className="notice-buttons">
        <Button dense onClick={() => onGoOn(open)}>
          {copy.openGoOn}
        </Button>
        <Button dense look="quiet" onClick={() => onReplace(open)}>
          {copy.openReplace}
        </Button>
      </div>
    </Notice>
  );
}
