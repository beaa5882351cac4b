/** The first digit of each script whose digits people type: Arabic-Indic, Persian, Devanagari, Bengali, full width. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10];

/** Writes the digits of other scripts as 0–9 and leaves everything else as it is. */
export function westernDigits(text: string): string {
  return [...text]
    .map((character) => {
      const point = character.codePointAt(0)!;
      const zero = zeros.find((first) => point >= first && point <= first + 9);
      return zero === undefined ? character : String(point - zero);
    })
    .join('');
}

/** Only the digits of a text, as 0–9. */
export const onlyDigits = (text: string): string => westernDigits(text).replaceAll(/\D/g, '');
