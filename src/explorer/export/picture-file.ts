/** Texts around an exported picture. */
export interface Caption {
  readonly title: string;
  readonly source: string;
  readonly legend: readonly {
    readonly words: string;
    readonly family: string;
    readonly path: string;
  }[];
}

const HEAD = 44;
const FOOT = 52;
const NS = 'http://www.w3.org/2000/svg';
const TAKEN = [
  ...['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-size', 'font-weight'],
  ...['paint-order', 'text-anchor', 'stroke-linejoin'],
];

/** A copy of the picture with its colours as attributes, since no style sheet is exported. */
function withColours(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const from = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  const to = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  from.forEach((element, i) => {
    const style = getComputedStyle(element);
    for (const name of TAKEN) {
      const value = style.getPropertyValue(name);
      if (value) to[i]?.setAttribute(name, value);
    }
  });
  return copy;
}

function text(words: string, x: number, y: number, size: number, ink: string): SVGTextElement {
  const element = document.createElementNS(NS, 'text');
  for (const [name, value] of Object.entries({ x, y, 'font-size': size, fill: ink }))
    element.setAttribute(name, String(value));
  element.textContent = words;
  return element;
}

/** The picture as an SVG file, with title, legend, date and source. */
export function pictureAsSvg(svg: SVGSVGElement, { title, source, legend }: Caption): string {
  const { width, height } = svg.getBoundingClientRect();
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const out = document.createElementNS(NS, 'svg');
  const whole = Math.round(height) + HEAD + FOOT;
  for (const [name, value] of Object.entries({
    width: Math.round(width),
    height: whole,
    viewBox: `0 0 ${Math.round(width)} ${whole}`,
    'font-family': 'Inter, system-ui, sans-serif',
  }))
    out.setAttribute(name, String(value));
  const ground = document.createElementNS(NS, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', colour('--bg'));
  const copy = withColours(svg);
  copy.setAttribute('y', String(HEAD));
  out.append(ground, copy, text(title, 16, 28, 17, colour('--ink')));
  legend.forEach(({ words, family, path }, i) => {
    const shape = document.createElementNS(NS, 'path');
    shape.setAttribute('d', path);
    shape.setAttribute('fill', colour(`--${family}`));
    shape.setAttribute('transform', `translate(${24 + i * 120},${whole - 36})`);
    out.append(shape, text(words, 36 + i * 120, whole - 32, 12, colour('--mute')));
  });
  out.append(text(source, 16, whole - 10, 11, colour('--mute')));
  return new XMLSerializer().serializeToString(out);
}

/** The picture as a PNG of twice the size, for print. */
export async function pictureAsPng(svg: string, width: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width) * 2;
  canvas.height = Math.round((image.height / image.width) * canvas.width);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture was made')))),
  );
}
