import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { MAIL_KINDS } from '@/lib/mail/rules'
import { type LetterFacts, letterHtml, letterText, letterWords } from './letter.words'

const facts: LetterFacts = {
  schoolName: 'Oak Tree Primary',
  officePhone: '01632 960 001',
  parentName: 'Ms Farah Khan',
  givenName: 'Amira',
  isSeveral: false,
  on: isoDate('2026-12-01'),
  at: '15:30',
  minutes: 30,
  format: 'video',
  place: null,
  purpose: 'review',
  people: [{ name: 'Tom Whitfield', role: 'class teacher, who leads the meeting' }],
  noteTaker: 'Ruth Adeyemi',
  joinBy: 'https://meet.example/room',
  papers: 'The plan as it stands',
  papersSentOn: isoDate('2026-11-20'),
  interpreter: null,
  accessNeeds: null,
  prepareUrl: 'https://sen.example.org/prepare/other-secret',
  answerUrl: 'https://sen.example.org/answer/secret',
}

describe('a letter about a meeting', () => {
  it('says what for, who, how long, what to read, whom to bring and how to answer', () => {
    expect(letterText(letterWords('meeting-invitation', facts))).toMatchInlineSnapshot(`
      "Dear Ms Farah Khan
      We would like to invite you to a meeting about Amira. We would like to look with you at how Amira is getting on, what has helped, and what comes next.

      When and where
      Tuesday 1 December 2026, 3:30pm
      by video
      https://meet.example/room
      We have planned 30 minutes, so that there is time to talk.

      Who will be there
      Ruth Adeyemi takes notes, and you will be given what was agreed.
      * Tom Whitfield, class teacher, who leads the meeting

      Before you come
      Please read first: The plan as it stands (sent home on 20 November 2026)
      You may bring someone with you: a friend, a relative, or someone who speaks for you.
      It helps to think about what is going well, what is hard, and what you would like to come out of it.

      Please tell us
      Say yes, no, or ask for another time, with the link below, or ring the school on 01632 960 001. You need no account and no password.
      https://sen.example.org/answer/secret

      Tell us beforehand, if you like
      What you would like from the meeting, what is going well and what is hard, and what Amira would like. It is talked about at the meeting, in your own words.
      https://sen.example.org/prepare/other-secret

      With best wishes
      Oak Tree Primary"
    `)
  })

  it('speaks of siblings who are met together in one sentence', () => {
    const both = { ...facts, givenName: 'Amira and Zayd', isSeveral: true }
    expect(letterText(letterWords('meeting-invitation', both))).toContain(
      'how Amira and Zayd are getting on, what has helped',
    )
  })

  it('never has the child in its subject, and says what happened', () => {
    const kinds = MAIL_KINDS.filter((kind) => kind !== 'meeting-record' && kind !== 'meeting-choice')
    const subjects = kinds.map((kind) => letterWords(kind, facts).subject)
    expect(new Set(subjects).size).toBe(kinds.length)
    expect(subjects.join()).not.toMatch(/Amira|Khan/)
  })

  it('asks nothing any more when the meeting is called off, and gives nothing away of it', () => {
    const text = letterText(letterWords('meeting-called-off', facts))
    expect(text).not.toMatch(/answer\/secret|Whitfield|meet\.example/)
    expect(text).toContain('will not take place')
    expect(text).toContain('Please ring the school on 01632 960 001')
  })

  it('leaves out what is not arranged, and sends to the office where there is no phone number', () => {
    const text = letterText(
      letterWords('meeting-reminder', { ...facts, people: [], noteTaker: null, officePhone: null }),
    )
    expect(text).not.toMatch(/Who will be there|What we have arranged/)
    expect(text).toContain('or tell the school office')
  })

  it('is a page with headings for a screen reader, in which nothing that somebody typed is taken for code', () => {
    const html = letterHtml(
      letterWords('meeting-invitation', { ...facts, papers: '<script>x</script> & "y"' }),
    )
    expect(html).toContain('<html lang="en-GB">')
    expect(html).toContain('<h1')
    expect(html).toContain('&lt;script&gt;x&lt;/script&gt; &amp; &quot;y&quot;')
    expect(html).not.toContain('<script>')
  })
})
