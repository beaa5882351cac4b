import { credentials, expect, test } from './fixtures.ts';

interface Way {
  scenario: string;
  /** What the page says of it. */
  says: string | RegExp;
  /** Boxes for digits; none: a text field. */
  boxes?: number;
  /** Something else that only this way shows. */
  also?: RegExp;
  notAlso?: RegExp;
}

const ways: Way[] = [
  {
    scenario: 'app_only',
    says: 'five digits to the Telegram app you already use. It’s not an SMS.',
    boxes: 5,
    also: /no other way/,
  },
  { scenario: 'sms', says: 'five digits by SMS to your number.', boxes: 5, also: /a voice call/ },
  { scenario: 'six_digits', says: 'six digits', boxes: 6 },
  { scenario: 'call', says: 'Telegram calls you, and a voice reads five digits.', boxes: 5 },
  {
    scenario: 'missed_call',
    says: 'The last five digits of the caller’s number are the code.',
    boxes: 5,
    also: /\+44207946 …/,
  },
  { scenario: 'fragment', says: 'Your number comes from Fragment.', boxes: 5, also: /Open Fragment/ },
  { scenario: 'email_code', says: 'to your email address.', boxes: 5, also: /\w\*\*\*\w?@\w\*\*\*\.\w+/ },
  { scenario: 'sms_word', says: 'Telegram sent one word by SMS', also: /It begins with “l”\./ },
  { scenario: 'sms_word_hidden', says: 'Telegram sent one word by SMS', notAlso: /It begins/ },
  { scenario: 'sms_phrase', says: 'Telegram sent a few words by SMS', also: /It begins with “three”\./ },
  {
    scenario: 'firebase',
    says: 'Telegram sends this code only to its own apps.',
    boxes: 5,
    also: /Send it by a voice call/,
  },
  { scenario: 'flash_call', says: 'Telegram sent a code and didn’t say where.' },
];

test.describe('each way a code may come has its words and its field, and connects', () => {
  for (const { scenario, says, boxes, also, notAlso } of ways) {
    test(scenario, async ({ wizard, newPerson }) => {
      const ana = await newPerson({ scenario });
      await wizard.openAtPhone(ana, credentials);
      await wizard.fillPhone(ana.phone);
      const page = wizard.step('code');
      await wizard.expectStep('code');
      await expect(page).toContainText(says);
      if (also) await expect(page).toContainText(also);
      if (notAlso) await expect(page).not.toContainText(notAlso);
      await expect(page.locator('.boxes')).toHaveCount(boxes ? 1 : 0);
      if (boxes) await expect(page.locator('.boxes')).toHaveAttribute('data-length', String(boxes));

      const field = page.getByRole('textbox');
      await field.fill(await wizard.codeFor(ana.phone));
      if (!boxes) await field.press('Enter');
      await wizard.expectStep('connected');
    });
  }
});

test('a word with another beginning is noticed before it is sent', async ({ wizard, newPerson, control }) => {
  const ana = await newPerson({ scenario: 'sms_word' });
  await wizard.openAtPhone(ana, credentials);
  await wizard.fillPhone(ana.phone);
  const field = wizard.step('code').getByRole('textbox');
  await field.fill('castle');
  await field.press('Enter');
  await expect(field).toHaveAccessibleDescription(/must begin with “l”/);
  expect((await control.journal('auth.signIn')).filter(({ phone }) => phone === ana.phone)).toEqual([]);
});

test('the next way can be asked for when its time has come, and the last one leads to the QR code', async ({
  wizard,
  newPerson,
  page,
}) => {
  const ana = await newPerson({ scenario: 'next_at_once' });
  await wizard.openAtPhone(ana, credentials);
  await wizard.fillPhone(ana.phone);
  await expect(wizard.step('code')).toContainText('to the Telegram app you already use');
  await page.getByRole('button', { name: 'Send it by SMS' }).click();
  await expect(wizard.step('code')).toContainText('by SMS to your number');
  await page.getByRole('button', { name: 'Send it by a voice call' }).click();
  await expect(wizard.step('code')).toContainText('a voice reads');
  await expect(wizard.step('code')).toContainText('Telegram has no other way to send the code.');
  await page.getByRole('button', { name: 'Sign in with a QR code instead' }).click();
  await expect(page.getByRole('img', { name: 'QR code to sign in with Telegram' })).toBeVisible();
  expect(await wizard.phone.or(page.getByText('The kept number')).count()).toBeGreaterThan(0);
});

test('a way that Telegram announced and then refuses leads to the QR code', async ({ wizard, newPerson, page }) => {
  const ana = await newPerson({ scenario: 'resend_unavailable' });
  await wizard.openAtPhone(ana, credentials);
  await wizard.fillPhone(ana.phone);
  await page.getByRole('button', { name: 'Send it by SMS' }).click();
  await expect(wizard.alert).toContainText('Telegram has no other way to send the code.');
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('connected');
});

test('a wait for the next way holds back no code that is in hand', async ({ wizard, newPerson, page }) => {
  const ana = await newPerson({ scenario: 'resend_flood' });
  await wizard.openAtPhone(ana, credentials);
  await wizard.fillPhone(ana.phone);
  await page.getByRole('button', { name: 'Send it by SMS' }).click();
  await expect(wizard.alert).toContainText('Telegram asks you to wait.');
  await expect(page.getByRole('button', { name: 'Send it by SMS' })).toHaveCount(0);
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('connected');
});

test('an email address is set up first: the address, its code, then the code to sign in', async ({
  wizard,
  newPerson,
  page,
  control,
}) => {
  const ana = await newPerson({ scenario: 'email_setup' });
  await wizard.openAtPhone(ana, credentials);
  await wizard.fillPhone(ana.phone);
  await wizard.expectStep('email');
  const address = page.getByLabel('Email address', { exact: true });
  await address.fill('ana@not-allowed.example');
  await wizard.continue.click();
  await expect(address).toHaveAccessibleDescription(/Telegram doesn’t accept this address\./);
  await address.fill('ana@example.com');
  await wizard.continue.click();

  await expect(wizard.step('code')).toContainText('to the address you gave, to confirm it.');
  await expect(wizard.step('code')).toContainText('a***a@e***.com');
  const { messages } = (await control.account(ana.phone)) as unknown as { messages: { kind: string; code: string }[] };
  await wizard.typeCode(messages.find(({ kind }) => kind === 'email')?.code ?? '');

  await expect(wizard.step('code')).toContainText('to your email address.');
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('connected');
});

test('somebody who can’t open the mailbox gets the code another way', async ({ wizard, newPerson, page }) => {
  const ana = await newPerson({ scenario: 'email_code' });
  await wizard.openAtPhone(ana, credentials);
  await wizard.fillPhone(ana.phone);
  await page.getByRole('button', { name: 'I can’t open this mailbox' }).click();
  await expect(wizard.step('code')).toContainText('by SMS to your number');
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('connected');
});
