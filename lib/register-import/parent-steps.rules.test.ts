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
