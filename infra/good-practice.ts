import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, type NagPack, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/** The packs of rules that every template has to pass. */
export const rulePacks = (app: IConstruct): readonly NagPack[] => [
  new AwsSolutionsChecks(app),
  new ServerlessChecks(app),
];

/** From here on a synthesis fails on whatever the packs find and nobody has explained. */
export function checkGoodPractice(app: IConstruct): void {
  Validations.of(app).addPlugins(...rulePacks(app));
}

/** Explains why a finding is right for this construct and all inside it. Give the full id of each finding, and the reason. */
export function explain(construct: IConstruct, findings: Readonly<Record<string, string>>): void {
  Validations.of(construct).acknowledge(...Object.entries(findings).map(([id, reason]) => ({ id, reason })));
}
