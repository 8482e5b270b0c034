// GOV.UK Frontend's Sass brings every variant of every component, and colours that only Sass can set. This takes the
// variants no page of ours uses out of the stylesheet, and puts our tokens, which change at night and in print, where
// their colours and sizes stand. A variant that is needed after all: take its name out of LEFT_OUT.

const LEFT_OUT = [
  'govuk-tag',
  'summary-card',
  'govuk-summary-list',
  'notification-banner__link',
  'button-group .govuk-link',
  'visually-hidden-focusable',
  'clearfix',
  '-focused-element',
  '__start-icon',
  '__divider',
  '__prefix',
  '--start',
  '--inverse',
  '--warning',
  '--secondary',
  '--small',
  '--xl',
  '--extra-letter-spacing',
  '--width-30',
  '--hidden',
  '[disabled]',
  'form-group::after',
  'fieldset::after',
  'date-input::after',
  ':-moz-any-link',
]

// How a thing looks under the pointer and with the focus is ours, in app/styles/_govuk-look.scss.
const STATE = /(?<!:not\(|\\):(focus|hover|active|link|visited)|::-moz-focus-inner/

const COLOURS = {
  brand: '--plum',
  text: '--ink',
  'inverse-text': '--on-plum',
  'body-background': '--card',
  'secondary-text': '--ink-soft',
  focus: '--sun',
  'focus-text': '--on-sun',
  error: '--miss-mark',
  success: '--met-mark',
  border: '--line',
  'input-border': '--edge',
  hover: '--plum-wash',
  link: '--link',
  'link-visited': '--link',
  'link-hover': '--link',
  'link-active': '--ink',
}

const SIZES = {
  '2rem': '--t-h1',
  '1.375rem': '--t-h2',
  '1.125rem': '--t-h3',
  '1rem': '--t-body',
  '0.875rem': '--t-small',
}

/** @type {(selector: string) => boolean} */
export const leftOut = (selector) => STATE.test(selector) || LEFT_OUT.some((name) => selector.includes(name))

// Old browsers' needs, and what every part is told that it would have from the page anyway.
const NEEDLESS = [
  /^(-webkit-font-smoothing|-moz-osx-font-smoothing|-webkit-clip-path|clip|-ms-user-select|-webkit-appearance):/,
  /^box-sizing: border-box$/,
  /^font-family: inherit$/,
  /^font-weight: 400$/,
  /^font-size: (var\(--t-body\)|0)$/,
  /^line-height: var\(--leading\)$/,
  /^color: var\(--ink\)$/,
]

// What browsers of years ago need, and screens narrower than any.
const FOR_OLD = /^not \((text-wrap|caret-color)|^\((padding|border-width)|19\.99em/

const inOurTokens = (prop, value) => {
  const coloured = value.replace(/var\(--govuk-([\w-]+)-colour,\s*#\w+\)/g, (whole, name) => {
    const token = prop === 'color' && name === 'error' ? '--miss' : COLOURS[name]
    return token ? `var(${token})` : whole
  })
  if (prop === 'font-size') return SIZES[coloured] ? `var(${SIZES[coloured]})` : coloured
  return prop === 'line-height' && coloured === '1.45' ? 'var(--leading)' : coloured
}

// The last line of app/styles/_govuk.scss: what comes after it is ours, and is left alone.
export const OURS_FROM_HERE = 'ours from here'

function dress(node) {
  if (node.type === 'decl' && node.parent.selector?.includes('govuk-')) {
    node.value = inOurTokens(node.prop, node.value)
    if (NEEDLESS.some((needless) => needless.test(`${node.prop}: ${node.value}`))) node.remove()
  }
  if (node.type === 'rule' && node.selector.includes('govuk-')) {
    const kept = node.selectors.filter((selector) => !leftOut(selector))
    if (kept.length === 0) node.remove()
    else node.selectors = kept
  }
  if (node.type === 'atrule' && FOR_OLD.test(node.params)) node.remove()
}

const isEmpty = (node) => (node.type === 'rule' || node.name === 'media') && node.nodes?.length === 0

const govukInOurTokens = {
  postcssPlugin: 'govuk-in-our-tokens',
  Once(root) {
    const end = root.nodes.findIndex((node) => node.type === 'comment' && node.text.includes(OURS_FROM_HERE))
    for (const node of root.nodes.slice(0, Math.max(end, 0))) {
      dress(node)
      node.walk?.(dress)
    }
    root.walk((node) => {
      if (node.type === 'comment') node.remove()
    })
    root.walkRules((rule) => {
      if (isEmpty(rule)) rule.remove()
    })
    root.walkAtRules((rule) => {
      if (isEmpty(rule)) rule.remove()
    })
  },
}

export default { plugins: [govukInOurTokens] }
