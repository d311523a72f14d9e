import { App } from 'aws-cdk-lib';
import { checkGoodPractice } from './good-practice';
import { SettingError, settingsOf } from './settings';
import { SkillStack } from './skill-stack';

function main(): void {
  const app = new App();
  const settings = settingsOf(app.node.getAllContext());
  new SkillStack(app, `InterviewRehearsal-${settings.stage}`, settings);
  checkGoodPractice(app);
}

try {
  main();
} catch (error) {
  // A setting that is wrong is told in its sentence; where in the code it was found helps nobody.
  if (!(error instanceof SettingError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
