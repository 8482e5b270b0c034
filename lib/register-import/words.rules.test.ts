import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { readNeeds } from './need-words.rules'
import { readStatus } from './status-words.rules'

const today = isoDate('2026-11-20')

describe('readStatus', () => {
  it.each([
    ['N', 'none'],
    ['n', 'none'],
    ['No Special Educational Need', 'none'],
    ['N - No Special Educational Need', 'none'],
    ['No SEN', 'none'],
    ['Monitoring', 'none'],
    ['N - Monitoring', 'none'],
    ['K', 'sen-support'],
    ['SEN Support', 'sen-support'],
    ['sen_support', 'sen-support'],
    ['K - SEN Support', 'sen-support'],
    ['SEN Support (K)', 'sen-support'],
    ['SEND support', 'sen-support'],
    ['E', 'ehc-plan'],
    ['EHCP', 'ehc-plan'],
    ['EHC Plan', 'ehc-plan'],
    ['Education, Health and Care Plan', 'ehc-plan'],
    ['Education Health & Care Plan', 'ehc-plan'],
    ['E: Education, Health and Care Plan', 'ehc-plan'],
    ['', null],
    [' - ', null],
  ])('reads %j as %s', (cell, status) => expect(readStatus(cell)).toEqual({ ok: true, value: status }))

  it.each([
    ['S', /EHC plans \(E\) replaced/],
    ['S - Statement', /EHC plans \(E\) replaced/],
    ['Statement of Special Educational Needs', /EHC plans \(E\) replaced/],
    ['A', /School Action.*SEN support \(K\) replaced/],
    ['School Action', /^A \(School Action\).*SEN support \(K\) replaced/],
    ['P', /School Action Plus.*SEN support \(K\) replaced/],
    ['School Action Plus', /^P .*SEN support \(K\) replaced/],
    ['School Action+', /^P .*SEN support \(K\) replaced/],
    ['K - EHCP', /must be N .* K .* or E/],
    ['X', /must be N .* K .* or E/],
    ['14/06/2019', /must be N .* K .* or E/],
    ['是', /must be N .* K .* or E/],
    ['😀', /must be N .* K .* or E/],
  ])('refuses %j and says why', (cell, message) => {
    expect(readStatus(cell)).toEqual({ ok: false, message: expect.stringMatching(message) as string })
  })
})

describe('readNeeds', () => {
  const needs = (cell: string, on = today) => readNeeds(cell, on, 'Need Type')
  it.each([
    ['SLCN', ['SLCN']],
    ['slcn', ['SLCN']],
    ['SpLD', ['SPLD']],
    ['Speech, Language and Communication Needs', ['SLCN']],
    ['SLCN - Speech, Language and Communication Needs', ['SLCN']],
    ['Speech, language & communication needs (SLCN)', ['SLCN']],
    ['ASD - Autistic Spectrum Disorder', ['ASD']],
    ['Autism', ['ASD']],
    ['Visual Impairment', ['VI']],
    ['Multi-Sensory Impairment', ['MSI']],
    ['Other Difficulty/Disability', ['OTH']],
    ['SEN support but no specialist assessment of type of need', ['NSA']],
    ['Down’s Syndrome', ['DS']],
    ['SLCN; SEMH', ['SLCN', 'SEMH']],
    ['SLCN, SEMH, SLCN', ['SLCN', 'SEMH']],
    ['Social, Emotional and Mental Health\nMLD', ['SEMH', 'MLD']],
    ['', null],
    ['None', null],
  ])('reads %j as %j', (cell, codes) => expect(needs(cell)).toEqual({ ok: true, value: codes }))

  it('knows each code of the census', () => {
    const codes = 'SPLD MLD SLD PMLD SEMH SLCN HI VI MSI PD ASD DS OTH NSA'.split(' ')
    expect(codes.map((code) => needs(code))).toEqual(codes.map((code) => ({ ok: true, value: [code] })))
  })

  it('takes Down syndrome from January 2025, and not the day before', () => {
    expect(needs('DS', isoDate('2024-12-31'))).toEqual({
      ok: false,
      message: 'Need Type may be DS only from January 2025',
    })
    expect(needs('DS', isoDate('2025-01-01'))).toEqual({ ok: true, value: ['DS'] })
  })

  it.each([
    ['BESD', /SEMH\) replaced/],
    ['Behaviour, Emotional and Social Difficulties', /SEMH\) replaced/],
    ['Dyspraxic tendencies', /must be one of the SEN types/],
    ['SLCN, and more', /must be one of the SEN types/],
    ['SLCN - Severe Learning Difficulty', /must be one of the SEN types/],
  ])('refuses %j and says why', (cell, message) => {
    expect(needs(cell)).toEqual({ ok: false, message: expect.stringMatching(message) as string })
  })
})
