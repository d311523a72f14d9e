import { PUBLISHER } from '../../interaction-model/manifest';
import type { Finding } from './finding';

const PLACE = 'PUBLISHER in interaction-model/manifest.ts';

/** Where the manifest sends requests. The stack replaces it; the ASK CLI takes it as it stands. */
export const endpoint = (uri: string = PUBLISHER.endpoint): Finding =>
  uri.includes(':000000000000:')
    ? {
        name: 'endpoint',
        is: 'missing',
        says: `${PLACE} still names a function that does not exist.`,
        how: 'npm run deploy prints FunctionArn: put it there, and npm run build.',
      }
    : { name: 'endpoint', is: 'there', says: uri };

/** The pages that certification wants to read. */
export const pages = (
  publisher: { readonly privacyPolicy: string; readonly termsOfUse: string } = PUBLISHER,
): Finding => {
  const open = [publisher.privacyPolicy, publisher.termsOfUse].filter((page) =>
    new URL(page).host.endsWith('.example'),
  );
  return open.length === 0
    ? {
        name: 'privacy notice and terms of use',
        is: 'there',
        says: `${publisher.privacyPolicy}, ${publisher.termsOfUse}`,
      }
    : {
        name: 'privacy notice and terms of use',
        is: 'note',
        says: `${open.join(' and ')} lead nowhere; certification reads them.`,
        how: `Publish docs/privacy.md and terms of your own, and put their addresses into ${PLACE}.`,
      };
};
