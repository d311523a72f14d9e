/* Runs in the browser, beside Amazon's renderer: draws a document, and tells what can be seen. */

/* global AplRenderer */
/* biome-ignore-all lint/correctness/noUnusedVariables: called by name from outside */

let drawn;
const sent = [];

/** Draws a document for a device, and waits until two frames look the same. */
async function draw({ width, height, dpi, shape, mode, document: json, datasources }) {
  drawn?.destroy();
  sent.length = 0;
  const view = document.createElement('div');
  view.style.cssText = `position:relative;width:${width}px;height:${height}px`;
  document.body.replaceChildren(view);
  const content = AplRenderer.Content.create(JSON.stringify(json));
  content.addData('payload', JSON.stringify(datasources));
  drawn = AplRenderer.default.create({
    content,
    view,
    mode,
    theme: 'dark',
    logLevel: 'error',
    notLoadFonts: true,
    environment: { agentName: 'shots', agentVersion: '1', allowOpenUrl: false, disallowVideo: true },
    viewport: { width, height, dpi, shape, isRound: shape === 'ROUND' },
    utcTime: 0,
    localTimeAdjustment: 0,
    onSendEvent: (event) => sent.push((event.arguments ?? []).map(String)),
  });
  await drawn.init();
  await settled(view);
}

async function settled(view) {
  for (let before = ''; before !== view.innerHTML; ) {
    before = view.innerHTML;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }
}

const boxOf = ({ left, top, right, bottom }) => ({ left, top, right, bottom });

/** The part of the screen in which something can be seen: what scroll views leave of it. */
function frameOf(element) {
  const scroller = element.closest('.scrollView');
  return scroller
    ? {
        scrolls: scroller.scrollWidth > scroller.clientWidth + 1 ? 'across' : 'down',
        ...boxOf(scroller.getBoundingClientRect()),
      }
    : { scrolls: 'not', left: 0, top: 0, right: innerWidth, bottom: innerHeight };
}

/** Every text that is drawn, with its lines, its component's box, its size and whether it was cut. */
const texts = () =>
  [...document.querySelectorAll('p')]
    .filter((p) => p.textContent.trim() !== '')
    .map((p) => {
      const range = document.createRange();
      range.selectNodeContents(p);
      return {
        text: p.textContent,
        size: Number.parseFloat(getComputedStyle(p).fontSize),
        box: boxOf(p.parentElement.getBoundingClientRect()),
        lines: [...range.getClientRects()].filter(({ width }) => width > 0).map(boxOf),
        frame: frameOf(p),
        cut: p.scrollHeight > p.clientHeight + 2 || p.textContent.endsWith('…'),
      };
    });

/** Every drawing, with the number of its strokes. */
const graphics = () =>
  [...document.querySelectorAll('svg')].map((svg) => ({
    box: boxOf(svg.getBoundingClientRect()),
    paths: svg.querySelectorAll('path').length,
    frame: frameOf(svg),
  }));

/** What is on the screen, with how far its body has scrolled. */
const seen = () => ({
  texts: texts(),
  graphics: graphics(),
  scrolled: [...document.querySelectorAll('.scrollView')].map(({ scrollTop }) => scrollTop),
});

/** The pixels of a part of a screenshot, as base64 of RGBA. */
async function pixels(png, { left, top, right, bottom }) {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const [width, height] = [Math.floor(right - left), Math.floor(bottom - top)];
  const canvas = new OffscreenCanvas(width, height).getContext('2d');
  canvas.drawImage(image, -Math.floor(left), -Math.floor(top));
  const { data } = canvas.getImageData(0, 0, width, height);
  let bytes = '';
  for (const byte of data) bytes += String.fromCharCode(byte);
  return { width, height, data: btoa(bytes) };
}
