import { DefaultApiClient } from 'ask-sdk-core';
import { services as alexa } from 'ask-sdk-model';
import { openServices, type Services } from '../../simulator/services';

let services: Services;
const NOW = Date.parse('2026-03-02T09:00:00Z');
const DEVICE = 'amzn1.ask.device.KITCHEN';

beforeEach(async () => {
  services = await openServices('Europe/London', () => NOW);
});
afterEach(() => services.close());

const configuration = (authorizationValue = services.token) => ({
  apiClient: new DefaultApiClient(),
  apiEndpoint: services.endpoint,
  authorizationValue,
});
const settings = (token?: string) => new alexa.ups.UpsServiceClient(configuration(token));
const reminders = () => new alexa.reminderManagement.ReminderManagementServiceClient(configuration());

const AT_SEVEN: alexa.reminderManagement.ReminderRequest = {
  requestTime: '2026-03-02T09:00:00.000',
  trigger: { type: 'SCHEDULED_ABSOLUTE', scheduledTime: '2026-03-03T07:00:00.000' },
  alertInfo: { spokenInfo: { content: [{ locale: 'en-US', text: 'Time to practice.' }] } },
};

const status = (statusCode: number) => expect.objectContaining({ statusCode });

describe('the settings service', () => {
  test('tells the time zone', async () => {
    expect(await settings().getSystemTimeZone(DEVICE)).toBe('Europe/London');
    services.setTimezone('Asia/Tokyo');
    expect(await settings().getSystemTimeZone(DEVICE)).toBe('Asia/Tokyo');
  });

  test('keeps it to itself when told so, when down, and before strangers', async () => {
    await expect(settings('guessed').getSystemTimeZone(DEVICE)).rejects.toEqual(status(401));
    services.setTimezone(undefined);
    await expect(settings().getSystemTimeZone(DEVICE)).rejects.toEqual(status(403));
    services.setUp('settings', false);
    await expect(settings().getSystemTimeZone(DEVICE)).rejects.toEqual(status(503));
  });
});

describe('the reminders service', () => {
  test('wants permission', async () => {
    await expect(reminders().createReminder(AT_SEVEN)).rejects.toEqual(status(401));
  });

  test('keeps, changes and deletes a reminder', async () => {
    services.allowReminders(true);
    const made = await reminders().createReminder(AT_SEVEN);
    expect(made.status).toBe('ON');
    expect((await reminders().getReminders()).totalCount).toBe('1');
    const later = { ...AT_SEVEN, trigger: { ...AT_SEVEN.trigger, scheduledTime: '2026-03-03T08:00:00.000' } };
    await reminders().updateReminder(made.alertToken ?? '', later);
    expect((await reminders().getReminder(made.alertToken ?? '')).trigger).toEqual(later.trigger);
    await reminders().deleteReminder(made.alertToken ?? '');
    expect((await reminders().getReminders()).totalCount).toBe('0');
    await expect(reminders().deleteReminder(made.alertToken ?? '')).rejects.toEqual(status(404));
  });

  test('can be down while settings are up', async () => {
    services.allowReminders(true);
    services.setUp('reminders', false);
    await expect(reminders().getReminders()).rejects.toEqual(status(503));
    expect(await settings().getSystemTimeZone(DEVICE)).toBe('Europe/London');
    services.setUp('reminders', true);
    expect((await reminders().getReminders()).alerts).toEqual([]);
  });
});
