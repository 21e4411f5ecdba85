/** Invalid indexes of slides. */
const invalidIndexes = [-1, 0.5, 1e9, Number.MAX_VALUE, '1', null, [1], {}, true];

/** Invalid messages of presenter windows and remotes. @param token a valid one */
export function invalidControlMessages(token: string): readonly string[] {
  const timer = { hasStarted: true, isRunning: true, slideSeconds: [1] };
  const state = { slide: 0, step: 0, isBlank: false, timer };
  const actions = [
    ...[
      '',
      'Next',
      'Start',
      'stop',
      '0',
      '__proto__',
      'constructor',
      'reload',
      'open',
      1,
      null,
    ].map((name) => ({ type: name })),
    ...invalidIndexes.map((slide) => ({ type: 'go', slide })),
    ...[{}, 'next', null, [], { type: 'go' }, { type: ['next'] }, { start: true }],
  ];
  const states = [
    ...invalidIndexes.flatMap((place) => [
      { ...state, slide: place },
      { ...state, step: place },
    ]),
    ...[0, 'false', null].map((isBlank) => ({ ...state, isBlank })),
    ...[
      null,
      [],
      { ...timer, isRunning: 1 },
      { ...timer, hasStarted: 0 },
      { ...timer, slideSeconds: '1' },
    ].map((other) => ({ ...state, timer: other })),
    ...[[-1], ['1'], [null], [1e9], Array(5001).fill(0)].map((slideSeconds) => ({
      ...state,
      timer: { ...timer, slideSeconds },
    })),
    ...[null, [], 'state'],
  ];
  const messages = [
    ...actions.map((action) => ({ type: 'control', token, heartbeat: 0, action })),
    ...[-1, 0.5, 99, '0', null].map((heartbeat) => ({
      type: 'control',
      token,
      heartbeat,
      action: { type: 'next' },
    })),
    ...states.map((state) => ({ type: 'presenter', token, usedAt: 1, state })),
    ...[-1, '1', null].map((usedAt) => ({ type: 'presenter', token, usedAt, state })),
    ...[
      { type: 'remote' },
      { type: 'remote', token: 1 },
      { type: 'action', token, action: { type: 'next' } },
    ],
  ];
  return messages.map((message) => JSON.stringify(message));
}
