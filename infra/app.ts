import { App } from 'aws-cdk-lib';
import { settingsOf } from './settings';
import { SkillStack } from './skill-stack';

const app = new App();
const settings = settingsOf((name) => app.node.tryGetContext(name));
new SkillStack(app, `InterviewRehearsal-${settings.stage}`, settings);
