import { ArrowUpDown } from 'lucide-react';
import { useCopy } from '../../copy/copy-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useNarrow } from '../../ui/use-media.ts';
import { useUnpressed } from '../../ui/use-unpressed.ts';
import { areSwapped, problemOfHash, problemOfId, tidy } from './pair.ts';
import { PasteLine } from './paste-line.tsx';
import type { usePair } from './use-pair.ts';

interface PairFieldsProps {
  pair: ReturnType<typeof usePair>;
  /** Says what is missing too; before the first press only what can't be right is said, once its field is left. */
  strict: boolean;
  left: { apiId?: boolean | undefined; apiHash?: boolean | undefined };
  /** What Telegram or the server says about a field. */
  refused: { apiId?: string | undefined; apiHash?: string | undefined };
}

export function PairFields({ pair, strict, left, refused }: PairFieldsProps) {
  const { credentials: copy } = useCopy();
  const narrow = useNarrow();
  const { apiId, apiHash } = pair.values;
  const swapped = areSwapped(apiId, apiHash);
  const say = (name: 'apiId' | 'apiHash') => strict || swapped || (left[name] === true && pair.values[name] !== '');
  const errors = useUnpressed(usePairErrors(apiId, apiHash, { apiId: say('apiId'), apiHash: say('apiHash') }));

  return (
    <>
      {swapped ? (
        <Notice
          kind="care"
          live
          icon={<ArrowUpDown />}
          title={copy.swappedTitle}
          text={copy.swappedText}
          action={
            <Button dense onClick={pair.swap}>
              {copy.swap}
            </Button>
          }
        />
      ) : (
        <PasteLine result={pair.result} onPaste={() => void pair.pasteBoth()} onUndo={pair.undo} />
      )}
      <TextField
        {...pair.fields.apiId}
        label={copy.apiId}
        note={narrow ? copy.apiIdNoteShort : copy.apiIdNote}
        error={errors.apiId ?? refused.apiId}
        ticked={problemOfId(apiId) === null && !refused.apiId && !refused.apiHash}
        mono
        dir="ltr"
        inputMode="numeric"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        onPaste={pair.paste}
      />
      <TextField
        {...pair.fields.apiHash}
        label={copy.apiHash}
        note={narrow ? copy.apiHashNoteShort : copy.apiHashNote}
        error={errors.apiHash ?? refused.apiHash}
        ticked={problemOfHash(apiHash) === null && !refused.apiHash}
        mono
        dir="ltr"
        autoCapitalize="none"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        onPaste={pair.paste}
      />
    </>
  );
}

function usePairErrors(apiId: string, apiHash: string, say: { apiId: boolean; apiHash: boolean }) {
  const { credentials: copy, fields } = useCopy();
  const ofId = say.apiId ? problemOfId(apiId) : null;
  const ofHash = say.apiHash ? problemOfHash(apiHash) : null;
  const length = tidy(apiHash).length;
  return {
    apiId:
      ofId === null
        ? null
        : {
            required: fields.apiId.required,
            isHash: copy.isHash,
            notNumber: fields.apiId.format,
            tooLarge: fields.apiId.range,
          }[ofId],
    apiHash:
      ofHash === null
        ? null
        : {
            required: fields.apiHash.required,
            isNumber: copy.isNumber(length),
            letters: copy.hashLetters,
            length: copy.hashLength(length),
          }[ofHash],
  };
}
