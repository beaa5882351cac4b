import { fieldSentences, type LaterFieldSentences } from '../sentence.ts';

export const laterFields: LaterFieldSentences = {
  phone: fieldSentences('Type your phone number.', 'A number has a country code and 7 to 15 digits.'),
  code: fieldSentences('Type the code.', 'This can’t be the code. Type it as it stands in the message.'),
  email: fieldSentences('Type an email address.', 'An address has an @ and no spaces, such as name@example.com.'),
  password: fieldSentences('Type the password.', 'This password is too long for Telegram.'),
  userId: fieldSentences('Type a user ID.', 'Letters, digits and . _ : @ - only, 128 at most.'),
  label: fieldSentences('Type a name.', '128 characters at most.'),
};
