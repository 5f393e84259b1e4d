// Lets an uploaded SVG in: shapes, gradients, clips and masks, and nothing that runs, loads, links or says.
import { createHash } from 'node:crypto';
import sanitizeHtml from 'sanitize-html';
import { classRules, declarations } from './svg-style.ts';

export type SvgRefusal =
  | 'svg.too_big'
  | 'svg.not_svg'
  | 'svg.entities'
  | 'svg.no_viewbox'
  /** It has letters: fonts differ, so they must be turned into outlines first. */
  | 'svg.text'
  /** It has a photo inside: that should be uploaded as a PNG. */
  | 'svg.picture_inside'
  | 'svg.too_complex'
  | 'svg.empty';

export type CleanSvg = { ok: true; svg: string; width: number; height: number } | { ok: false; code: SvgRefusal };

const mostBytes = 200_000;
const mostElements = 5000;
/** References multiply when they are nested; twenty can draw a thing some thousand times, which a phone survives. */
const mostUses = 20;

/**
 * A safe copy of an SVG drawing, or why not. Written anew from an allow-list: what is not on it is not in the copy. Style
 * sheets of simple class rules become attributes, ids get a prefix of their own so that several drawings can stand in one
 * page, and the root has a viewBox and neither width nor height. `width` and `height` are the viewBox's, in its own units.
 */
export function cleanSvg(source: string): CleanSvg {
  if (Buffer.byteLength(source) > mostBytes) return { ok: false, code: 'svg.too_big' };
  const text = source.replace(/^\ufeff/, '').trim();
  const begin = rootOf(text);
  if (/<!ENTITY/i.test(text) || begin === 'entities') return { ok: false, code: 'svg.entities' };
  if (!/^<svg[\s>]/.test(text.slice(begin, begin + 5)) || text.includes('\0'))
    return { ok: false, code: 'svg.not_svg' };
  // Counted before it is parsed: the parser looks through every open element again for each that closes.
  if ((text.match(/<[a-z]/gi)?.length ?? 0) > mostElements) return { ok: false, code: 'svg.too_complex' };
  return rewrite(text);
}

/** Where what may stand before the root ends. Looked for piece by piece: a regex for all of it can be made to run for ever. */
function rootOf(text: string): number | 'entities' {
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++;
    const start = text.slice(at, at + 9).toUpperCase();
    const close = start.startsWith('<!--') ? '-->' : '>';
    if (close === '>' && !start.startsWith('<?XML') && start !== '<!DOCTYPE') {
      // A second one further in has no place there.
      return /<!DOCTYPE/i.test(text.slice(at)) ? 'entities' : at;
    }
    const end = text.indexOf(close, close === '>' ? at : at + 4);
    if (end < 0) return at;
    if (start === '<!DOCTYPE' && text.slice(at, end).includes('[')) return 'entities';
    at = end + close.length;
  }
}

function rewrite(text: string): CleanSvg {
  const rules = classRules(text, presentation);
  const prefix = `m${createHash('sha256').update(text).digest('hex').slice(0, 6)}-`;
  const found = { uses: 0, drawn: 0, clipping: 0, text: false, picture: false };
  let view: ReturnType<typeof viewOf>;
  let depth = 0;

  const svg = sanitizeHtml(text, {
    parser: { xmlMode: true, lowerCaseTags: false, lowerCaseAttributeNames: false },
    allowedTags: [...shapes, ...structure],
    allowedAttributes: { '*': ['xmlns', 'viewBox', 'id', 'href', ...geometry, ...presentation] },
    allowedSchemesAppliedToAttributes: [],
    nonTextTags: dropped,
    textFilter: () => '',
    nestingLimit: 60,
    onOpenTag(name) {
      depth++;
      if (name === 'text' || name === 'textPath') found.text = true;
      if (name === 'image' || name === 'feImage') found.picture = true;
      if (name === 'use') found.uses++;
      if (shapes.includes(name)) found.drawn++;
      if (clips.includes(name)) found.clipping++;
    },
    onCloseTag(name) {
      depth--;
      if (clips.includes(name)) found.clipping--;
    },
    transformTags: {
      '*': (tagName, attribs) => {
        const kept = safeAttributes(attribs, rules, prefix);
        // A clip within a clip multiplies like nested references do, and no mark needs it.
        if (found.clipping > 0) for (const name of ['clip-path', 'mask']) delete kept[name];
        if (tagName !== 'svg') return { tagName, attribs: kept };
        if (depth > 1) return { tagName: 'g', attribs: {} };
        view = viewOf(attribs);
        const { id, x, y, width, height, ...rest } = kept;
        const viewBox = view?.box ?? '';
        return { tagName, attribs: { xmlns: 'http://www.w3.org/2000/svg', ...rest, viewBox } };
      },
    },
  } as sanitizeHtml.IOptions);

  if (found.text) return { ok: false, code: 'svg.text' };
  if (found.picture) return { ok: false, code: 'svg.picture_inside' };
  if (found.uses > mostUses) return { ok: false, code: 'svg.too_complex' };
  if (found.drawn === 0) return { ok: false, code: 'svg.empty' };
  if (!view) return { ok: false, code: 'svg.no_viewbox' };
  return { ok: true, svg: svg.trim(), width: view.width, height: view.height };
}

const shapes = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'use'];
const clips = ['clipPath', 'mask'];
const structure = ['svg', 'g', 'defs', 'symbol', 'linearGradient', 'radialGradient', 'stop', ...clips];
/** Dropped with everything in them. Anything else unknown is dropped and what it holds is looked at. */
const dropped = [
  'script',
  'style',
  'foreignObject',
  'metadata',
  'title',
  'desc',
  'text',
  'image',
  'filter',
  'pattern',
  'marker',
];

const geometry = [
  'd',
  'points',
  'x',
  'y',
  'x1',
  'y1',
  'x2',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'fx',
  'fy',
  'fr',
  'width',
  'height',
  'transform',
  'offset',
  'pathLength',
  'gradientUnits',
  'gradientTransform',
  'spreadMethod',
  'clipPathUnits',
  'maskUnits',
  'maskContentUnits',
  'preserveAspectRatio',
];
const presentation = [
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-miterlimit',
  'stroke-dasharray',
  'stroke-dashoffset',
  'opacity',
  'color',
  'clip-path',
  'clip-rule',
  'mask',
  'mask-type',
  'stop-color',
  'stop-opacity',
  'display',
  'visibility',
  'vector-effect',
  'paint-order',
  'overflow',
  'mix-blend-mode',
  'isolation',
];

/** Characters of an attribute's value; only these may hold more, where the drawing itself is. */
const mostValue = 500;
const long = ['d', 'points', 'transform'];

type Attributes = Record<string, string>;

function safeAttributes(attribs: Attributes, rules: Map<string, Attributes>, prefix: string): Attributes {
  const all: Attributes = { ...attribs };
  // A class counts for more than an attribute, and a style for more than a class, as in CSS.
  for (const name of (attribs.class ?? '').split(/\s+/)) Object.assign(all, rules.get(name));
  Object.assign(all, declarations(attribs.style ?? '', presentation));
  const kept: Attributes = {};
  for (const [name, raw] of Object.entries(all)) {
    const value = raw.trim();
    // An attribute without a value is HTML, not XML.
    if (value === '' || (value.length > mostValue && !long.includes(name))) continue;
    if (name === 'id' && isName(value)) kept.id = prefix + value;
    else if ((name === 'href' || name === 'xlink:href') && value.startsWith('#') && isName(value.slice(1))) {
      kept.href = `#${prefix}${value.slice(1)}`;
    } else if (geometry.includes(name) && /^[\w\s.,()+%-]*$/.test(value)) kept[name] = value;
    else if (presentation.includes(name)) {
      const paint = /^url\(\s*["']?#([\w.-]+)["']?\s*\)\s*([\w#%.,()\s-]*)$/.exec(value);
      if (paint && isName(paint[1] ?? '') && !/url/i.test(paint[2] ?? ''))
        kept[name] = `url(#${prefix}${paint[1]}) ${paint[2]}`.trim();
      else if (/^[\w#%.,()\s+-]*$/.test(value) && !/url|expression|var|env|attr|image/i.test(value)) kept[name] = value;
    }
  }
  return kept;
}

function isName(text: string): boolean {
  return /^[\w.-]{1,100}$/.test(text);
}

/** From the viewBox, or from a width and height in pixels when a drawing has no other. */
function viewOf(attribs: Attributes): { box: string; width: number; height: number } | undefined {
  const pixels = (text: string | undefined) => /^\s*[\d.]+(px)?\s*$/.test(text ?? '') && Number.parseFloat(text ?? '');
  const numbers = attribs.viewBox
    ? attribs.viewBox
        .trim()
        .split(/[\s,]+/)
        .map(Number)
    : [0, 0, pixels(attribs.width) || 0, pixels(attribs.height) || 0];
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  if (numbers.length !== 4 || !numbers.every((n) => Number.isFinite(n) && Math.abs(n) < 1e6)) return undefined;
  return width > 0 && height > 0 ? { box: `${x} ${y} ${width} ${height}`, width, height } : undefined;
}
