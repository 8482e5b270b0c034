import { STARTING_GROUPS } from './starting-groups.rules'
import { STARTING_SINGLE } from './starting-single.rules'
import { lines, type Starting } from './starting.rules'

const inClass = {
  wave: 'universal',
  delivererRole: 'class-teacher',
  minutes: null,
  perWeek: null,
  weeks: null,
  groupSize: null,
  training: null,
  additional: false,
} as const

const STARTING_LESSONS: readonly Starting[] = [
  {
    ...inClass,
    name: 'Visual timetable',
    form: 'Help to join in',
    evidence: 'Knowing what comes next lowers worry and helps pupils to begin by themselves.',
    steps: lines(
      'Go through the day together before the lesson',
      'Take off each card as it is done',
      'Show changes as early as you can',
    ),
  },
  {
    ...inClass,
    name: 'One instruction at a time',
    form: 'Help to join in',
    evidence: 'Short instructions leave room to think for pupils who find it hard to hold several in mind.',
    steps: lines(
      'Say the name first',
      'Give one step, with a gesture or a picture',
      'Wait ten seconds',
      'Ask what they will do first',
    ),
  },
  {
    ...inClass,
    name: 'Checking understanding by inviting questions',
    form: 'Help to join in',
    evidence: 'Pupils who are praised for brave attempts ask for help sooner.',
    steps: lines(
      'Ask an open question that has several right answers',
      'Praise the attempt before the answer',
      'Come back to the pupil who said nothing',
    ),
  },
  {
    ...inClass,
    name: 'Words of the topic taught beforehand',
    form: 'Extra help from an adult',
    wave: 'targeted',
    delivererRole: 'teaching-assistant',
    minutes: 10,
    perWeek: 2,
    groupSize: 4,
    additional: true,
    evidence: 'Meeting new words before the lesson lets pupils follow it with everyone else.',
    steps: lines(
      'Choose five words of next week’s lessons',
      'Say, draw and act each one',
      'Use each in a sentence',
      'Come back to them on the day',
    ),
  },
]

/**
 * What a school may begin its catalogue with: common kinds of support in general words, written for this project, none
 * of them anybody's product. A school changes them, retires them and adds its own (6.50, P47).
 */
export const STARTING_SET: readonly Starting[] = [...STARTING_LESSONS, ...STARTING_GROUPS, ...STARTING_SINGLE]
