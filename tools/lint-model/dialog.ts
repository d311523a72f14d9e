import { eachModel, type Model, type Rule } from './rule';

type DialogSlot = { readonly intent: string; readonly slot: string; readonly type: string; readonly asks: boolean };

const dialogSlots = ({ dialog }: Model): readonly DialogSlot[] =>
  (dialog?.intents ?? []).flatMap(({ name: intent, slots = [] }) =>
    slots.map(({ name: slot, type, elicitationRequired: asks = false }) => ({ intent, slot, type, asks })),
  );

const slotOf = ({ languageModel }: Model, intent: string, slot: string) =>
  languageModel.intents.find(({ name }) => name === intent)?.slots?.find(({ name }) => name === slot);

const promptsUsed = ({ dialog }: Model): readonly string[] =>
  (dialog?.intents ?? []).flatMap(({ prompts, slots = [] }) =>
    [prompts, ...slots.map((slot) => slot.prompts)].flatMap((ids) =>
      [ids?.elicitation ?? [], ids?.confirmation ?? []].flat(),
    ),
  );

/** What the dialog model has to say for slots to be elicited. */
export const DIALOG_RULES: readonly Rule[] = [
  {
    id: 'a12',
    says: 'An elicited slot has samples for a reply.',
    check: eachModel((model) =>
      dialogSlots(model)
        .filter(({ intent, slot, asks }) => asks && !slotOf(model, intent, slot)?.samples?.length)
        .map(({ intent, slot }) => ({
          where: `${intent}, slot ${slot}`,
          fault: 'has no samples: add at least "{slot}"',
        })),
    ),
  },
  {
    id: 'a13',
    says: 'The dialog names intents and slots of the model, with their types, and every slot of its intents.',
    check: eachModel((model) => [
      ...dialogSlots(model)
        .filter(({ intent, slot, type }) => slotOf(model, intent, slot)?.type !== type)
        .map(({ intent, slot }) => ({
          where: `dialog, ${intent}, slot ${slot}`,
          fault: 'is not so in the model: correct it',
        })),
      ...(model.dialog?.intents ?? []).flatMap(({ name, slots = [] }) =>
        (model.languageModel.intents.find((intent) => intent.name === name)?.slots ?? [])
          .filter((slot) => !slots.some((s) => s.name === slot.name))
          .map((slot) => ({ where: `dialog, ${name}`, fault: `lacks the slot ${slot.name}: add it` })),
      ),
    ]),
  },
  {
    id: 'a15',
    says: 'Every prompt that the dialog names exists, and every prompt is named.',
    check: eachModel((model) => {
      const used = promptsUsed(model);
      const known = (model.prompts ?? []).map(({ id }) => id);
      const asking = dialogSlots(model).filter(({ asks }) => asks).length;
      return [
        ...used
          .filter((id) => !known.includes(id))
          .map((id) => ({ where: id, fault: 'does not exist: add it to prompts' })),
        ...known.filter((id) => !used.includes(id)).map((id) => ({ where: id, fault: 'is used nowhere: delete it' })),
        ...(used.length < asking ? [{ where: 'dialog', fault: 'elicits a slot without a prompt: name one' }] : []),
      ];
    }),
  },
  {
    id: 'a30',
    says: 'The sensitivity of Fallback is chosen.',
    check: eachModel(({ languageModel: { modelConfiguration } }) =>
      modelConfiguration?.fallbackIntentSensitivity === undefined
        ? [{ where: 'modelConfiguration', fault: 'has no fallbackIntentSensitivity: choose one' }]
        : [],
    ),
  },
];
