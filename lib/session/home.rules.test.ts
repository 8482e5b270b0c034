import { describe, expect, it } from 'vitest'
import { elsewhereOf, homeOf, tabsOf } from './home.rules'

const hat = (role: Parameters<typeof tabsOf>[0]) => ({ actor: { role }, school: { slug: 'oak' } })

describe('where a person begins', () => {
  it.each([
    ['a SENCO', [hat('senco')], '/schools/oak'],
    ['a teacher who is a parent too', [hat('class-teacher'), hat('parent')], '/schools/oak'],
    ['a governor', [hat('governor')], '/schools/oak/oversight'],
    ['a parent', [hat('parent')], '/family'],
    ['someone whose access has ended everywhere', [], '/family'],
  ])('%s: %s', (_who, hats, home) => {
    expect(homeOf(hats)).toBe(home)
  })
})

describe('tabs', () => {
  it.each([
    ['senco', ['Today', 'Register', 'Meetings', 'Classes', 'Oversight', 'School']],
    ['headteacher', ['Today', 'Register', 'Meetings', 'Classes', 'Oversight', 'School']],
    ['class-teacher', ['Today', 'My pupils', 'Classes', 'Meetings']],
    ['teaching-assistant', ['Today', 'My pupils', 'Classes']],
    ['governor', ['Oversight']],
    ['parent', []],
  ] as const)('a %s has %j', (role, labels) => {
    expect(tabsOf(role, 'oak').map(({ label }) => label)).toEqual(labels)
  })
})

describe('the other places of someone with several hats', () => {
  const at = (role: Parameters<typeof tabsOf>[0], slug: string, name: string) => ({
    actor: { role },
    school: { slug, name },
  })
  const hats = [at('senco', 'oak', 'Oak'), at('governor', 'elm', 'Elm'), at('parent', 'oak', 'Oak')]

  it.each([
    ['in one school', 'oak', ['Elm /schools/elm/oversight', 'My own children /family']],
    ['in the other', 'elm', ['Oak /schools/oak', 'My own children /family']],
    ['with their children', 'family', ['Oak /schools/oak', 'Elm /schools/elm/oversight']],
  ])('%s', (_where, here, links) => {
    expect(elsewhereOf(hats, here).map(({ label, href }) => `${label} ${href}`)).toEqual(links)
  })

  it('is nothing for someone with one', () => {
    expect(elsewhereOf([at('senco', 'oak', 'Oak')], 'oak')).toEqual([])
  })
})
