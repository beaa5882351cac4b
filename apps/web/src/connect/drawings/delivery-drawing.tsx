import type { Delivery } from '@botize/contract';
import {
  BadgeCheck,
  ExternalLink,
  Mail,
  MessageSquareLock,
  MessageSquareText,
  PhoneIncoming,
  PhoneMissed,
  Search,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { useMoment } from '../../copy/use-moment.ts';
import { serverNow } from '../../api/server-clock.ts';
import { Drawing, OtherChats, ScreenTop } from './drawn-phone.tsx';

const icons: Record<Delivery['type'], ReactNode> = {
  app: <MessageSquareLock />,
  unknown: <MessageSquareLock />,
  sms: <MessageSquareText />,
  sms_word: <MessageSquareText />,
  sms_phrase: <MessageSquareText />,
  firebase: <MessageSquareText />,
  call: <PhoneIncoming />,
  missed_call: <PhoneMissed />,
  email_code: <Mail />,
  email_setup: <Mail />,
  fragment: <MessageSquareLock />,
};

/** Opens the app on the phone that has it; ours, so it stands in a white cell of the drawing. */
function OpenTelegram() {
  const { code: copy } = useLaterCopy();
  return (
    <a className="drawing-button narrow-only" href="tg://">
      {copy.openTelegram} <ExternalLink />
    </a>
  );
}

/** Where the code is, drawn: the same screen with another line for each way it may come. */
export function DeliveryDrawing({ delivery }: { delivery: Delivery }) {
  const { code: copy, connected, deliveries } = useLaterCopy();
  const clock = useMoment()(new Date(serverNow()).toISOString()).clock;
  const texts = deliveries[delivery.type];
  const inApp = delivery.type === 'app' || delivery.type === 'unknown';
  const dots = delivery.type === 'call' || delivery.type === 'missed_call' ? '' : '•••••';
  return (
    <Drawing
      title={copy.lookHere}
      look={texts.look}
      remark={inApp ? copy.notThere : undefined}
      button={inApp ? <OpenTelegram /> : undefined}
      screen={
        <>
          {inApp ? (
            <ScreenTop clock={clock} title={connected.chats} icon={<Search />} />
          ) : (
            <ScreenTop clock={clock} title="" />
          )}
          <div className="screen-here">
            <span className="screen-face screen-face-here">{icons[delivery.type]}</span>
            <span>
              <b>
                Telegram {inApp ? <BadgeCheck /> : null}
                <time>{clock}</time>
              </b>
              <span>
                {texts.drawing} {dots}
              </span>
            </span>
          </div>
          <OtherChats count={4} />
        </>
      }
    />
  );
}
