import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { RegisterLine } from '@/lib/sen-register/rules'
import { escaped, markup } from './markup'
import { packedRows, type RowFacts, unpackedRows } from './row-facts'
import { registerRowsHtml } from './row-html'

const today = isoDate('2027-03-16')

const facts: RowFacts = {
  pupilId: '01990000-0000-7000-8000-000000000001',
  name: 'Khan, Amira',
  also: null,
  yearGroup: 4,
  className: '4 Ash',
  held: 2,
  booked: 0,
  required: 3,
  eachYear: 3,
  state: 'on-track',
  sentence: 'Third due by 7 July',
  nextDue: isoDate('2027-07-07'),
  reviewDue: isoDate('2027-04-23'),
  daysOverdue: 0,
  stage: 'do',
  status: 'sen-support',
  need: 'Speech, language and communication',
}

const rowOf = (over: Partial<RowFacts> = {}) =>
  registerRowsHtml([{ ...facts, ...over }], '/schools/oak/pupils', today)

describe('what is escaped', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;', 'a tag'],
    [
      'O\'Brien "Bo" & son',
      'O&#39;Brien &quot;Bo&quot; &amp; son',
      'quotation marks, so that an attribute stays shut',
    ],
    ['&lt;', '&amp;lt;', 'what looks escaped already is shown as it was written'],
    ['أميرة خان', 'أميرة خان', 'a name from right to left stays as it is'],
    ['👩‍👧 Zoë \u202eevil', '👩‍👧 Zoë \u202eevil', 'emoji and accents stay as they are'],
    ['', '', 'nothing'],
  ])('%j becomes %j: %s', (text, expected) => {
    expect(escaped(text)).toBe(expected)
    expect(markup`<b title="${text}">${text}</b>`.html).toBe(`<b title="${expected}">${expected}</b>`)
  })

  it('puts HTML made the same way in as it stands, and leaves out what is not there', () => {
    const inner = markup`<i>${'<'}</i>`
    expect(markup`<p>${inner}${null}${false}${3}${[inner, inner]}</p>`.html).toBe(
      '<p><i>&lt;</i>3<i>&lt;</i><i>&lt;</i></p>',
    )
  })
})

describe('a row', () => {
  it('says each thing once, in a table that keeps its roles', () => {
    expect(rowOf()).toBe(
      '<tr role="row"><th role="rowheader" scope="row"><a href="/schools/oak/pupils/01990000-0000-7000-8000-000000000001">Khan, Amira</a><small>Year 4, 4 Ash</small></th>' +
        '<td role="cell" class="full"><a href="/schools/oak/pupils/01990000-0000-7000-8000-000000000001/parent-meetings"><span class="meter"><svg class="marks" aria-hidden="true"><use href="#meter-hho"/></svg>2 of 3</span></a></td>' +
        '<td role="cell" class="full"><span class="state track"><svg class="icon" aria-hidden="true"><use href="#i-track"/></svg>On track</span> <small>Third due by 7 July</small></td>' +
        '<td role="cell" data-l="Review">23 April 2027</td><td role="cell" data-l="Stage">Do</td><td role="cell" data-l="Status">SEN support</td>' +
        '<td role="cell" data-l="Main need">Speech, language and communication</td></tr>',
    )
  })

  it('says by when the next is due, and in words that a mark is only booked', () => {
    const row = rowOf({ booked: 1, sentence: 'Third booked for 22 March' })
    expect(row).toContain('<small>Third booked for 22 March; due by 7 July</small>')
    expect(row).toContain('2 of 3<span class="govuk-visually-hidden">, 1 booked</span></span></a></td>')
  })

  it.each([
    [
      '2027-03-12',
      4,
      '12 March 2027<small class="word miss"><svg class="icon" aria-hidden="true"><use href="#i-miss"/></svg> Overdue by 4 days</small>',
    ],
    ['2027-03-15', 1, 'Overdue by 1 day</small>'],
    [
      '2027-03-16',
      0,
      'Today<small class="word risk"><svg class="icon" aria-hidden="true"><use href="#i-by"/></svg> Due today</small>',
    ],
    [null, 0, '<td role="cell" data-l="Review">None</td>'],
  ])('says a review due on %s, %d days late, with a shape and in words', (due, daysOverdue, expected) => {
    expect(rowOf({ reviewDue: due === null ? null : isoDate(due), daysOverdue })).toContain(expected)
  })

  it.each([
    [{ yearGroup: 0, className: null }, '<small>Reception</small>'],
    [{ yearGroup: null, className: '4 Ash' }, '<small>4 Ash</small>'],
    [{ yearGroup: null, className: null }, '<small></small>'],
    [
      { status: 'ended', stage: 'none' } as const,
      'data-l="Stage">Off the register</td><td role="cell" data-l="Status">Ended this year<',
    ],
    [{ stage: 'none' } as const, 'data-l="Stage">No open cycle<'],
    [{ need: null }, 'data-l="Main need">Not recorded<'],
  ])('of %j has %s', (over, expected) => {
    expect(rowOf(over)).toContain(expected)
  })

  it.each(['pupilId', 'name', 'className', 'sentence', 'need'] as const)(
    'lets no tag through its %s',
    (part) => {
      expect(rowOf({ [part]: '"><script>alert(1)</script>' })).toContain(
        '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;',
      )
      expect(rowOf({ [part]: '"><script>alert(1)</script>' })).not.toContain('<script')
    },
  )

  it.each([
    {},
    { also: 'عامرة "A"', need: null, yearGroup: null, className: null, nextDue: null, reviewDue: null },
    { yearGroup: 0, held: 4, booked: 2, required: 0, daysOverdue: 12, name: '👩‍👧 <b>, \\n |' },
    { state: 'not-met', stage: 'none', status: 'to-come' },
    { required: 2, eachYear: 4 },
  ] as Partial<RowFacts>[])('comes out of its packing as it went in: %j', (over) => {
    const rows = [facts, { ...facts, ...over }, facts]
    expect(unpackedRows(packedRows(rows.map(lineOf)))).toEqual(rows)
  })

  it('takes a tab or a new line in a name as a space', () => {
    const [row] = unpackedRows(packedRows([lineOf({ ...facts, name: 'Khan,\tAmira\n' })]))
    expect(row).toEqual({ ...facts, name: 'Khan, Amira ' })
  })
})

it('packs an empty register', () => {
  expect(unpackedRows(packedRows([]))).toEqual([])
})

function lineOf({ need, held, booked, required, eachYear, state, nextDue, ...rest }: RowFacts): RegisterLine {
  const standing = {
    held,
    booked,
    required,
    eachYear,
    state,
    nextDue,
    expectedByNow: 0,
    schoolDaysLeft: 80,
    fewerThanThree: true,
  }
  return {
    ...rest,
    need: need === null ? null : { code: need, name: need },
    soughtAs: '',
    cycleId: null,
    standing,
  }
}
