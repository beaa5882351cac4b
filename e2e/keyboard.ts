import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any page has between two things that somebody wants. */
const manyStops = 60;

/** A person at a keyboard: no pointer, and nothing is focused for them. Locators only say where they want to get. */
export const keyboardOn = (page: Page) => {
  const { keyboard } = page;
  const isAt = (place: Locator) => place.evaluate((element) => element === document.activeElement);

  /** Whether what has the focus shows it: by itself, or by what is drawn for it. */
  const showsFocus = () =>
    page.evaluate(() => {
      const drawnFor = (element: Element) => [
        element,
        element.nextElementSibling,
        element.parentElement?.querySelector('.box-here') ?? null,
      ];
      return drawnFor(document.activeElement!).some((element) => {
        if (element === null) return false;
        const { outlineStyle, boxShadow } = getComputedStyle(element);
        return outlineStyle !== 'none' || boxShadow !== 'none';
      });
    });

  const walkTo = async (place: Locator, key: 'Tab' | 'Shift+Tab') => {
    await expect(place).toBeVisible();
    for (let stop = 0; stop < manyStops; stop += 1) {
      if (await isAt(place)) {
        expect(await showsFocus(), `the focus on ${place.toString()} can be seen`).toBe(true);
        return;
      }
      await keyboard.press(key);
    }
    throw new Error(`${key} doesn’t lead to ${place.toString()}`);
  };

  return {
    to: (place: Locator) => walkTo(place, 'Tab'),
    backTo: (place: Locator) => walkTo(place, 'Shift+Tab'),
    press: (key: string) => keyboard.press(key),
    type: (text: string) => keyboard.type(text),
    /** Goes there and presses it. */
    async use(place: Locator, key: 'Enter' | 'Space' = 'Enter') {
      await walkTo(place, 'Tab');
      await keyboard.press(key);
    },
    /** Goes there and types over whatever stands in it. */
    async write(place: Locator, text: string) {
      await walkTo(place, 'Tab');
      await keyboard.press('ControlOrMeta+a');
      await keyboard.type(text);
    },
  };
};
