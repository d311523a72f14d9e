export const STAGES = ['dev', 'prod'] as const;
export type DeployStage = (typeof STAGES)[number];

/** What an operator chooses with `-c name=value`. */
export interface Settings {
  /** `prod` keeps its data when the stack is deleted. Default: `dev`. */
  readonly stage: DeployStage;
  /** Only this skill may call the function. Without it any skill may: only right until the skill has an id. */
  readonly skillId?: string;
}

const SKILL_ID = /^amzn1\.ask\.skill\.[0-9a-f-]{36}$/;

/** Settings from CDK context. Throws a sentence that says what to write instead. */
export function settingsOf(context: (name: string) => unknown): Settings {
  const stage = context('stage') ?? 'dev';
  const skillId = context('skillId');
  if (!isStage(stage)) throw new Error(`Unknown stage "${String(stage)}": write -c stage=dev or -c stage=prod.`);
  if (skillId === undefined) return { stage };
  if (typeof skillId !== 'string' || !SKILL_ID.test(skillId)) {
    throw new Error(
      `"${String(skillId)}" is no skill id: it looks like amzn1.ask.skill. and 36 digits, letters and hyphens.`,
    );
  }
  return { stage, skillId };
}

const isStage = (stage: unknown): stage is DeployStage => STAGES.some((known) => known === stage);
