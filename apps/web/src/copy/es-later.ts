import type { LaterCatalogue } from './en-later.ts';
import { activity, leaving, wasThatYou } from './es/activity.ts';
import { code, deliveries } from './es/code.ts';
import { connections, help, privacy } from './es/connections.ts';
import { errors } from './es/errors.ts';
import { guide, troubleshooter } from './es/guide.ts';
import { laterFields } from './es/later-fields.ts';
import { confirmAccount, connected, email, endings, password } from './es/later.ts';
import { flood, phone, qr } from './es/phone.ts';
import { signIn } from './es/sign-in.ts';
import { time } from './es/time.ts';

export const esLater = {
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
} satisfies LaterCatalogue;
