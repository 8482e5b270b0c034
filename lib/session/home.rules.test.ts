import { describe, expect, it } from 'vitest'
import { homeOf, tabsOf } from './home.rules'

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
