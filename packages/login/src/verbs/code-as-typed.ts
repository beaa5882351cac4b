/** Digits of any script as 0 to 9, without the blanks, dashes and invisible marks that pasting brings along. */
export function codeAsTyped(code: string): string {
  const plain = code
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[\s\p{Cf}\p{Pd}]/gu, '');
  return plain === '' ? code : plain;
}

/** Every script's ten digits lie in one run whose first code point is a zero. */
function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(point - zero);
}
