import type { Config } from '../config.ts';

type Settings = Pick<
  Config,
  'ENTENTE_PROFILE' | 'INTROSPECTION' | 'GRAPHIQL' | 'TOOLS' | 'METRICS' | 'INGEST_PREVIEW'
>;

/** What is open to clients besides the API itself. */
export interface Switches {
  readonly introspection: boolean;
  readonly graphiql: boolean;
  readonly tools: boolean;
  readonly metrics: boolean;
  readonly preview: boolean;
}

/** Each switch has a setting; without one the profile decides. */
export function switchesOf(config: Settings): Switches {
  const isOn = (setting: 'on' | 'off' | undefined) =>
    setting === undefined ? config.ENTENTE_PROFILE === 'development' : setting === 'on';
  return {
    introspection: isOn(config.INTROSPECTION),
    graphiql: isOn(config.GRAPHIQL),
    tools: isOn(config.TOOLS),
    metrics: isOn(config.METRICS),
    preview: isOn(config.INGEST_PREVIEW),
  };
}
