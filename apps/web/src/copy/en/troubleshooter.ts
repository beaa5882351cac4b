export const troubleshooter = {
  title: 'What went wrong?',
  back: 'Back to the guide',
  errorBox: 'An ERROR box when I press Create application',
  errorIntro: 'Telegram doesn’t say why. Work down the list and try again after each.',
  errorTries: [
    'Switch off VPN and proxy.',
    'Use internet from the country of your phone number.',
    'Try mobile data instead of Wi-Fi, or another browser.',
    'Leave **URL** empty and shorten **Description** to one word.',
    'Sign out at my.telegram.org, sign in again, and fill in the form once more.',
  ] as [string, string, string, string, string],
  worked: 'It worked',
  triedAll: 'I tried all five',
  triedAllText:
    'Then Telegram refuses this number for now. Try again tomorrow, or use the values of an app that you have.',
  haveApp: 'I already have an app there',
  haveAppText:
    'Use it. Telegram shows **App api_id** and **App api_hash** instead of the form; its name doesn’t matter.',
  noCode: 'No code came from my.telegram.org',
  noCodeText:
    'It comes in the chat **Telegram** of your app, on each device you use; look in **Archived chats** too. Never by SMS.',
  nameRefused: 'The short name is refused',
  nameRefusedText: 'It must have 5–32 letters and digits, and nobody else may have it. Add a few digits of your own.',
  tryNames: 'Try another short name',
  tooMany: 'It says “Sorry, too many tries”',
  tooManyText:
    'Telegram stops sign-ins at my.telegram.org for some hours. Each new try starts the wait again: come back tomorrow.',
  none: 'None of these? Send support your reference:',
};
