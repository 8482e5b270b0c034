import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { MeetingRecordView, MeetingRow } from '@/lib/parent-meeting/line.rules'
import { heldForm } from '@/lib/parent-meeting/held.schema'
import { copiesForm, moveForm } from '@/lib/parent-meeting/schema'
import { type FormValues, readForm } from '@/lib/platform/form-state'
import { arrangeValues, copiesValues, heldValues, moveValues } from './initial'

const today = isoDate('2026-11-20')
const KEY = '01927c5e-0000-4000-8000-000000000001'
const MOTHER = '01927c5e-0000-4000-8000-000000000002'
const TOM = '01927c5e-0000-4000-8000-000000000003'

const meeting: MeetingRow = {
  id: 'm',
  version: 1,
  status: 'booked',
  on: isoDate('2026-11-20'),
  at: '15:30',
  format: 'video',
  purpose: 'plan',
  place: null,
  plannedMinutes: 30,
  actualMinutes: null,
  isSenDiscussion: true,
  roundId: null,
  leaderId: TOM,
  leader: 'Tom Whitfield',
  invited: [{ contactId: MOTHER, name: 'Farah Khan' }],
  came: [],
  staff: [],
  pupilPart: null,
  pupilPartNote: null,
  cancelledBy: null,
  reasonNotHeld: null,
  hasRecord: false,
  signed: null,
  stepsToDo: [],
  noteTaker: null,
  late: [],
  left: [],
  recordDue: null,
  copies: [],
  copyDue: null,
}

/** What the browser sends when the form is sent as it came. */
function sent(values: FormValues) {
  const data = new FormData()
  for (const [name, value] of Object.entries(values))
    if (typeof value === 'string') data.append(name, value)
    else for (const one of value) data.append(`${name}[]`, one)
  return readForm(data).input
}

describe('a form sent as it came', () => {
  it('moves a meeting to where it is', () => {
    expect(moveForm.parse(sent(moveValues(meeting)))).toMatchObject({
      on: '2026-11-20',
      at: '15:30',
      format: 'video',
      minutes: 30,
      purpose: 'plan',
      ledById: TOM,
      invited: [],
    })
  })
  it('keeps a record as it is', () => {
    const held: MeetingRow = {
      ...meeting,
      status: 'held',
      came: meeting.invited,
      staff: [{ membershipId: TOM, name: 'Tom' }],
      pupilPart: 'all',
      actualMinutes: 40,
    }
    const record: MeetingRecordView = {
      outcomesAgreed: 'Go on',
      supportAgreed: 'Four times\na week',
      parentWillDo: null,
      pupilWillDo: 'Shows her card',
      schoolWillDo: null,
      aspirations: null,
      pupilSaid: null,
      worries: null,
      atHome: null,
      nextMeeting: 'January',
      writtenOn: today,
      isShared: true,
      actions: [
        { who: 'Tom', what: 'Cards', by: isoDate('2026-11-27') },
        { who: 'Farah', what: 'Letter', by: null },
      ],
    }
    const { actions, ...rest } = heldForm.parse(sent(heldValues(held, record, { today, formKey: KEY })))
    expect(actions).toEqual(record.actions)
    expect(rest).toMatchObject({
      came: [MOTHER],
      staff: [TOM],
      heldOn: '2026-11-20',
      minutes: 40,
      outcomesAgreed: 'Go on',
      parentWillDo: null,
      formKey: KEY,
    })
  })
  it('asks for the day and who came of a meeting still to be recorded', () => {
    const values = heldValues({ ...meeting, on: isoDate('2026-11-21') }, null, { today, formKey: KEY })
    expect(values).toMatchObject({ came: [], noteTaker: '', pupilPart: '' })
    expect(values).not.toHaveProperty('heldOn.day')
  })
  it('gives no copy to anybody', () => {
    const waiting = [{ contactId: MOTHER, name: 'Farah Khan', method: null, on: null }]
    expect(copiesForm.parse(sent(copiesValues(waiting, today)))).toEqual({ given: [] })
  })
})

describe('arranging', () => {
  it.each([
    [[MOTHER], [MOTHER]],
    [[MOTHER, TOM], []],
    [[], []],
  ])('with %j who may be invited, %j are ticked', (family, invited) => {
    const offers = { family: family.map((value) => ({ value })) }
    expect(arrangeValues({ likelyLeader: null, offers, formKey: KEY }).invited).toEqual(invited)
  })
})
