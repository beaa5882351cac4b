import type { Stage } from '@botize/login/testing';
import type { Deed, Who } from './deeds.ts';
import type { Model } from './model.ts';

export const numbers: Record<Who, string> = { plain: '+34612345678', careful: '+34612345679', mailer: '+34612345680' };
const nobody = '+34699999999';
export const password = 'correct horse';

export type Order = Parameters<Stage['send']>[1];

/** The command that a deed is, or null if it is something else. */
export const orderOf = (model: Model, deed: Deed): Order | null => {
  switch (deed.type) {
    case 'phone':
      return { type: 'submit_phone', phone: deed.who === 'nobody' ? nobody : numbers[deed.who] };
    case 'code':
      return { type: 'submit_code', code: !deed.right ? '99999' : model.provesEmail ? '555555' : '12345' };
    case 'password':
      return { type: 'submit_password', password: deed.right ? password : 'wrong' };
    case 'resend':
      return { type: 'resend_code' };
    case 'email':
      return { type: 'submit_email', email: 'a@example.com' };
    case 'qr':
      return { type: 'show_qr' };
    case 'use_phone':
      return { type: 'use_phone' };
    case 'confirm':
      return { type: 'confirm_account', decision: deed.decision };
    default:
      return null;
  }
};
