import type { LaterCatalogue } from './en-later.ts';
import { activity, leaving, wasThatYou } from './ar/activity.ts';
import { code, deliveries } from './ar/code.ts';
import { connections, help, privacy } from './ar/connections.ts';
import { errors } from './ar/errors.ts';
import { guide } from './ar/guide.ts';
import { laterFields } from './ar/later-fields.ts';
import { confirmAccount, connected, email, endings, password } from './ar/later.ts';
import { flood, phone, qr } from './ar/phone.ts';
import { signIn } from './ar/sign-in.ts';
import { time } from './ar/time.ts';
import { troubleshooter } from './ar/troubleshooter.ts';

export const arLater = {
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
