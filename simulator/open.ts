import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clockFrom } from './clock';
import { databaseDoor } from './database';
import { household } from './household';
import { idsFrom, uuidOf } from './ids';
import { openServices } from './services';
import { captureConsole, loadSkill } from './skill';
import { type Speaker, speaker } from './speaker';
import { openEmbedded } from './store/embedded';
import { type Model, parseModel } from './understanding/model';

export interface Setting {
  /** Folder of the built project: `lambda/index.js` and `skill-package/`. */
  readonly dist: string;
  /** Folder of the store; none keeps everything in memory. */
  readonly data?: string;
  readonly user: string;
  readonly locale: string;
  readonly timezone: string;
  readonly screen: boolean;
  /** Milliseconds since 1970 at which the clock starts, and the seed of chance; the machine's clock and chance without. */
  readonly start?: number;
  /** Ids that earlier runs on the same store have made. */
  readonly idsMade?: number;
  /** Takes the skill's log. */
  readonly log: (line: string) => void;
}

export interface Opened {
  readonly speaker: Speaker;
  readonly model: Model;
  /** Ids made so far, those of earlier runs included. */
  readonly idsMade: () => number;
  readonly close: () => Promise<void>;
}

/** Where the quiet recordings would lie: the speaker plays them by their length alone. */
const QUIET_AUDIO = 'https://audio.example';

const SKILL_ID = `amzn1.ask.skill.${uuidOf('interview rehearsal')}`;

/** Puts a whole speaker together around the built skill. Throws with a sentence for people when a part is missing. */
export async function openSpeaker(setting: Setting): Promise<Opened> {
  const model = readModel(join(setting.dist, 'skill-package'), setting.locale);
  const closing: (() => Promise<void> | void)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
    const store = await openEmbedded(setting.data === undefined ? {} : { dir: setting.data });
    closing.push(() => store.close());
    const database = await databaseDoor(store.endpoint);
    closing.push(() => database.close());
    const clock = clockFrom(setting.start);
    const services = await openServices(setting.timezone, clock.now);
    closing.push(() => services.close());
    Object.assign(process.env, store.env, {
      PROGRESS_TABLE: store.table,
      SKILL_ID,
      AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
      QUIET_AUDIO_BASE_URL: QUIET_AUDIO,
    });
    closing.push(captureConsole(setting.log));
    const ids = idsFrom(setting.start === undefined ? undefined : `${setting.start} ${setting.user}`, setting.idsMade);
    const world = {
      skill: loadSkill(join(setting.dist, 'lambda', 'index.js')),
      model,
      locale: setting.locale,
      clock,
      ids,
      home: household(setting.user, setting.screen),
      database,
      services,
      around: { skillId: SKILL_ID, apiEndpoint: services.endpoint, apiAccessToken: services.token },
    };
    return { speaker: speaker(world), model, idsMade: ids.made, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The interaction model of a locale from a skill package. Throws with a sentence when there is none. */
export function readModel(skillPackage: string, locale: string): Model {
  const folder = join(skillPackage, 'interactionModels', 'custom');
  const locales = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));
  if (!locales.includes(locale)) {
    throw new Error(`The skill does not speak ${locale}; it speaks ${locales.join(', ')}.`);
  }
  const file = join(folder, `${locale}.json`);
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return parseModel(json, file);
}
