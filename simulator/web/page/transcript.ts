import type { ShownTurn } from '../shown';
import { made, the } from './elements';

/** What was said and shown, newest last. */
export function transcript() {
  const log = the('log', HTMLDivElement);
  const scroller = the('scroller', HTMLElement);
  const toNewest = () => {
    scroller.scrollTop = scroller.scrollHeight;
  };
  // What can be said next takes its room from here.
  new ResizeObserver(toNewest).observe(scroller);
  const put = (kind: string, ...parts: readonly HTMLElement[]): void => {
    const item = made('div', kind);
    item.append(...parts);
    log.append(item);
    toNewest();
  };
  const said = (kind: string, who: string, text: string): void =>
    put(kind, made('span', 'hidden', `${who}: `), made('p', '', text));
  return {
    clear: () => log.replaceChildren(),
    you: (text: string) => said('you', 'You', text),
    note: (text: string) => put('note', made('p', '', text)),
    coach: ({ speech, card }: ShownTurn) => {
      if (speech !== '') said('coach', 'Coach', speech);
      if (card === null) return;
      const label = made('p', 'label', 'Card in the Alexa app');
      put('card', label, made('h2', '', card.title), made('p', 'text', card.text));
    },
  };
}
export type Transcript = ReturnType<typeof transcript>;
