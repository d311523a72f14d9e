/** A screen as Alexa describes it. */
export interface Screen {
  readonly mode: 'HUB' | 'TV';
  readonly shape: 'ROUND' | 'RECTANGLE';
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}

/** Screens that a speaker can have. */
export const SCREENS = {
  round: { mode: 'HUB', shape: 'ROUND', width: 480, height: 480, dpi: 160 },
  small: { mode: 'HUB', shape: 'RECTANGLE', width: 960, height: 480, dpi: 160 },
  medium: { mode: 'HUB', shape: 'RECTANGLE', width: 1280, height: 800, dpi: 213 },
  large: { mode: 'HUB', shape: 'RECTANGLE', width: 1280, height: 800, dpi: 160 },
  tv: { mode: 'TV', shape: 'RECTANGLE', width: 1920, height: 1080, dpi: 320 },
} as const satisfies Readonly<Record<string, Screen>>;

export type ScreenName = keyof typeof SCREENS;

export const isScreenName = (name: string): name is ScreenName => name in SCREENS;
