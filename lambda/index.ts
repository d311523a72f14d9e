import type { ResponseEnvelope } from 'ask-sdk-model';
import { dynamoClient, turnLimit } from './adapters/dynamo/client';
import { dynamoStore } from './adapters/dynamo/store';
import { readLexicon } from './adapters/lexicon';
import { openBank } from './adapters/pack';
import { s3Ranges } from './adapters/s3';
import { logFrom } from './alexa/log';
import { skillOf } from './alexa/skill';

/**
 * The way of a turn: an envelope is heard, the coach decides, one write keeps what changed, and the reply is put into words.
 *
 *   envelope → heard ┐
 *   session, store → learner ├→ decide → reply → kept → words, card, session → response
 *   bank ────────────┘
 */
const { PROGRESS_TABLE, SKILL_ID, QUIET_AUDIO_BASE_URL, CARD_IMAGES_BASE_URL, LOG_LEVEL, STAGE } = process.env;
/** Where packs lie that were too large for the bundle. */
const { PACKS_BUCKET: bucket, AWS_REGION: region = 'us-east-1', AWS_ENDPOINT_URL_S3: endpoint } = process.env;

const log = logFrom({ level: LOG_LEVEL, stage: STAGE, write: (line) => console.log(line) });
if (PROGRESS_TABLE === undefined) throw new Error('PROGRESS_TABLE is not set: name the table that keeps progress.');
if (SKILL_ID === undefined) log('warn', 'SKILL_ID is not set: requests of any skill are served');

const table = PROGRESS_TABLE;
const client = dynamoClient();
const packs = { region, ...(endpoint && { endpoint }) };
const serve = skillOf({
  log,
  store: (onCall) => dynamoStore({ client, table, signal: turnLimit(), onCall }),
  bank: openBank(
    __dirname,
    bucket === undefined ? undefined : (name) => s3Ranges({ ...packs, bucket, key: `packs/${name}` }),
  ),
  lexicon: readLexicon(__dirname),
  ...(SKILL_ID !== undefined && { skillId: SKILL_ID }),
  ...(QUIET_AUDIO_BASE_URL && { quiet: folder(QUIET_AUDIO_BASE_URL) }),
  ...(CARD_IMAGES_BASE_URL && { images: folder(CARD_IMAGES_BASE_URL) }),
});

function folder(address: string): string {
  return address.replace(/\/+$/, '');
}

type Callback = (error: null, response: ResponseEnvelope) => void;

/**
 * The Lambda handler. Two declared parameters and a promise, because newer runtimes refuse callback handlers; whoever passes a callback
 * all the same is answered by it, too.
 */
export const handler = async (
  event: unknown,
  _context?: unknown,
  ...[callback]: Callback[]
): Promise<ResponseEnvelope> => {
  const response = await serve(event);
  callback?.(null, response);
  return response;
};
