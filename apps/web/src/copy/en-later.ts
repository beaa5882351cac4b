import { activity, leaving, wasThatYou } from './en/activity.ts';
import { code, deliveries } from './en/code.ts';
import { connections, help, privacy } from './en/connections.ts';
import { errors } from './en/errors.ts';
import { guide } from './en/guide.ts';
import { laterFields } from './en/later-fields.ts';
import { confirmAccount, connected, email, endings, password } from './en/later.ts';
import { flood, phone, qr } from './en/phone.ts';
import { signIn } from './en/sign-in.ts';
import { time } from './en/time.ts';
import { troubleshooter } from './en/troubleshooter.ts';

/** Every other sentence; fetched while somebody looks at the first page. */
export const enLater = {
  time,
  signIn,
  guide,
  troubleshooter,
  phone,
  qr,
  flood,
  code,
  deliveries,
  password,
  email,
  confirmAccount,
  connected,
  endings,
  connections,
  activity,
  wasThatYou,
  leaving,
  help,
  privacy,
  errors,
  laterFields,
};
export type LaterCatalogue = typeof enLater;
