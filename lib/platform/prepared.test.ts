import { expect, it } from 'vitest'
import { preparedNames } from './prepared'

const times = <T>(count: number, work: () => T) => Array.from({ length: count }, work)

it('names a marked statement by its mark, from the first time', () => {
  expect(preparedNames()('/* prepared: register-lines */ SELECT 1')).toBe('register-lines')
})

it('names what comes often, the same each time, and never two texts alike', () => {
  const nameOf = preparedNames()
  expect(times(6, () => nameOf('SELECT 1'))).toEqual(['', '', '', '', 'often-0', 'often-0'])
  expect(times(5, () => nameOf('SELECT 2')).at(-1)).toBe('often-1')
  expect(nameOf('SELECT 1')).toBe('often-0')
})

it('comes to an end with names, so that a connection keeps no more than that', () => {
  const nameOf = preparedNames()
  const named = new Set<string>()
  for (let n = 0; n < 1000; n++) times(5, () => named.add(nameOf(`SELECT ${n}`)))
  expect(named.size).toBe(301) // and the nameless
})
