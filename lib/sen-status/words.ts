import type { BroadArea } from './needs.rules'
import type { EndReason, SenReason, StatusKind } from './rules'

/** What each status is called on screen; K and E stay at the census edge. */
export const statusWords: Record<StatusKind, string> = {
  'sen-support': 'SEN support',
  'ehc-plan': 'EHC plan',
}

/** What can lie behind a decision for SEN support, as it is ticked and as it is kept. */
export const senReasonWords: Record<SenReason, string> = {
  'less-than-expected-progress': 'Less than expected progress, in spite of good teaching aimed at it',
  'different-or-additional':
    'Needs something different from or additional to what others of the same age get',
  'wider-development': 'A difficulty in wider development or social needs',
  'specialist-advice': 'Advice from a specialist',
  diagnosis: 'A diagnosis',
  'previous-school': 'Had SEN support at an earlier school',
  'english-as-an-additional-language': 'English as an additional language (not a reason by itself)',
}

/** Why a time on the register comes to an end, as it is chosen and as it is kept. */
export const endReasonWords: Record<EndReason, string> = {
  'needs-met': 'Good progress: what is ordinarily given to all is enough now',
  'plan-ceased': 'The local authority ended the EHC plan',
  'left-school': 'Left this school',
  other: 'Another reason',
}

/** The four broad areas of need (Code of Practice 6.28 to 6.35). */
export const broadAreaWords: Record<BroadArea, string> = {
  'communication-and-interaction': 'Communication and interaction',
  'cognition-and-learning': 'Cognition and learning',
  'social-emotional-and-mental-health': 'Social, emotional and mental health',
  'sensory-and-or-physical': 'Sensory and/or physical',
}
