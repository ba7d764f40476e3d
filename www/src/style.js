/**
 * The look of the element. Colours and spaces fall through to the tokens of the portal around it;
 * dark or light follows the page that it stands in.
 */

const CSS = `
:host {
  --text: var(--lakmoes-color, var(--utrecht-document-color, light-dark(#1c1e26, #ececf2)));
  --muted: var(--lakmoes-color-muted, light-dark(#555a68, #acb1c0));
  --line: var(--lakmoes-color-line, light-dark(#d3d5de, #3d414f));
  --edge: var(--lakmoes-color-edge, light-dark(#767b8b, #8a8fa1));
  --surface: var(--lakmoes-color-surface, light-dark(#ffffff, #1b1d25));
  --sunken: var(--lakmoes-color-sunken, light-dark(#f4f4f8, #242732));
  --accent: var(--lakmoes-color-accent, var(--nl-button-primary-background-color,
    var(--utrecht-button-primary-action-background-color, light-dark(#4a3aa7, #b9aeff))));
  --on-accent: var(--lakmoes-color-on-accent, var(--nl-button-primary-color,
    var(--utrecht-button-primary-action-color, light-dark(#ffffff, #17132e))));
  --accent-hover: var(--lakmoes-color-accent-hover, var(--nl-button-primary-hover-background-color,
    var(--utrecht-button-primary-action-hover-background-color, light-dark(#372a86, #cfc7ff))));
  --link: var(--lakmoes-color-link, var(--utrecht-link-color, light-dark(#4a3aa7, #b9aeff)));
  --focus: var(--lakmoes-color-focus, var(--nl-focus-outline-color,
    var(--utrecht-focus-outline-color, light-dark(#1c1e26, #ffffff))));
  --clear: var(--lakmoes-color-clear, light-dark(#17663a, #74d19a));
  --findings: var(--lakmoes-color-findings, light-dark(#ab3209, #ff9f78));
  --incomplete: var(--lakmoes-color-incomplete, light-dark(#7d4f00, #f0c052));
  --unreadable: var(--lakmoes-color-unreadable, light-dark(#4b5262, #b3bacb));
  --radius: var(--lakmoes-radius, var(--nl-button-border-radius,
    var(--utrecht-button-border-radius, 6px)));
  --mono: var(--lakmoes-font-mono, ui-monospace, "Cascadia Mono", "Segoe UI Mono", Menlo, Consolas,
    "DejaVu Sans Mono", monospace);
  --small: 0.9375rem;
  --large: 1.3125rem;
  display: block;
  container-type: inline-size;
  color: var(--text);
  font-family: var(--lakmoes-font, var(--utrecht-document-font-family, system-ui, "Segoe UI", Roboto,
    "Helvetica Neue", "Noto Sans", "DejaVu Sans", sans-serif));
  font-size: var(--lakmoes-font-size, 1.0625rem);
  line-height: 1.55;
}
:host([hidden]) { display: none; }
*, *::before, *::after { box-sizing: border-box; }
p, h2, h3, h4, h5, h6, ul, ol, dl, dd, figure, fieldset { margin: 0; padding: 0; }
ul, ol { list-style: none; }
fieldset { border: 0; min-inline-size: 0; }
[hidden] { display: none !important; }

/* Buttons */
button { font: inherit; color: inherit; }
.button {
  display: inline-flex; align-items: center; justify-content: center;
  min-block-size: 44px; padding: 8px 20px;
  border: 1px solid var(--edge); border-radius: var(--radius);
  background: var(--surface); color: var(--text);
  font-weight: 500; line-height: 1.3; text-decoration: none; cursor: pointer;
  transition: background-color 120ms, border-color 120ms;
}
.button:hover { background: var(--sunken); border-color: var(--text); }
.button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.button.primary:hover { background: var(--accent-hover); border-color: var(--accent-hover); }
.link {
  min-block-size: 28px; padding: 0 4px; margin-inline: -4px; border: 0; background: none;
  color: var(--link); font-size: var(--small); text-decoration: underline;
  text-decoration-thickness: 1px; text-underline-offset: 0.2em; cursor: pointer; text-align: start;
}
.link:hover { text-decoration-thickness: 2px; }
.cross {
  display: grid; place-items: center; inline-size: 44px; block-size: 44px; flex: none;
  margin: -10px -12px -10px 0; border: 0; border-radius: var(--radius); background: none;
  color: var(--muted); cursor: pointer;
}
.cross:hover { background: var(--sunken); color: var(--text); }
.cross svg { inline-size: 16px; block-size: 16px; stroke: currentColor; stroke-width: 2; fill: none; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
:focus:not(:focus-visible) { outline: none; }

/* Choosing files */
.area {
  position: relative; padding: 36px 24px; text-align: center;
  border: 1.5px dashed var(--edge); border-radius: var(--radius); background: var(--surface);
}
.area .row { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; justify-content: center; }
.area .note { margin-block-start: 16px; color: var(--muted); font-size: var(--small); }
.area .folder { margin-block-start: 4px; }
.area.small { padding: 12px 16px; }
.area.small .row { justify-content: flex-start; }
.area.small .note { display: none; }
.area.over { border-style: solid; border-color: var(--accent); background: var(--sunken); }
.hint { color: var(--muted); }
.input:focus-visible + .button { outline: 3px solid var(--focus); outline-offset: 2px; }
.input:disabled + .button { opacity: 0.6; cursor: not-allowed; }
.input {
  position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; border: 0; padding: 0;
}
.proof { display: inline-block; text-align: start; }
.proof summary { display: inline; color: var(--link); text-decoration: underline;
  text-underline-offset: 0.2em; cursor: pointer; padding: 4px 0; }
.proof[open] { display: block; margin-block-start: 8px; text-align: center; }
.proof ul { margin: 12px auto 0; display: grid; gap: 8px; max-inline-size: 34rem; text-align: start; }
.proof li { padding-inline-start: 20px; position: relative; }
.proof li::before { content: "–"; position: absolute; inset-inline-start: 4px; }
.veil {
  position: fixed; inset: 0; z-index: 10; display: grid; place-items: center; padding: 24px;
  background: color-mix(in srgb, var(--surface) 92%, transparent);
  border: 6px solid var(--accent); font-size: var(--large); font-weight: 600; text-align: center;
  pointer-events: none;
}

/* Cards */
.list { display: grid; gap: 20px; margin-block-start: 20px; }
.list:empty { display: none; }
.bulk { margin-block-start: 20px; display: flex; flex-wrap: wrap; gap: 12px 20px; align-items: center; justify-content: space-between; }
.bulk p { flex: 1 1 16rem; }
.card {
  border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface);
  padding: 24px; display: grid; gap: 16px; min-inline-size: 0;
}
.card.again { border-color: var(--accent); }
.head { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; column-gap: 14px; align-items: start; }
.head .words { display: grid; gap: 4px; min-inline-size: 0; }
.verdict { font-size: var(--large); line-height: 1.3; font-weight: 650; overflow-wrap: anywhere; text-wrap: balance; }
.icon { inline-size: 28px; block-size: 28px; flex: none; margin-block-start: 2px; }
.icon .shape { fill: currentColor; }
.icon .sign { fill: none; stroke: var(--surface); stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round; }
.icon.incomplete .shape { fill: none; stroke: currentColor; stroke-width: 2.2; }
.icon.incomplete .half { fill: currentColor; }
.icon.clear, .tone-clear .verdict { color: var(--clear); }
.icon.findings, .tone-findings .verdict { color: var(--findings); }
.icon.incomplete, .tone-incomplete .verdict { color: var(--incomplete); }
.icon.unreadable, .tone-unreadable .verdict { color: var(--unreadable); }
.icon.busy { color: var(--muted); }
.file { color: var(--muted); font-size: var(--small); overflow-wrap: anywhere; }
.file bdi { color: var(--text); font-weight: 600; }
.actions { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; }
.actions .link { margin-inline-start: 4px; }
.actions .link:first-child { margin-inline-start: -4px; }
.note { font-size: var(--small); color: var(--muted); }
.notice { padding: 12px 16px; border-inline-start: 4px solid var(--edge); background: var(--sunken);
  display: grid; gap: 12px; justify-items: start; }
.notice:empty { display: none; }
.area + .notice { margin-block-start: 12px; }
.notice.sent { border-color: var(--clear); }
.notice.warn { border-color: var(--findings); }
.bar { display: grid; gap: 8px; }
progress { inline-size: 100%; block-size: 8px; accent-color: var(--accent); border: 0; border-radius: 4px;
  appearance: none; background: var(--line); overflow: hidden; }
progress::-webkit-progress-bar { background: var(--line); }
progress::-webkit-progress-value { background: var(--accent); }
progress::-moz-progress-bar { background: var(--accent); }
progress:indeterminate::-moz-progress-bar { inline-size: 0; }

/* Groups */
.groups { border-block-end: 1px solid var(--line); }
.groups + .unread { border: 0; margin-block-start: -16px; }
.group, .unread { border-block-start: 1px solid var(--line); }
.group > summary, .unread > :is(h3, h4, h5, h6) {
  display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px 16px; align-items: baseline;
  padding: 12px 0; min-block-size: 44px; font-size: inherit; font-weight: inherit; line-height: inherit;
}
.group > summary { grid-template-columns: 20px minmax(0, 1fr) fit-content(50%); column-gap: 4px; cursor: pointer; list-style: none; }
.group > summary::-webkit-details-marker { display: none; }
.group > summary::before { content: ""; inline-size: 8px; block-size: 8px; align-self: center;
  border: solid currentColor; border-width: 0 2px 2px 0; rotate: -45deg; transition: rotate 120ms; }
.group[open] > summary::before { rotate: 45deg; translate: 0 -2px; }
.group > summary:hover .name { text-decoration: underline; text-underline-offset: 0.2em; }
.name { font-weight: 600; }
.will { color: var(--muted); font-size: var(--small); text-align: end; }
.inner { padding: 4px 0 20px 24px; display: grid; gap: 20px; }
.unread .inner { padding-inline-start: 0; gap: 12px; }
.why { display: grid; gap: 10px; max-inline-size: 38rem; }
.why dt { font-weight: 600; }
.sort { display: grid; gap: 8px; }
.sort > :is(h3, h4, h5, h6), .part { font-size: inherit; font-weight: 650; line-height: 1.4; }
.rows { display: grid; }
.row-finding { padding: 10px 0; display: grid; gap: 2px; border-block-start: 1px solid var(--line); min-inline-size: 0; }
.row-finding:first-child { border: 0; }
.top { display: flex; flex-wrap: wrap; gap: 2px 12px; align-items: baseline; }
.value { font-family: var(--mono); font-size: 0.9375em; overflow-wrap: anywhere; white-space: pre-wrap;
  background: var(--sunken); border-radius: 3px; padding: 1px 6px; min-inline-size: 0; }
.value.none { font-family: inherit; font-style: italic; background: none; padding: 0; color: var(--muted); }
.facts { color: var(--muted); font-size: var(--small); overflow-wrap: anywhere; }
.facts span + span::before { content: " · "; }
.context { font-size: var(--small); color: var(--muted); overflow-wrap: anywhere; }
.reasons { font-size: var(--small); }
.reasons summary { color: var(--link); cursor: pointer; text-decoration: underline;
  text-underline-offset: 0.2em; inline-size: fit-content; }
.reasons li { padding-inline-start: 16px; }

/* Choices */
.choice legend { padding: 0; font-weight: 600; margin-block-end: 6px; }
.options { display: flex; flex-wrap: wrap; }
.options label { display: flex; position: relative; }
.options input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
.options span { padding: 8px 16px; min-block-size: 44px; display: grid; place-items: center;
  border: 1px solid var(--edge); margin-inline-end: -1px; background: var(--surface); }
.options label:first-child span { border-start-start-radius: var(--radius); border-end-start-radius: var(--radius); }
.options label:last-child span { border-start-end-radius: var(--radius); border-end-end-radius: var(--radius); margin: 0; }
.options input:checked + span { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
.options input:focus-visible + span { outline: 3px solid var(--focus); outline-offset: 2px; z-index: 1; }
select, input[type="password"] { font: inherit; color: inherit; background: var(--surface);
  border: 1px solid var(--edge); border-radius: var(--radius); min-block-size: 36px; padding: 4px 8px; max-inline-size: 100%; }
select { font-size: var(--small); }
.password { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: end; }
.password label { display: grid; gap: 4px; font-weight: 600; flex: 1 1 14rem; max-inline-size: 22rem; }
.password input { min-block-size: 44px; font-weight: 400; }

/* What changed */
table { inline-size: 100%; border-collapse: collapse; font-size: var(--small); }
th, td { text-align: start; vertical-align: top; padding: 8px 12px 8px 0; border-block-start: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { color: var(--muted); font-weight: 500; border: 0; }
tbody th { font-weight: 600; inline-size: 36%; hyphens: auto; }
td:last-child { padding-inline-end: 0; inline-size: 28%; }

/* A dialog with the details, in a form */
dialog { inline-size: min(46rem, calc(100vw - 32px)); max-block-size: calc(100dvh - 32px); padding: 24px;
  border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); color: var(--text); }
dialog::backdrop { background: rgb(10 10 20 / 50%); }
dialog .bodies { display: grid; gap: 16px; container-type: inline-size; }
.refusal { margin-block-start: 12px; font-size: var(--small); color: var(--findings); font-weight: 600; }
.live { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

@container (max-width: 34rem) {
  .card { padding: 16px; gap: 12px; --large: 1.125rem; }
  .cross { inline-size: 36px; block-size: 36px; margin: -6px -10px -6px 0; }
  .area { padding: 24px 16px; }
  .area.small { padding: 12px; }
  .head { column-gap: 8px; row-gap: 4px; }
  .head .words { display: contents; }
  .head .words > p { grid-column: 1 / -1; grid-row: auto; }
  .head .cross { grid-row: 1; grid-column: 3; }
  .area .row { gap: 8px; }
  .area .button { padding-inline: 14px; }
  .icon { inline-size: 24px; block-size: 24px; }
  .actions .button { flex: 1 1 auto; }
  .group > summary { grid-template-columns: 20px minmax(0, 1fr); }
  .group > summary .will { grid-column: 2; text-align: start; }
  .unread > :is(h3, h4, h5, h6) { grid-template-columns: minmax(0, 1fr); }
  .inner { padding-inline-start: 0; }
  .area .drop { display: none; }
  thead { position: absolute; clip-path: inset(50%); }
  tbody tr { display: grid; padding: 8px 0; border-block-start: 1px solid var(--line); }
  tbody th, tbody td, td:last-child { border: 0; padding: 0; inline-size: auto; }
  td[data-label]::before { content: attr(data-label) ": "; color: var(--muted); }
}
@container (max-width: 22rem) {
  .options { flex-direction: column; align-items: stretch; }
  .options span { inline-size: 100%; margin: 0 0 -1px; place-items: center start; border-radius: 0 !important; }
  .options label span { flex: 1; }
}
@media (pointer: coarse) {
  .link, .proof summary, .reasons summary, select { min-block-size: 44px; }
  .cross { inline-size: 44px; block-size: 44px; }
  .reasons summary, .proof summary { display: inline-flex; align-items: center; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
@media (forced-colors: active) {
  .icon .shape, .icon .half { fill: CanvasText; }
  .icon.incomplete .shape { fill: none; stroke: CanvasText; }
  .icon .sign { stroke: Canvas; }
  .options input:checked + span { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  .button.primary { border-width: 2px; }
  progress { border: 1px solid CanvasText; forced-color-adjust: auto; appearance: auto; }
  .veil { background: Canvas; }
}
@media print {
  .area, .actions, .bulk, .cross, .link, .choice, select, .veil, .password { display: none !important; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .card { break-inside: auto; border: 0; padding: 0 0 16px; }
  .row-finding, .why { break-inside: avoid; }
}
`;

/** @type {CSSStyleSheet | null} */
let made = null;

/** The sheet, made once: a policy that forbids style elements allows it. */
export function sheet() {
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(CSS);
  }
  return made;
}
