/** Where most of a locale's listeners live, until somebody's own time zone is known. */
const USUAL_ZONE: Readonly<Record<string, string>> = {
  'en-US': 'America/New_York',
  'en-CA': 'America/Toronto',
  'en-GB': 'Europe/London',
  'en-AU': 'Australia/Sydney',
  'en-IN': 'Asia/Kolkata',
};

/** The usual time zone of a locale, by its IANA name. */
export const usualZone = (locale: string): string => USUAL_ZONE[locale] ?? 'UTC';
