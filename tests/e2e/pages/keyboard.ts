import type { Locator, Page } from '@playwright/test'
import { expect } from '../test'

const FURTHEST = 150

/** A person who has no mouse: everything is reached by Tab, and the way is seen. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Tabs on until the focus is there, never losing sight of it. */
  async to(target: Locator) {
    await expect(target).toBeVisible()
    for (let pressed = 0; pressed < FURTHEST; pressed++) {
      await this.page.keyboard.press('Tab')
      if (await target.evaluate((element) => element === document.activeElement)) {
        expect(await this.focusShows(), String(target)).toBe(true)
        return
      }
    }
    throw new Error(`Tab never came to ${String(target)}`)
  }

  async enter(target: Locator) {
    await this.to(target)
    await this.page.keyboard.press('Enter')
  }

  async space(target: Locator) {
    await this.to(target)
    await this.page.keyboard.press('Space')
  }

  async type(target: Locator, text: string) {
    await this.to(target)
    await this.page.keyboard.press('ControlOrMeta+A')
    await this.page.keyboard.type(text)
  }

  /** The next option of a list, so many times. */
  async down(target: Locator, times: number) {
    await this.to(target)
    for (let pressed = 0; pressed < times; pressed++) await this.page.keyboard.press('ArrowDown')
  }

  /** Whether what has the focus lies on the screen and looks unlike itself without it. */
  private focusShows = () =>
    this.page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement)) return false
      const box = element.getBoundingClientRect()
      const onScreen = box.bottom > 0 && box.top < window.innerHeight && box.right > 0
      const label = element.id ? document.querySelector(`label[for="${CSS.escape(element.id)}"]`) : null
      const look = () =>
        [getComputedStyle(element), ...(label ? [getComputedStyle(label, '::before')] : [])]
          .map((style) => [style.outline, style.boxShadow, style.backgroundColor, style.border].join())
          .join()
      const focused = look()
      element.blur()
      const plain = look()
      element.focus()
      return onScreen && focused !== plain
    })
}
