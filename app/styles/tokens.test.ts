import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const source = readFileSync(new URL('_tokens.scss', import.meta.url), 'utf8')

function coloursIn(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [name, hex]),
  )
}

const night = source.slice(source.indexOf('prefers-color-scheme'), source.indexOf('@media print'))
const day = coloursIn(source.slice(0, source.indexOf('prefers-color-scheme')))
const schemes = { day, night: { ...day, ...coloursIn(night) } }

// WCAG 2.2: relative luminance and contrast ratio.
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const TEXT = 4.5
const MARK = 3
const STATES = ['met', 'track', 'risk', 'miss', 'part', 'none']

const pairs: [string, string, number, string][] = [
  ['ink', 'paper', TEXT, 'text on the page'],
  ['ink', 'card', TEXT, 'text on a card'],
  ['ink-soft', 'paper', TEXT, 'hints on the page'],
  ['ink-soft', 'card', TEXT, 'hints on a card'],
  ['ink-soft', 'plum-tint', TEXT, 'the reason in a row under the pointer'],
  ['ink', 'plum-wash', TEXT, 'the head of the register'],
  ['link', 'paper', TEXT, 'links on the page'],
  ['link', 'card', TEXT, 'links on a card'],
  ['link', 'plum-tint', TEXT, 'links in a row under the pointer'],
  ['on-plum', 'plum', TEXT, 'a button'],
  ['on-plum', 'plum-deep', TEXT, 'a button under the pointer'],
  ['on-plum', 'bar', TEXT, 'the bar'],
  ['on-sun', 'sun', TEXT, 'a link with the focus, and "New"'],
  ['miss', 'card', TEXT, 'a message of error'],
  ['miss', 'paper', TEXT, 'a message of error on the page'],
  ['edge', 'card', MARK, 'the boundary of a control'],
  ['edge', 'paper', MARK, 'the boundary of a control on the page'],
  ['plum-mid', 'card', MARK, 'the line of the meter'],
  ['sun', 'bar', MARK, 'the open tab on a phone'],
  ...STATES.flatMap((state): [string, string, number, string][] => [
    [state, `${state}-tint`, TEXT, `the word of a tag: ${state}`],
    [state, 'card', TEXT, `the word in a line: ${state}`],
    [`${state}-mark`, 'card', MARK, `the shape on a card: ${state}`],
    [`${state}-mark`, `${state}-tint`, MARK, `the shape in its tag: ${state}`],
  ]),
]

describe.each(Object.entries(schemes))('contrast by %s', (_scheme, colours) => {
  it.each(pairs)('%s on %s is at least %f: %s', (front, back, least) => {
    expect(contrast(colours[front]!, colours[back]!)).toBeGreaterThanOrEqual(least)
  })
})

it('has a colour of its own by night for everything but what stays as it is', () => {
  const stays = ['sun', 'on-sun', 'on-plum']
  expect(Object.keys(day).filter((name) => !(name in coloursIn(night)))).toEqual(stays)
})
