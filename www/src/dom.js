/**
 * Makes elements. Text goes in as text only: no markup is ever made of a string.
 *
 * @typedef {Node | string | null | undefined | false} Child
 */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} [properties] `on…` are listeners, `class` and names with a hyphen
 *   attributes; `true` sets an attribute, `false`, `null` and `undefined` leave it out.
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, String(value));
    }
  }
  element.append(...children.filter(shown));
  return element;
}

/**
 * @param {Child} child
 * @returns {child is Node | string}
 */
function shown(child) {
  return child !== null && child !== undefined && child !== false && child !== '';
}

const SVG = 'http://www.w3.org/2000/svg';

/** Shapes that differ without colour: tick in a circle, triangle, half circle, cross in a square. */
const SHAPES = {
  clear: ['M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Z', 'm7.5 12.4 3 3 6-6.4'],
  findings: ['M12 2.8 22.4 21H1.6Z', 'M12 9v5.6M12 17.4v.4'],
  incomplete: ['M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Z', ''],
  unreadable: ['M4 2.5h16A1.5 1.5 0 0 1 21.5 4v16a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 20V4A1.5 1.5 0 0 1 4 2.5Z', 'm8 8 8 8m0-8-8 8'],
  busy: ['M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Z', 'M12 7v5.2l3.4 2'],
};

/**
 * The picture of a verdict. Decoration: the words beside it say the same.
 * @param {keyof typeof SHAPES} name
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `icon ${name}`);
  const [shape, sign] = SHAPES[name];
  svg.append(path(shape, 'shape'));
  if (name === 'incomplete') {
    svg.append(path('M12 4.5a7.5 7.5 0 0 1 0 15Z', 'half'));
  }
  if (sign) {
    svg.append(path(sign, 'sign'));
  }
  return svg;
}

/**
 * @param {string} d
 * @param {string} name
 */
function path(d, name) {
  const element = document.createElementNS(SVG, 'path');
  element.setAttribute('d', d);
  element.setAttribute('class', name);
  return element;
}

/**
 * Makes something anew and keeps the focus on what bears the same key; where that went away, the
 * focus goes to the verdict, because what the person asked for is told there.
 * @param {ShadowRoot} root
 * @param {HTMLElement} box
 * @param {() => void} draw
 */
export function keeping(root, box, draw) {
  const active = /** @type {HTMLElement | null} */ (root.activeElement);
  const key = active && box.contains(active) ? active.dataset.key ?? '' : null;
  draw();
  if (key !== null) {
    const again = [...box.querySelectorAll('[data-key]')]
      .find((element) => /** @type {HTMLElement} */ (element).dataset.key === key)
      ?? box.querySelector('.verdict');
    /** @type {HTMLElement | null} */ (again)?.focus({ preventScroll: true });
  }
}

/**
 * Those that are there.
 * @param {Child[]} children
 * @returns {Array<Node | string>}
 */
export function nodes(children) {
  return /** @type {Array<Node | string>} */ (children.filter(Boolean));
}

/**
 * A button that keeps its focus by its key.
 * @param {string} text
 * @param {string} key
 * @param {() => void} act
 * @param {string} [look]
 */
export function button(text, key, act, look = '') {
  return h('button', {
    type: 'button',
    class: look === 'link' ? 'link' : `button ${look}`,
    'data-key': key,
    onclick: act,
  }, text);
}
