import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compile } from 'sass'
import { expect, it } from 'vitest'
import { leftOut, OURS_FROM_HERE } from '@/postcss.config.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { css } = compile(`${root}app/styles/app.scss`, { loadPaths: [`${root}node_modules`] })
const pages = globSync(['app/**/*.tsx', 'components/**/*.tsx'], { cwd: root }).map((path) => ({
  path,
  text: readFileSync(root + path, 'utf8'),
}))

const classesOf = (selectors: string[]) =>
  new Set(
    selectors.flatMap((selector) => [...selector.matchAll(/\.(govuk-[\w-]+)/g)].map(([, name]) => name)),
  )

function drawnClasses() {
  const [theirs = '', ours = ''] = css.split(OURS_FROM_HERE)
  const selectorsIn = (text: string) =>
    [...text.matchAll(/([^{}]+)\{/g)].flatMap(([, list = '']) => list.split(','))
  return classesOf([...selectorsIn(theirs).filter((selector) => !leftOut(selector)), ...selectorsIn(ours)])
}

// Names whose parts are drawn instead, and one that is finished with a number.
const BARE = [
  'govuk-radios',
  'govuk-checkboxes',
  'govuk-password-input',
  'govuk-input--width',
  'govuk-summary-list__row',
  'govuk-summary-list__key',
  'govuk-summary-list__value',
]

it("uses no class of GOV.UK's that our stylesheet leaves out", () => {
  const drawn = drawnClasses()
  const missing = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/(?<![\w/-])govuk-[a-z]+(?:-[a-z0-9]+)*(?:__[a-z-]+)?(?:--[a-z0-9-]*[a-z0-9])?/g)]
      .map(([name]) => name)
      .filter((name) => !drawn.has(name) && !BARE.includes(name))
      .map((name) => `${path}: ${name}`),
  )
  expect(missing).toEqual([])
})

it('has no style written into the page, which the content security policy would refuse', () => {
  // A PDF is drawn on the server and is no page: its parts take their styles as that library wants them.
  const shown = pages.filter(({ path }) => path !== 'components/plan/plan-pdf.tsx')
  expect(shown.filter(({ text }) => /\sstyle=|<style/.test(text)).map(({ path }) => path)).toEqual([])
})

it("takes nothing of GOV.UK's own brand", () => {
  expect(css).not.toMatch(/#1d70b8|#1a65a6|GDS Transport|crown/i)
})
