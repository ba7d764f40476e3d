/** Says in words where something stands. */

/** @typedef {import('./text/nl.js').Words} Words */
/** @typedef {import('./client.js').Step} Step */

/**
 * The steps from the outside in, in words.
 * @param {Step[]} steps
 * @param {Words} words
 */
export function location(steps, words) {
  if (steps.length === 0) {
    return words.gap.whole;
  }
  const pairs = steps.flatMap((step) => Object.entries(step));
  // A sheet or slide says more than the part that holds it.
  const known = pairs.some(([sort]) => sort === 'sheet' || sort === 'slide');
  return pairs
    .filter(([sort, value]) => !(known && sort === 'part' && HOLDER.test(String(value))))
    .map(([sort, value]) => worded(sort, value, words))
    .join(', ');
}

const HOLDER = /^(?:xl\/worksheets|ppt\/slides)\//;

/**
 * @param {string} sort
 * @param {string | number} value
 * @param {Words} words
 */
function worded(sort, value, words) {
  const { place } = words;
  if (sort === 'part') {
    return part(String(value), words);
  }
  if (sort === 'property' && value === 'name') {
    return place.name;
  }
  const say = /** @type {any} */ (place)[sort];
  return typeof say === 'function' ? say(value) : `${sort} ${value}`;
}

/**
 * A part that people know has a name; the others keep their path.
 * @param {string} path
 * @param {Words} words
 */
function part(path, { place }) {
  /** @type {Record<string, string>} */
  const known = place.parts;
  if (Object.hasOwn(known, path)) {
    return known[path];
  }
  const sheet = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(path);
  if (sheet) {
    return place.sheet(sheet[1]);
  }
  const slide = /^ppt\/slides\/slide(\d+)\.xml$/.exec(path);
  if (slide) {
    return place.slide(slide[1]);
  }
  const edge = /^word\/(header|footer)\d*\.xml$/.exec(path);
  if (edge) {
    return edge[1] === 'header' ? place.header : place.footer;
  }
  const image = /(?:^|\/)([^/]+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp))$/i.exec(path);
  return image ? place.image(image[1]) : place.part(path);
}
