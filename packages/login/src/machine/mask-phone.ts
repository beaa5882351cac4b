import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** `+34612345678` → `+34 ••• ••• 678`. Never more than the country's code and the last three digits. */
export function maskPhone(phone: string | null): string {
  const digits = (phone ?? '').replace(/\D/g, '');
  if (digits === '') return '';
  const country = callingCode(digits);
  const tail = digits.length - country.length >= 6 ? digits.slice(-3) : digits.slice(-2);
  return `+${country} ••• ••• ${tail}`;
}

/** Telegram's test numbers and anonymous numbers are valid nowhere: their first two digits stand in. */
function callingCode(digits: string): string {
  const known = parsePhoneNumberFromString(`+${digits}`);
  return known?.isPossible() === true ? known.countryCallingCode : digits.slice(0, 2);
}
