import type { InvolvementState, Service } from './rules'

/** What each service is called. */
export const serviceWords: Record<Service, string> = {
  'educational-psychology': 'Educational psychology',
  'mental-health': 'Mental health (CAMHS)',
  'speech-and-language': 'Speech and language therapy',
  'occupational-therapy': 'Occupational therapy',
  physiotherapy: 'Physiotherapy',
  'specialist-teacher': 'Specialist or advisory teacher',
  'hearing-or-vision': 'Hearing or vision support',
  paediatrics: 'Paediatrics',
  other: 'Another service',
}

/** Where an involvement stands, in words. */
export const involvementWords: Record<InvolvementState, string> = {
  waiting: 'Asked, not seen yet',
  seen: 'Seen, report not here yet',
  'to-share': 'Report here, not shared with everyone yet',
  shared: 'Report shared with parents and staff',
}
