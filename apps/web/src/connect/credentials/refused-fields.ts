import type { MessageCode } from '@botize/contract';
import type { Failure } from '../../api/problem.ts';
import { useCopy, useSentence } from '../../copy/copy-context.tsx';

/** Failures that are about the pair stand beside the fields. */
const aboutPair: readonly MessageCode[] = [
  'telegram.api_id_invalid',
  'telegram.connection_api_id_invalid',
  'telegram.api_id_published_flood',
];
export const isAboutPair = (failure: Failure) => aboutPair.includes(failure.code);

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
    return code === undefined ? {} : { [name]: fields[name][code] };
  };
  return { ...of('apiId'), ...of('apiHash') };
}
