import { SCREENS, type ScreenName } from '../../screens';
import type { ShownScreen } from '../shown';
import { made, the } from './elements';

/** As much of Amazon's renderer as is used. */
interface AplRenderer {
  readonly initEngine: () => Promise<void>;
  readonly Content: { create(document: string): { addData(name: string, data: string): void } };
  readonly default: { create(options: object): Drawn };
}

interface Drawn {
  init(): Promise<void>;
  destroy(): void;
}

declare const AplRenderer: AplRenderer;

/** Amazon's renderer is large, so that it is loaded when a screen is wanted. Its engine starts in the tick in which the script has loaded. */
let engine: Promise<void> | undefined;
const loaded = (): Promise<void> => {
  engine ??= new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = '/renderer.js';
    script.onload = () => AplRenderer.initEngine().then(resolve, reject);
    script.onerror = () => reject(new Error('The screen cannot be drawn: its renderer did not load.'));
    document.head.append(script);
  });
  return engine;
};

/** The screen of the device: draws documents, and tells what is touched. */
export function deviceScreen(touched: (args: readonly string[]) => void) {
  const stage = the('stage', HTMLElement);
  const [glass, blank] = [the('glass', HTMLElement), the('blank', HTMLElement)];
  let name: ScreenName | undefined;
  let drawn: Drawn | undefined;
  let view = the('screen', HTMLDivElement);
  const scale = () => {
    if (name !== undefined) view.style.transform = `scale(${glass.clientWidth / SCREENS[name].width})`;
  };
  const clear = () => {
    drawn?.destroy();
    drawn = undefined;
    const fresh = made('div', '');
    fresh.id = 'screen';
    view.replaceWith(fresh);
    view = fresh;
    blank.hidden = false;
    delete glass.dataset.drawn;
  };
  new ResizeObserver(scale).observe(glass);
  return {
    choose: (chosen: ScreenName | undefined) => {
      clear();
      name = chosen;
      stage.dataset.device = chosen ?? 'speaker';
      scale();
      if (chosen !== undefined) loaded().catch(() => {});
    },
    clear,
    /** Rejects when the document cannot be drawn. */
    draw: async (shown: ShownScreen) => {
      if (name === undefined) return;
      const drawnFor = name;
      await loaded();
      if (name !== drawnFor) return;
      clear();
      drawn = rendererFor(name, shown, view, touched);
      await drawn.init();
      blank.hidden = true;
      scale();
      glass.dataset.drawn = '';
    },
  };
}

function rendererFor(
  name: ScreenName,
  { document, datasources }: ShownScreen,
  view: HTMLElement,
  touched: (args: readonly string[]) => void,
): Drawn {
  const { width, height, dpi, shape, mode } = SCREENS[name];
  const content = AplRenderer.Content.create(JSON.stringify(document));
  content.addData('payload', JSON.stringify(datasources));
  return AplRenderer.default.create({
    content,
    view,
    mode,
    theme: 'dark',
    logLevel: 'error',
    notLoadFonts: true,
    environment: { agentName: 'Interview Rehearsal', agentVersion: '1.0', allowOpenUrl: false, disallowVideo: true },
    viewport: { width, height, dpi, shape, isRound: shape === 'ROUND' },
    utcTime: Date.now(),
    localTimeAdjustment: -new Date().getTimezoneOffset() * 60_000,
    onSendEvent: (event: { readonly arguments?: readonly unknown[] }) => touched((event.arguments ?? []).map(String)),
  });
}
