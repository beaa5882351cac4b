export const phone = {
  title: 'Which Telegram account?',
  lead: 'Two ways to sign in, equally good. With your number you type a code; with the QR code you only point your phone.',
  leadShort: 'Two ways to sign in, equally good.',
  card: 'With your phone number',
  country: 'Country',
  countrySearch: 'Search by name or prefix',
  countryNone: 'No country of this name.',
  countryUnknown: 'Choose',
  number: 'Phone number',
  telegramGets: 'Telegram gets',
  readFrom: (text: string) => `Read from “[[${text}]]”.`,
  tooShort: (digits: number) => `Only ${digits} digits with the country code: some are missing.`,
  tooLong: (digits: number) => `${digits} digits with the country code: a number has 15 at most.`,
  noPrefix: 'Choose the country, or begin with + and the country code.',
  unusual: 'This doesn’t look like a number of this country. Check it; you can send it all the same.',
  warningTitle: 'Never forward the code',
  warningText:
    'Sent in any chat, even to yourself or to us, the code is cancelled by Telegram at once. Type it on the next page, nowhere else.',
  comesInApp: 'Telegram sends the code to your Telegram app, rarely by SMS.',
  fiveADay: 'It allows about five sign-ins a day for one number.',
  submit: 'Authorize',
  busy: 'Asking Telegram…',
  after: 'The code goes out when you press Authorize.',
  stored: 'The kept number',
  useAnother: 'Use another number',
  backToCredentials: 'Back to credentials',
};

export const qr = {
  card: 'With a QR code',
  cardPhone: 'Approve in Telegram, on this phone',
  leadPhone: 'Telegram opens and asks whether you want to sign in. No code to type.',
  steps: [
    'Open Telegram on your phone.',
    'Tap **Settings → Devices → Link Desktop Device**.',
    'Point the phone at this code.',
  ] as [string, string, string],
  show: 'Show QR code',
  showBusy: 'Fetching…',
  pictureLabel: 'QR code to sign in with Telegram',
  newIn: (seconds: number) => `New code in **${seconds} s**`,
  renewing: 'A new code is coming…',
  paused: 'Paused.',
  showNew: 'Show a new code',
  onlyHere: (host: string) => `Scan only a code you see at **[[${host}]]**.`,
  waiting: 'Waiting for your phone',
  after: 'No code to type. If you use a cloud password, we ask for it next.',
  openTelegram: 'Open Telegram',
  otherDevice: 'Telegram is on another phone? Scan this there.',
};

export const flood = {
  title: (until: string) => `Telegram asks you to wait until ${until}`,
  titleOurs: (at: string) => `You can ask for a code ${at}`,
  lead: (masked: string) =>
    `Too many codes were asked for [[${masked}]]. Telegram set this limit; your account is fine and nothing is lost.`,
  leadNoNumber:
    'Too many codes were asked for this number. Telegram set this limit; your account is fine and nothing is lost.',
  leadOurs:
    'We send few codes a day, so that nobody can be bothered with them. Your account is fine and nothing is lost.',
  qrTitle: 'No need to wait: try the QR code',
  qrText: 'It sends no code, so this limit usually doesn’t apply. You need the phone that has Telegram on it.',
  qrButton: 'Sign in with a QR code',
  comeBack: (at: string) => `Or come back ${at}`,
  comeBackText: 'You can close this page. Your credentials stay filled in, on any device.',
  elsewhere: 'Please don’t ask for codes elsewhere',
  elsewhereText: (until: string) =>
    `Each new request, also in another app, can make the wait longer. We won’t send any until ${until}.`,
  send: (at: string) => `Send a code ${at}`,
  sendNow: 'Send a code now',
  support: 'Writing to support? Give them this reference:',
  another: 'Use another number',
};
