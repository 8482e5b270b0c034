import { describe, expect, it } from 'vitest'
import { parentSteps } from './parent-steps.rules'

describe('parentSteps', () => {
  const parent = (name: string, email: string | null = null, relationship: string | null = null) => ({
    name,
    email,
    relationship,
    hasParentalResponsibility: null,
  })
  const known = (id: string, name: string, email: string | null = null) => ({
    id,
    ...parent(name, email, 'Mother'),
  })

  it('leaves out nobody and takes away nobody', () =>
    expect(parentSteps([known('1', 'Ann')], [])).toEqual([]))
  it('knows a parent by name however it is written', () =>
    expect(parentSteps([known('1', "Ann O'Brien", 'a@b.example')], [parent("Ann O'Brien")])).toEqual([]))
  it('gives a known parent a new address', () => {
    expect(parentSteps([known('1', 'Ann')], [parent('Ann', 'a@b.example')])).toMatchObject([
      { act: 'change', parentId: '1', parent: { email: 'a@b.example', relationship: 'Mother' } },
    ])
  })
  it('gives a known address a new name', () => {
    expect(
      parentSteps([known('1', 'Ann Mitchell', 'a@b.example')], [parent('Ann Lee', 'a@b.example')]),
    ).toMatchObject([{ act: 'change', parentId: '1', parent: { name: 'Ann Lee' } }])
  })
  it('never turns one parent into the other because they share an address', () => {
    const max = parent('Max Mitchell', 'home@b.example')
    expect(parentSteps([known('1', 'Ann Mitchell', 'home@b.example')], [max])).toEqual([
      { act: 'add', parent: max },
    ])
    expect(parentSteps([known('1', 'Mrs Mitchell', 'home@b.example')], [max])).toEqual([
      { act: 'add', parent: max },
    ])
  })
  it('leaves alone whom a person here has changed, and does not add them again', () => {
    const ann = { ...known('1', 'Ann Lee', 'new@b.example'), isKept: true }
    expect(parentSteps([ann], [parent('Ann Lee', 'old@b.example', 'Aunt')])).toEqual([])
    expect(parentSteps([ann], [parent('Mrs Ann Mitchell', 'new@b.example')])).toEqual([])
  })
  it('keeps two parents apart who share an address', () => {
    const both = [parent('Ann', 'home@b.example', 'Mother'), parent('Max', 'home@b.example', 'Mother')]
    expect(parentSteps([known('1', 'Ann', 'home@b.example')], both)).toEqual([
      { act: 'add', parent: both[1] },
    ])
    expect(
      parentSteps([known('1', 'Ann', 'home@b.example'), known('2', 'Max', 'home@b.example')], both),
    ).toEqual([])
  })
})
