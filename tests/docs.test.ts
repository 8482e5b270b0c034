import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

// Papers that name a file which is gone send people to the wrong place. These tests read them as a
// newcomer would, and follow every path.

const PAPERS = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md')]
  .filter((file) => existsSync(file))
  .sort()
const ROOMS = /^(app|components|lib|prisma|scripts|tests|docs|public)\//

/** What a paper points at: links beside it, and names of files or folders between backticks. */
function pointsAt(paper: string) {
  const text = readFileSync(paper, 'utf8')
  const links = [...text.matchAll(/\]\(([^)#\s]+)/g)].flatMap(([, link]) => link ?? [])
  const local = links
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => path.join(path.dirname(paper), link))
  const named = [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, name]) => name ?? [])
  // `lib/<noun>/policy.ts` stands for many; `[pupilId]` is the name of a folder of Next's.
  return [...local, ...named.filter((name) => ROOMS.test(name) && !/[<…\s]/.test(name))]
}

const isThere = (place: string) =>
  existsSync(place) || globSync(place.replaceAll('[', '\\[').replaceAll(']', '\\]')).length > 0

it.each(PAPERS)('%s points only at what is there', (paper) => {
  expect(pointsAt(paper).filter((place) => !isThere(place))).toEqual([])
})

/** The rows of a paper's tables, by the number in their first cell. */
function rows(paper: string, number: RegExp) {
  const lines = readFileSync(paper, 'utf8').split('\n')
  const cells = lines.map((line) => line.split('|').map((cell) => cell.trim()))
  return cells.flatMap(([, first = '', ...rest]) =>
    number.test(first) ? [{ number: first, text: rest.join(' | ') }] : [],
  )
}

const numbers = (letter: string, last: number) =>
  Array.from({ length: last }, (_, place) => `${letter}${String(place + 1).padStart(2, '0')}`)

const says = (text: string) => ({
  notYet: /\bnot yet\b/i.test(text),
  written: /`(app|components|lib|prisma|scripts)\/[^`]+`/.test(text),
  tested: /`[^`]+\.(test|spec)\.tsx?`/.test(text),
})

describe.each([
  { paper: 'docs/rules.md', all: numbers('R', 40), number: /^R\d\d$/ },
  { paper: 'docs/promises.md', all: numbers('P', 145), number: /^P\d{2,3}$/ },
])('$paper', ({ paper, all, number }) => {
  it('has every number once, in order', () => {
    expect(rows(paper, number).map((row) => row.number)).toEqual(all)
  })

  it('says of each where it is written and tested, or that it is not yet', () => {
    const vague = rows(paper, number).filter(({ text }) => {
      const { notYet, written, tested } = says(text)
      return !notYet && !(written && tested)
    })
    expect(vague.map((row) => row.number)).toEqual([])
  })
})

it('docs/promises.md counts the promises that are kept', () => {
  const kept = rows('docs/promises.md', /^P\d{2,3}$/).filter(({ text }) => !says(text).notYet)
  expect(readFileSync('docs/promises.md', 'utf8')).toContain(`Kept now: ${kept.length} of 145`)
  expect(kept.length).toBeGreaterThan(30)
})
