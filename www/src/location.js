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
  // A sheet or slide says more than the part that holds it, and any of them more than the element
  // and attribute of XML.
  const known = pairs.some(([sort]) => sort === 'sheet' || sort === 'slide');
  const said = pairs.filter(([sort, value]) => !(known && sort === 'part' && HOLDER.test(String(value))));
  const plain = said.filter(([sort, value]) => !(sort === 'property' && QUALIFIED.test(String(value))));
  return (plain.length > 0 ? plain : said).map(([sort, value]) => worded(sort, value, words)).join(', ');
}

/** The element and attribute of XML that a value stands in: `rel:Relationship Target`. */
const QUALIFIED = /^[\w.-]+:\S+(?: \S+)?$/;

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

/** The parts of which there may be more, each with its number or name and what it is called.
 * @type {[RegExp, keyof Words['place']][]} */
const PARTS = [
  [/^xl\/worksheets\/sheet(\d+)\.xml$/, 'sheet'],
  [/^ppt\/slides\/slide(\d+)\.xml$/, 'slide'],
  [/^ppt\/notesSlides\/notesSlide(\d+)\.xml$/, 'notes'],
  [/^ppt\/slideMasters\/slideMaster(\d+)\.xml$/, 'master'],
  [/^ppt\/slideLayouts\/slideLayout(\d+)\.xml$/, 'master'],
  [/^word\/header\d*\.xml$/, 'header'],
  [/^word\/footer\d*\.xml$/, 'footer'],
  [/^(?:ppt|xl)\/(?:comments\/|threadedComments\/)?(?:comments?|modernComment|threadedComment)[^/]*\.xml$/, 'comments'],
  [/^(?:word|xl|ppt)\/charts\/chart(?:Ex)?(\d+)\.xml$/, 'chart'],
  [/^(?:word|xl|ppt)\/embeddings\/(.+)$/, 'embedded'],
  [/^xl\/externalLinks\//, 'otherFile'],
  [/^xl\/pivotCache\//, 'pivot'],
  [/^customXml\//, 'ownData'],
  [/^(?:word|xl|ppt)\/vbaProject\.bin$/, 'macros'],
];

/**
 * A part that people know has a name; the others keep their path.
 * @param {string} path
 * @param {Words} words
 * @returns {string}
 */
function part(path, words) {
  const { place } = words;
  /** @type {Record<string, string>} */
  const known = place.parts;
  if (Object.hasOwn(known, path)) {
    return known[path];
  }
  const links = /^(.*\/)?_rels\/(.*)\.rels$/.exec(path);
  if (links) {
    const [, folder = '', holder] = links;
    return place.links(holder ? part(folder + holder, words) : words.gap.whole);
  }
  for (const [pattern, name] of PARTS) {
    const found = pattern.exec(path);
    if (found) {
      const say = /** @type {any} */ (place)[name];
      return typeof say === 'function' ? say(found[1]) : say;
    }
  }
  const image = /(?:^|\/)([^/]+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp))$/i.exec(path);
  return image ? place.image(image[1]) : place.part(path);
}
