const looks = ['desktop-light', 'desktop-dark', 'phone-light', 'phone-dark'];

const row = (/** @type {string} */ id) =>
  `| ${id} | ${looks.map((look) => `[${look.replace('-', ', ')}](states/${id}-${look}.webp)`).join(' | ')} |`;

/** The page that lists every picture, by room. */
export const indexOf = (/** @type {{ id: string, room: string }[]} */ entries) => {
  const rooms = [...new Set(entries.map(({ room }) => room))];
  const lines = [
    '# Pictures',
    '',
    'Taken by `npm run pictures` from the workshop, which shows every state of every page with made-up data. It is at',
    '`/workshop` of any instance on which one may sign in as anybody.',
    ...rooms.flatMap((room) => [
      '',
      `## ${room}`,
      '',
      '| State | | | | |',
      '|---|---|---|---|---|',
      ...entries.filter((entry) => entry.room === room).map(({ id }) => row(id)),
    ]),
  ];
  return `${lines.join('\n')}\n`;
};
