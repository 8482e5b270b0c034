import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { isoDate } from '@/lib/calendar/iso-date'
import { smartFindings } from '@/lib/outcome/smart'
import { specifiedFindings } from '@/lib/provision/specified'

type Row = Readonly<Record<string, string>>

/** One line of the labelled set: which rules should speak, which may, and which did. */
export type Judged = {
  readonly id: string
  readonly text: string
  readonly isHeldOut: boolean
  readonly should: readonly string[]
  /** Where two teachers would not agree: not counted either way. */
  readonly may: readonly string[]
  readonly did: readonly string[]
}

/** How a rule did: right when it spoke, and heard when it should have. */
export type Score = {
  readonly rule: string
  readonly right: number
  readonly wrong: number
  readonly missed: number
}

const LIB = join(import.meta.dirname, '../../lib')
const OUTCOMES = join(LIB, 'outcome/smart.set')
const PROVISIONS = join(LIB, 'provision/specified.set.csv')

const rowsOf = (file: string): Row[] =>
  Papa.parse<Row>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true }).data

// Written after the rules, measured once and then looked at: see docs/smart.md.
const LOOKED_AT = /^(?:f[rstu]|pu)/

// FNV-1a over the id: the same third for ever, whatever is added, and nobody chooses what is in it.
function isHeldOut(id: string): boolean {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash % 3 === 0 && !LOOKED_AT.test(id)
}

const text = (cell = '') => (cell === '' ? null : cell)
const day = (cell = '') => (cell === '' ? null : isoDate(cell))

const judged = (row: Row, said: string, did: readonly string[]): Judged => {
  const speaks = (row['speaks'] ?? '').split(' ').filter(Boolean)
  const id = row['id'] ?? ''
  return {
    id,
    text: said,
    isHeldOut: isHeldOut(id),
    should: speaks.filter((rule) => !rule.startsWith('~')),
    may: speaks.filter((rule) => rule.startsWith('~')).map((rule) => rule.slice(1)),
    did: [...new Set(did)],
  }
}

/** Every labelled outcome, with what the checker says of it. */
export const judgedOutcomes = (): Judged[] =>
  readdirSync(OUTCOMES)
    .sort()
    .flatMap((file) => rowsOf(join(OUTCOMES, file)))
    .map((row) => {
      const findings = smartFindings({
        willDo: text(row['willDo']),
        measure: text(row['measure']),
        unit: text(row['unit']),
        baseline: text(row['baseline']),
        baselineOn: day(row['baselineOn']),
        target: text(row['target']),
        startsOn: day(row['startsOn']),
        by: day(row['by']),
        reviewDue: day(row['reviewDue']),
        why: text(row['why']),
        needs: (row['needs'] ?? '').split(' ').filter(Boolean),
      })
      return judged(
        row,
        row['willDo'] ?? '',
        findings.map(({ rule }) => rule),
      )
    })

/** Every labelled provision, with what the checker says of it. */
export const judgedProvisions = (): Judged[] =>
  rowsOf(PROVISIONS).map((row) => {
    const findings = specifiedFindings({
      what: text(row['what']),
      deliverer: text(row['deliverer']),
      minutes: text(row['minutes']),
      perWeek: text(row['perWeek']),
      groupSize: text(row['groupSize']),
      from: day(row['from']),
      until: day(row['until']),
    })
    return judged(
      row,
      row['what'] ?? '',
      findings.map(({ rule }) => rule),
    )
  })

const count = (lines: readonly Judged[], is: (line: Judged) => boolean) => lines.filter(is).length

/** How each rule did on some lines, in the order of the alphabet. */
export function scoresOf(lines: readonly Judged[]): Score[] {
  const rules = [...new Set(lines.flatMap(({ should, did }) => [...should, ...did]))].sort()
  return rules.map((rule) => ({
    rule,
    right: count(lines, ({ should, did }) => did.includes(rule) && should.includes(rule)),
    wrong: count(
      lines,
      ({ should, may, did }) => did.includes(rule) && !should.includes(rule) && !may.includes(rule),
    ),
    missed: count(lines, ({ should, did }) => should.includes(rule) && !did.includes(rule)),
  }))
}

/** All rules together. */
export const totalOf = (scores: readonly Score[]): Score => ({
  rule: 'all rules',
  right: scores.reduce((sum, { right }) => sum + right, 0),
  wrong: scores.reduce((sum, { wrong }) => sum + wrong, 0),
  missed: scores.reduce((sum, { missed }) => sum + missed, 0),
})

/** Of what was said, the share that was right; 1 where nothing was said. */
export const precision = ({ right, wrong }: Score) => (right + wrong === 0 ? 1 : right / (right + wrong))

/** Of what should have been said, the share that was; 1 where nothing should. */
export const recall = ({ right, missed }: Score) => (right + missed === 0 ? 1 : right / (right + missed))
