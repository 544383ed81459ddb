import type { Locator, Page } from 'playwright-core';

/** What a person does on a screen: a press, a key or chord, a field filled in. */
const ACTIONS = new Set([
  'click', 'dblclick', 'tap', 'press', 'fill', 'pressSequentially', 'clear', 'type', 'check', 'uncheck', 'setChecked', 'selectOption', 'selectText', 'setInputFiles', 'dragTo', 'hover', 'focus',
  'goBack', 'goForward', 'reload',
]);
/** Ways past the counting. */
const BYPASSES = new Set([
  'goto', 'evaluate', 'evaluateAll', 'evaluateHandle', 'evaluateOnNewDocument', 'dispatchEvent', 'exposeFunction', 'addInitScript', 'setContent', 'context', 'request', 'mouse', 'keyboard', 'touchscreen', 'route', 'page',
  'elementHandle', 'elementHandles', '$', '$$', '$eval', '$$eval', 'mainFrame', 'frames', 'frame', 'frameLocator', 'waitForEvent', 'opener',
]);

/** Somebody's screen on which every action is counted, and nothing can be done without one. */
export class CountedActions {
  readonly page: Page;
  /** In their order, for the message of a test that counted too many. */
  readonly done: string[] = [];

  private constructor(page: Page) {
    this.page = this.#counted(page, '');
  }

  /** Begins at an address, and from there goes on by what is on the screen. */
  static async at(page: Page, address: string): Promise<CountedActions> {
    await page.goto(address);
    return new CountedActions(page);
  }

  #counted<Part extends Page | Locator>(part: Part, at: string): Part {
    return new Proxy(part, {
      get: (target, name: string) => {
        if (BYPASSES.has(name)) throw new Error(`${name} would not be counted`);
        const found: unknown = Reflect.get(target, name);
        if (typeof found !== 'function') return found;
        return (...words: unknown[]) => {
          if (ACTIONS.has(name)) this.done.push(`${name} ${at}${typeof words[0] === 'string' ? words[0] : ''}`.trim());
          const answer: unknown = Reflect.apply(found, target, words);
          return isLocator(answer) ? this.#counted(answer, `${at}${words.map((word) => JSON.stringify(word)).join()} `) : answer;
        };
      },
    });
  }
}

const isLocator = (answer: unknown): answer is Locator => typeof answer === 'object' && answer !== null && 'waitFor' in answer && 'getByRole' in answer;
