import type { SkillPackage } from './build-model';
import { DIALOG_RULES } from './lint-model/dialog';
import { INVOCATION_RULES } from './lint-model/invocation';
import { LAYOUT_RULES } from './lint-model/layout';
import { LIST_RULES } from './lint-model/lists';
import { MANIFEST_RULES } from './lint-model/manifest';
import type { Finding, Rule } from './lint-model/rule';
import { SAMPLE_RULES } from './lint-model/samples';
import { SCHEMA_RULES } from './lint-model/schema';

/** Every rule that Alexa and its certification have for a skill package and that can be checked without either. */
export const RULES: readonly Rule[] = [
  ...INVOCATION_RULES,
  ...SAMPLE_RULES,
  ...LIST_RULES,
  ...DIALOG_RULES,
  ...SCHEMA_RULES,
  ...MANIFEST_RULES,
  ...LAYOUT_RULES,
];

/** A broken rule, where, and what to do. */
export interface Broken extends Finding {
  readonly rule: string;
}

/** Everything that is wrong with a skill package; nothing if it may be submitted. */
export const lint = (built: SkillPackage): readonly Broken[] =>
  RULES.flatMap(({ id, check }) => check(built).map((finding) => ({ rule: id, ...finding })));
