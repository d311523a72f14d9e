import { type Field, SETTINGS, type Setting } from '../bank/types';
import type { Act } from './acts';
import { asks, type Decision, type Draft, played, preferring, says } from './draft';
import type { Heard } from './heard';
import { reask } from './reask';

const NAMED = 3;

type Wanting = Pick<Extract<Heard, { kind: 'setting' }>, 'setting' | 'missing'>;

/** Chooses the setting whose questions join the mix from now on, or none. Whatever is on the table stays there. */
export function chooseSetting(d: Draft, { setting, missing }: Wanting): Decision {
  if (missing !== undefined) return reask(says(d, { act: 'no-setting', said: missing }, settingsAct(d.field)));
  const already = setting === d.learner.me.setting;
  const chosen = already ? d : withSetting(d, setting);
  const here = setting !== undefined && settingsOf(d.field).includes(setting);
  return reask(
    says(
      chosen,
      setting === undefined ? { act: 'setting-gone', already } : { act: 'setting-is', setting, already, here },
    ),
  );
}

/** Keeps the setting. What was to come next is chosen anew. */
function withSetting(d: Draft, setting: Setting | undefined): Draft {
  const { setting: _, ...others } = d.learner.me;
  const me = setting === undefined ? others : { ...others, setting };
  return played({ ...preferring(d, {}), learner: { ...d.learner, me } }, { hand: [] });
}

/** Names the settings that the field has questions for, and asks which, unless something else is asked already. */
export function listSettings(d: Draft): Decision {
  const named = says(d, settingsAct(d.field));
  const choice = d.learner.stage.at === 'lobby' && settingsOf(d.field).length > 0;
  return choice ? asks(named, { ask: 'which-setting' }) : reask(named);
}

function settingsAct(field: Field): Act {
  const all = settingsOf(field);
  const names = all.slice(0, all.length === NAMED + 1 ? all.length : NAMED);
  return all.length === 0 ? { act: 'no-settings' } : { act: 'settings', names, more: all.length - names.length };
}

const settingsOf = (field: Field): readonly Setting[] =>
  SETTINGS.filter((setting) => field.questions.some((question) => question.settings.includes(setting)));

/** The setting that a topic is all about: each of its questions is for this one alone. */
export function settingOfTopic(field: Field, topic: string): Setting | undefined {
  const questions = field.questions.filter((question) => question.topic === topic);
  const settings = new Set(questions.flatMap((question) => question.settings));
  const [only] = settings;
  return settings.size === 1 && questions.every((question) => question.settings.length > 0) ? only : undefined;
}
