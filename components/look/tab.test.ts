import { describe, expect, it } from 'vitest'
import { currentTab, type Tab } from './tab'

const at = '/schools/oakfield'
const tabs: Tab[] = [
  { href: at, label: 'Today' },
  { href: `${at}/sen-register`, label: 'Register', also: [`${at}/pupils`] },
  { href: `${at}/oversight`, label: 'Oversight' },
]

describe('the open tab', () => {
  it.each<[string, ReturnType<typeof currentTab>, string]>([
    [at, { href: at, is: 'page' }, 'the page itself'],
    [`${at}/sen-register`, { href: `${at}/sen-register`, is: 'page' }, 'the longest match wins over Today'],
    [
      `${at}/pupils/1/cycles/2/plan`,
      { href: `${at}/sen-register`, is: 'true' },
      'a pupil is in the register',
    ],
    [`${at}/oversight/print`, { href: `${at}/oversight`, is: 'true' }, 'a page within'],
    [`${at}/calendar`, { href: at, is: 'true' }, 'a page with no tab of its own is under Today'],
    [`${at}-2`, null, 'another school whose name begins the same'],
    ['/sign-in', null, 'no tab'],
  ])('at %s: %j, %s', (path, open) => {
    expect(currentTab(tabs, path)).toEqual(open)
  })
})
