import { isScreenName } from '../../screens';
import type { Start } from '../shown';
import { conversation } from './conversation';
import { light } from './device';
import { earsOf } from './ears';
import { made, onChoice, the } from './elements';
import { offersFor } from './offers';
import { showNothingBehind } from './panel';
import { deviceScreen } from './screen';
import { transcript } from './transcript';
import { play, start } from './wire';

const line = the('line', HTMLInputElement);
const mic = the('mic', HTMLButtonElement);
const aloud = the('aloud', HTMLInputElement);
const waits = the('waits', HTMLInputElement);

let speaker: Start = { invocationName: '', voice: false, fields: [] };

const log = transcript();
const lamp = light(() => void talk.silence());
const screen = deviceScreen((args) => void talk.touch(args));
const talk = conversation({
  log,
  light: lamp,
  screen,
  wishes: () => ({
    aloud: aloud.checked,
    waits: waits.checked && line.value === '',
    serverSpeaks: speaker.voice,
  }),
  listening: (speech) => {
    if (speech !== '') offer(offersFor(speech));
    if (mic.ariaPressed === 'true') ears?.listen();
  },
  over: () => {
    mic.ariaPressed = 'false';
    ears?.close();
    offer([`open ${speaker.invocationName}`]);
  },
});

const ears = earsOf({
  begun: lamp.stopWaiting,
  hearing: (text) => {
    line.value = text;
  },
  heard: (text) => {
    line.value = '';
    void talk.say(text);
  },
  failed: (why) => {
    mic.ariaPressed = 'false';
    log.note(
      why === 'network'
        ? 'This browser listens by the network, and there is none. Typing works.'
        : `The microphone does not work here (${why}). Typing works.`,
    );
  },
});

/** A few things to say now. */
function offer(lines: readonly string[]): void {
  const buttons = lines.map((text) => {
    const button = made('button', '', text);
    button.type = 'button';
    button.onclick = () => void say(text);
    return button;
  });
  the('chips', HTMLFieldSetElement).replaceChildren(made('legend', 'hidden', 'Things to say'), ...buttons);
}

function say(text: string): Promise<void> {
  ears?.close();
  line.value = '';
  return talk.say(text);
}

/** A device that is exchanged loses what it was in the middle of. */
async function choose(device: string): Promise<void> {
  talk.quiet();
  const name = isScreenName(device) ? device : undefined;
  screen.choose(name);
  offer([`open ${speaker.invocationName}`]);
  await Promise.all([play({ line: '(end)' }), play({ line: `(screen ${name ?? 'off'})` })]);
}

async function reset(): Promise<void> {
  talk.quiet();
  for (const command of ['(end)', '(skill disabled)', '(permission reminders denied)', '(person none)'])
    await play({ line: command });
  the('nobody', HTMLInputElement).checked = true;
  log.clear();
  log.note('Everything that was kept is deleted.');
  showNothingBehind();
  screen.clear();
  offer([`open ${speaker.invocationName}`]);
}

function wire(): void {
  the('form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    const said = line.value.trim();
    void (said === '' ? talk.silence() : say(said));
  });
  line.addEventListener('input', () => lamp.stopWaiting());
  mic.hidden = ears === undefined;
  mic.onclick = () => {
    mic.ariaPressed = String(mic.ariaPressed !== 'true');
    if (mic.ariaPressed === 'true') ears?.listen();
    else ears?.close();
  };
  onChoice('devices', (device) => void choose(device));
  onChoice('people', (person) => {
    log.note(person === 'none' ? 'Nobody is recognized now.' : `${person} speaks now.`);
    void talk.say(`(person ${person})`);
  });
  onClicks('clock', (time) => void talk.say(`(later ${time})`));
  the('end', HTMLButtonElement).onclick = () => void talk.say('(end)');
  the('reset', HTMLButtonElement).onclick = () => void reset();
  the('switch', HTMLButtonElement).onclick = () => {
    const wish = `switch to ${the('field', HTMLSelectElement).value}`;
    const listens = the('stage', HTMLElement).dataset.state === 'listening';
    void say(listens ? wish : `ask ${speaker.invocationName} to ${wish}`);
  };
}

function onClicks(group: string, clicked: (value: string) => void): void {
  for (const button of the(group, HTMLFieldSetElement).querySelectorAll('button'))
    button.onclick = () => clicked(button.value);
}

async function begin(): Promise<void> {
  wire();
  const known = await start();
  if ('fault' in known) return log.note(known.fault);
  speaker = known;
  the('field', HTMLSelectElement).replaceChildren(...known.fields.map((name) => new Option(name, name)));
  the('behind', HTMLDetailsElement).open = matchMedia('(min-width: 960px)').matches;
  await choose('speaker');
  // On a phone this would raise the keyboard over the page.
  if (matchMedia('(pointer: fine)').matches) line.focus();
}

void begin();
