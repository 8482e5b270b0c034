import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { type FormValues, readForm } from '@/lib/platform/form-state'
import { calendarForm, settingsForm } from '@/lib/school/schema'
import { calendarValues, settingsValues } from './initial'

function sent(values: FormValues) {
  const data = new FormData()
  for (const [name, value] of Object.entries(values)) if (typeof value === 'string') data.append(name, value)
  return readForm(data).input
}

describe('a form sent as it came', () => {
  it('keeps the calendar as it is', () => {
    const terms = [{ name: 'Autumn', firstDay: isoDate('2026-09-02'), lastDay: isoDate('2026-12-18') }]
    const closures = [
      { from: isoDate('2026-10-23'), until: isoDate('2026-10-23'), reason: 'Training day' },
      { from: isoDate('2026-10-26'), until: isoDate('2026-10-30'), reason: 'Half term' },
    ]
    const values = calendarValues({ terms, closures })
    expect([values.terms, values.closures]).toEqual([2, 5])
    expect(calendarForm.parse(sent(values.initial))).toEqual({
      terms: [{ row: '0', ...terms[0] }],
      closures: [
        { row: '0', from: '2026-10-23', until: null, reason: 'Training day' },
        { row: '1', from: '2026-10-26', until: '2026-10-30', reason: 'Half term' },
      ],
    })
  })
  it('keeps the settings as they are', () => {
    const settings = {
      planName: 'ISP',
      meetingMinutes: 40,
      reminderDays: 0,
      termSchoolDays: 70,
      yearBegins: '08-24',
      officePhone: '01632 960 001',
      adviceName: null,
      adviceUrl: 'https://advice.example.org',
      advicePhone: null,
      localOfferUrl: null,
    }
    expect(settingsForm.parse(sent(settingsValues(settings)))).toEqual(settings)
  })
})
