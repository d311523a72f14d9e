import { asksForReminders, consentIn } from '../../lambda/alexa/consent';
import { skillPackage } from '../../tools/build-model';

const resumed = (cause: object) => ({
  type: 'SessionResumedRequest',
  cause: { type: 'ConnectionCompleted', ...cause },
});
const OK = { code: '200', message: 'OK' };

test('what is asked for is what the manifest names', () => {
  const named = skillPackage([]).manifest.manifest?.permissions?.map(({ name }) => name);
  expect(named).toHaveLength(1);
  expect(asksForReminders(420).input).toMatchObject({ permissionScopes: [{ permissionScope: named?.[0] }] });
});

test.each<[string, object, object]>([
  [
    'an approval',
    resumed({ token: '420', status: OK, result: { status: 'ACCEPTED' } }),
    { consent: 'accepted', minute: 420 },
  ],
  ['midnight', resumed({ token: '0', status: OK, result: { status: 'ACCEPTED' } }), { consent: 'accepted', minute: 0 }],
  [
    'a refusal',
    resumed({ token: '420', status: OK, result: { status: 'DENIED' } }),
    { consent: 'denied', minute: 420 },
  ],
  ['an answer in the app', resumed({ status: OK, result: { status: 'REDIRECT_TO_APP' } }), { consent: 'denied' }],
  ['no answer', resumed({ status: OK, result: { status: 'NOT_ANSWERED' } }), { consent: 'unanswered' }],
  ['an answer that we do not know', resumed({ status: OK, result: { status: 'OF_COURSE' } }), { consent: 'accepted' }],
  [
    'no result',
    resumed({ token: '420', status: { code: '204', message: 'No Content' } }),
    { consent: 'accepted', minute: 420 },
  ],
  ['a failure', resumed({ token: '420', status: { code: '500', message: 'no' } }), { consent: 'failed', minute: 420 }],
  [
    'a bad request',
    resumed({ status: { code: '400', message: 'no' }, result: { status: 'ACCEPTED' } }),
    { consent: 'failed' },
  ],
  ['no cause', { type: 'SessionResumedRequest' }, { consent: 'failed' }],
  [
    'a token of somebody else',
    resumed({ token: 'abc', status: OK, result: { status: 'DENIED' } }),
    { consent: 'denied' },
  ],
  ['a time that is none', resumed({ token: '1440', status: OK, result: { status: 'DENIED' } }), { consent: 'denied' }],
  ['an empty token', resumed({ token: '', status: OK, result: { status: 'DENIED' } }), { consent: 'denied' }],
  [
    'an approval in the older form',
    { type: 'Connections.Response', name: 'AskFor', token: '420', status: OK, payload: { status: 'ACCEPTED' } },
    { consent: 'accepted', minute: 420 },
  ],
  [
    'a refusal in the older form',
    { type: 'Connections.Response', name: 'AskFor', status: OK, payload: { status: 'DENIED' } },
    { consent: 'denied' },
  ],
  ['a failure in the older form', { type: 'Connections.Response', status: { code: '404' } }, { consent: 'failed' }],
])('%s is read', (_, request, expected) => {
  expect(consentIn(request)).toEqual({ kind: 'consent', ...expected });
});
