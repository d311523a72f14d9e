import type { interfaces } from 'ask-sdk-model';
import type { Bank } from '../bank/types';
import type { Reply } from '../coach/draft';
import { screenOf } from '../screen/screen';
import type { Envelope } from './envelope';
import { shortHash } from './hash';

type Render = interfaces.alexa.presentation.apl.RenderDocumentDirective;

/**
 * What goes to the screen beside a reply. Nothing for a device without one, and nothing when it shows just that already: the token names
 * what a document shows, and the device says which one it has.
 */
export function showing({ context }: Envelope, reply: Reply, bank: Bank): Render | undefined {
  const { Viewport: viewport, 'Alexa.Presentation.APL': shown, System: system } = context;
  const can = system.device?.supportedInterfaces?.['Alexa.Presentation.APL'] !== undefined;
  const screen = can && viewport ? screenOf(reply, bank, viewport) : undefined;
  if (screen === undefined) return undefined;
  const token = shortHash(JSON.stringify(screen));
  if (token === shown?.token) return undefined;
  const { document, datasources } = screen;
  return {
    type: 'Alexa.Presentation.APL.RenderDocument',
    token,
    document: { ...document },
    datasources: { ...datasources },
  };
}
