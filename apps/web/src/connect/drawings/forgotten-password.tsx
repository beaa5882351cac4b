import { Bell, ChevronRight, CircleQuestionMark, Globe, KeyRound, Lock, MonitorSmartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { serverNow } from '../../api/server-clock.ts';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { useMoment } from '../../copy/use-moment.ts';
import { Drawing, ScreenTop } from './drawn-phone.tsx';

/** Where in Telegram a forgotten cloud password is replaced. It can't be done from here. */
export function ForgottenPassword({ keptUntil }: { keptUntil: string }) {
  const { password: copy } = useLaterCopy();
  const clock = useMoment()(new Date(serverNow()).toISOString()).clock;
  const row = (icon: ReactNode, text: string, depth?: number) => (
    <div className={`screen-row${depth === undefined ? '' : ` screen-row-here screen-row-deep-${depth}`}`}>
      {icon}
      <span>{text}</span>
      <ChevronRight className="mirrored" />
    </div>
  );
  return (
    <Drawing
      title={copy.forgotTitle}
      look={copy.forgot}
      remark={copy.keptUntil(keptUntil)}
      screen={
        <>
          <ScreenTop clock={clock} title={copy.settings} />
          <div className="screen-rows">
            {row(<Bell />, copy.rows.notifications)}
            {row(<Lock />, copy.rows.privacy, 0)}
            {row(<KeyRound />, copy.rows.twoStep, 1)}
            {row(<CircleQuestionMark />, copy.rows.forgot, 2)}
            {row(<MonitorSmartphone />, copy.rows.devices)}
            {row(<Globe />, copy.rows.language)}
          </div>
        </>
      }
    />
  );
}
