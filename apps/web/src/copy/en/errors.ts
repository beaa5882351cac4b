import type { CodeGroup } from '@botize/contract';
import { sentencesByKey } from '../message-groups.ts';
import type { Sentence } from '../sentence.ts';

const startAgain = 'Start again; with the credentials at hand it takes a minute.';
const toSupport = 'There is nothing you need to change. Give support the reference on this page.';
const later = 'Try again in a few minutes.';

const sentences: Record<CodeGroup, Sentence> = {
  accountBanned: {
    title: 'Telegram has banned this account.',
    do: 'Only Telegram can lift that. Use another account.',
  },
  accountDeleted: { title: 'This account was deleted in Telegram.', do: 'Use another account.' },
  accountFrozen: {
    title: 'Telegram has frozen this account.',
    do: 'Only you can appeal, in Telegram: open the notice above your chats.',
  },
  codeDropped: { title: 'Telegram has dropped this code.', do: 'Ask for a new one.' },
  codeExpired: {
    title: 'This code no longer works.',
    do: 'It was too old, or it was sent in a chat. Ask for a new one and type it only here.',
  },
  codeMissing: { title: 'The code is missing.', do: 'Type it here.' },
  codeWrong: { title: 'That isn’t the code.', do: 'Use the newest message; an older code no longer works.' },
  emailCodeExpired: {
    title: 'The email code is too old.',
    do: 'Give the address again, and Telegram sends a new one.',
  },
  emailInvalid: { title: 'Telegram can’t use this address.', do: 'Check how it is written.' },
  emailNotAllowed: { title: 'Telegram doesn’t accept this address.', do: 'Use another mailbox that you can open now.' },
  emailUnconfirmed: { title: 'This address isn’t confirmed yet.', do: 'Type the code that Telegram sent there.' },
  floodWait: { title: 'Telegram asks you to wait.', do: 'Nothing is lost. Try again when the time is over.' },
  keyDead: { title: 'Telegram has ended this sign-in.', do: startAgain },
  keyDuplicated: {
    title: 'This session was used in two places.',
    do: 'Telegram ended it for safety. Connect the account again.',
  },
  noOtherDelivery: { title: 'Telegram has no other way to send the code.', do: 'Use the QR code instead.' },
  numberBanned: { title: 'Telegram has banned this number.', do: 'Only Telegram can lift that. Use another number.' },
  numberFlood: {
    title: 'Too many codes were asked for this number.',
    do: 'Telegram opens it again after about a day. The QR code may work at once.',
  },
  numberInvalid: { title: 'Telegram says this number doesn’t exist.', do: 'Check the country and each digit.' },
  numberProtected: { title: 'Telegram protects this number.', do: 'Sign in with the QR code, or use another number.' },
  numberUnknown: {
    title: 'This number has no Telegram account.',
    do: 'Use another number, or create the account in the Telegram app first.',
  },
  ourSide: { title: 'Telegram refused the way we asked.', do: toSupport },
  pairLimited: {
    title: 'Telegram limits this API ID.',
    do: 'It was published somewhere. Create an app of your own on my.telegram.org and use its values.',
  },
  pairUnknown: {
    title: 'Telegram doesn’t know this pair.',
    do: 'Copy App api_id and App api_hash again, both from the same app.',
  },
  passwordChanged: { title: 'The password was just changed in Telegram.', do: 'Type the newest one.' },
  passwordFlood: {
    title: 'Too many wrong passwords for this number.',
    do: 'Telegram asks you to wait about a day. The password can be changed in Telegram meanwhile.',
  },
  passwordMissing: { title: 'The password is missing.', do: 'Type it here.' },
  passwordNeeded: { title: 'This account has a cloud password.', do: 'Type it to go on.' },
  passwordReset: {
    title: 'The password is being reset in Telegram.',
    do: 'Finish that in the Telegram app, then come back.',
  },
  passwordTooFresh: {
    title: 'Telegram doesn’t allow this yet.',
    do: 'The password or the sign-in is too new. Try again after a day.',
  },
  passwordWrong: {
    title: 'That isn’t the cloud password.',
    do: 'Capital letters and spaces count. It’s not the code, and not your Botize password.',
  },
  qrUsed: { title: 'This QR code no longer works.', do: 'Show a new one and scan that.' },
  tryAgain: { title: 'Telegram couldn’t finish this.', do: 'Nothing is lost. Try again.' },
  unknown: {
    title: 'Telegram said no, for a reason that we don’t know.',
    do: 'Try again later, or give support the reference on this page.',
  },
  'request.invalid': { title: 'Something in this form isn’t right.', do: 'Check what you typed and try again.' },
  'request.origin': { title: 'This page was opened at another address.', do: 'Open it again from Botize.' },
  'request.media_type': { title: 'Our page and our server disagree.', do: 'Load the page again.' },
  'request.too_large': { title: 'That is too long.', do: 'Check what you typed and try again.' },
  'request.key': { title: 'Our page and our server disagree.', do: 'Load the page again.' },
  'request.scope': { title: 'Our page and our server disagree.', do: 'Load the page again.' },
  'request.not_found': { title: 'There is nothing here.', do: 'Load the page again.' },
  'request.method_not_allowed': { title: 'Our page and our server disagree.', do: 'Load the page again.' },
  'session.none': { title: 'You are signed out here.', do: 'Open this page again from Botize.' },
  'session.dev_disabled': { title: 'Development sign-in is switched off.', do: 'Open this page from Botize.' },
  'session.forbidden': { title: 'This isn’t open to you.', do: 'Ask the person who sent you here.' },
  'link.used': { title: 'This link has already been used.', do: 'Ask for a new one in Botize.' },
  'link.expired': { title: 'This link is too old.', do: 'Ask for a new one in Botize.' },
  'link.return_url': { title: 'This link leads back to a place we don’t know.', do: 'Ask for a new one in Botize.' },
  'link.code_invalid': { title: 'This link back has already been used.', do: 'Start again from Botize.' },
  'link.no_host': {
    title: 'Nobody is there to send the link.',
    do: 'Set up the address for webhooks, or ask the person to open Botize.',
  },
  'support.person_not_found': { title: 'Nobody here has this id.', do: 'Search again.' },
  'attempt.none': { title: 'No sign-in is open.', do: startAgain },
  'attempt.not_found': { title: 'This sign-in isn’t there any more.', do: startAgain },
  'attempt.open': { title: 'You have another sign-in open.', do: 'Go on with it, or end it first.' },
  'attempt.stale_revision': { title: 'You went on in another tab.', do: 'This page is up to date.' },
  'attempt.command_not_allowed': {
    title: 'This isn’t possible at this step.',
    do: 'This page is up to date: go on from here.',
  },
  'attempt.interrupted': {
    title: 'Our connection to Telegram broke off.',
    do: 'We don’t know whether it got through. Look at your phone, then try again.',
  },
  'attempt.tries_exhausted': { title: 'Those were too many wrong tries.', do: 'Start again with a new code.' },
  'attempt.consent_outdated': { title: 'What you allow has changed.', do: 'Load the page, read it again and agree.' },
  'attempt.resend_too_early': { title: 'It’s too early for another code.', do: 'Wait for the time shown.' },
  'connection.not_found': { title: 'This connection isn’t there any more.', do: 'Load the list again.' },
  'connection.leased': { title: 'Botize is using this account right now.', do: 'Check again when it’s done.' },
  'connection.no_stored_credentials': {
    title: 'The kept credentials are gone.',
    do: 'Type the API ID and the API hash again.',
  },
  'lease.held': { title: 'Botize is using this account right now.', do: later },
  'lease.not_found': { title: 'Botize no longer holds this account.', do: later },
  'lease.not_redeemed': { title: 'Botize has not taken this account over yet.', do: 'Go back to Botize.' },
  'lease.unusable': { title: 'This account has to be reconnected first.', do: 'Reconnect it.' },
  'limit.codes_for_number': { title: 'This number has had its codes for today.', do: 'The QR code needs none.' },
  'limit.codes_for_user': { title: 'You have had your codes for today.', do: 'The QR code needs none.' },
  'limit.number_busy': { title: 'A code for this number was asked for just now.', do: 'Wait for the time shown.' },
  'limit.number_cooling_down': {
    title: 'Telegram has closed this number for now.',
    do: 'The QR code may work at once.',
  },
  'limit.tries_for_number': { title: 'Too many wrong tries with this number.', do: 'Try again tomorrow.' },
  'limit.requests': { title: 'Those were too many requests at once.', do: 'Wait a moment and try again.' },
  'server.busy': { title: 'Very many people are signing in right now.', do: 'Wait a moment and try again.' },
  'server.draining': { title: 'Our server is being restarted.', do: 'Try again in a minute.' },
  'server.internal': {
    title: 'Something broke on our side.',
    do: 'Try again, or give support the reference on this page.',
  },
  'server.not_dialling': {
    title: 'Our server was restored from a backup and isn’t talking to Telegram yet.',
    do: later,
  },
  'server.storage': { title: 'Our server can’t save anything right now.', do: later },
  'telegram.unreachable': { title: 'Telegram can’t be reached.', do: 'Nothing was sent. Try again in a minute.' },
  'telegram.unknown': {
    title: 'Telegram said no, for a reason that we don’t know.',
    do: 'Try again later, or give support the reference on this page.',
  },
  'telegram.second_migration': { title: 'Telegram sent us from one place to the next.', do: startAgain },
  'telegram.payment_required': { title: 'Telegram wants to be paid for this SMS.', do: 'Use the QR code: it’s free.' },
};

/** What happened, and what to do now, for every code. */
export const errors = sentencesByKey(sentences);
