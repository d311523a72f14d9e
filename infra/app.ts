import { App } from 'aws-cdk-lib';
import { checkGoodPractice } from './good-practice';
import { settingsOf } from './settings';
import { SkillStack } from './skill-stack';

const app = new App();
const settings = settingsOf(app.node.getAllContext());
new SkillStack(app, `InterviewRehearsal-${settings.stage}`, settings);
checkGoodPractice(app);
