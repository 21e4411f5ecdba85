/** Icons of Lucide, each with the names of Font Awesome 4 to 7 for the same picture. */
const neighbors: readonly (readonly [lucide: string, names: string])[] = [
  ['arrow-left-right', 'exchange exchange-alt'],
  ['arrow-up-down', 'sort'],
  ['at-sign', 'at'],
  ['badge', 'certificate'],
  ['banknote', 'money-bill'],
  ['bike', 'bicycle'],
  ['book-user', 'address-book'],
  ['bot', 'robot'],
  ['box', 'cube'],
  ['boxes', 'cubes'],
  ['briefcase', 'suitcase'],
  ['bug-off', 'bug-slash'],
  ['calendar-days', 'calendar-alt'],
  ['camera', 'camera-retro'],
  ['chart-column', 'chart-bar'],
  ['chevron-down', 'angle-down'],
  ['chevron-left', 'angle-left'],
  ['chevron-right', 'angle-right'],
  ['chevron-up', 'angle-up'],
  ['circle-alert', 'circle-exclamation exclamation-circle'],
  ['circle-check', 'check-circle'],
  ['circle-minus', 'minus-circle'],
  ['circle-play', 'play-circle'],
  ['circle-plus', 'plus-circle'],
  ['circle-question-mark', 'circle-question question question-circle'],
  ['circle-user', 'user-circle'],
  ['circle-x', 'circle-xmark times-circle'],
  ['cloud-download', 'cloud-arrow-down cloud-download-alt'],
  ['cloud-upload', 'cloud-arrow-up cloud-upload-alt'],
  ['coffee', 'mug-hot'],
  ['copy', 'clone'],
  ['cpu', 'microchip'],
  ['disc', 'compact-disc'],
  ['dollar-sign', 'dollar'],
  ['ellipsis', 'ellipsis-h'],
  ['ellipsis-vertical', 'ellipsis-v'],
  ['ethernet-port', 'ethernet'],
  ['euro', 'euro-sign'],
  ['external-link', 'external-link-alt'],
  ['eye-off', 'eye-slash'],
  ['factory', 'industry'],
  ['file-text', 'file-alt file-lines'],
  ['flame', 'fire'],
  ['flask-conical', 'flask flask-vial'],
  ['funnel', 'filter'],
  ['gamepad-2', 'gamepad'],
  ['gauge', 'dashboard tachometer tachometer-alt'],
  ['git-branch', 'code-branch'],
  ['globe', 'earth'],
  ['hard-drive', 'hdd'],
  ['hash', 'hashtag'],
  ['hat-glasses', 'user-secret'],
  ['house', 'home'],
  ['id-card', 'address-card'],
  ['id-card-lanyard', 'id-badge'],
  ['info', 'circle-info info-circle'],
  ['landmark', 'university'],
  ['layers', 'layer-group'],
  ['list-checks', 'list-check tasks'],
  ['loader', 'spinner'],
  ['lock-open', 'unlock'],
  ['log-in', 'sign-in sign-in-alt'],
  ['log-out', 'sign-out sign-out-alt'],
  ['mail', 'envelope'],
  ['mail-open', 'envelope-open'],
  ['map-pin', 'location-dot map-marker map-marker-alt'],
  ['megaphone', 'bullhorn'],
  ['menu', 'bars'],
  ['message-circle', 'comment'],
  ['messages-square', 'comments'],
  ['mic', 'microphone'],
  ['monitor', 'desktop'],
  ['navigation', 'location-arrow'],
  ['network', 'network-wired sitemap'],
  ['paintbrush', 'paint-brush'],
  ['pencil', 'pencil-alt'],
  ['pin', 'thumbtack'],
  ['power', 'power-off'],
  ['printer', 'fax print'],
  ['puzzle', 'puzzle-piece'],
  ['qr-code', 'qrcode'],
  ['quote', 'quote-left'],
  ['refresh-cw', 'arrows-rotate refresh rotate sync sync-alt'],
  ['rotate-ccw', 'rotate-left'],
  ['rotate-cw', 'rotate-right'],
  ['save', 'floppy-disk floppy-o'],
  ['scale', 'balance-scale scale-balanced'],
  ['scissors', 'cut'],
  ['search', 'magnifying-glass'],
  ['send', 'paper-plane'],
  ['settings', 'cog cogs gear gears'],
  ['share-2', 'share share-nodes'],
  ['shield', 'shield-alt'],
  ['shield-half', 'shield-halved'],
  ['shield-user', 'user-shield'],
  ['shopping-cart', 'cart-shopping'],
  ['sliders-horizontal', 'sliders'],
  ['smartphone', 'mobile mobile-alt'],
  ['sprout', 'seedling'],
  ['square', 'stop'],
  ['square-check', 'check-square'],
  ['square-pen', 'edit'],
  ['target', 'bullseye'],
  ['timer', 'stopwatch'],
  ['train-front', 'train'],
  ['trash-2', 'trash trash-alt trash-can'],
  ['tree-deciduous', 'tree'],
  ['triangle-alert', 'exclamation-triangle triangle-exclamation warning'],
  ['user', 'person user-tie'],
  ['users', 'people-group user-group'],
  ['volume-2', 'volume-up'],
  ['wand-sparkles', 'magic'],
  ['waves', 'water'],
  ['workflow', 'diagram-project'],
  ['wrench', 'screwdriver-wrench tools'],
  ['x', 'close times xmark'],
  ['zap', 'bolt'],
];

const lucideNames: ReadonlyMap<string, string> = new Map(
  neighbors.flatMap(([lucide, names]) => names.split(' ').map((name) => [name, lucide] as const)),
);

/**
 * The icon of Lucide for a name of Font Awesome, such as `settings` for `cogs`. Many names are the same.
 *
 * @param name without `fa-`
 */
export function lucideNameOf(name: string): string {
  const plain = name.replace(/-(?:o|alt|solid|regular)$/, '');
  return lucideNames.get(name) ?? lucideNames.get(plain) ?? plain;
}

/** The icon sets by the words that name a style of Font Awesome. The first one is offered to those who have none. */
const sets: Readonly<Record<string, readonly string[]>> = {
  fab: ['fa6-brands', 'fa7-brands', 'fa-brands'],
  far: ['fa6-regular', 'fa7-regular', 'fa-regular', 'fa6-solid', 'fa7-solid'],
  fas: ['fa6-solid', 'fa7-solid', 'fa-solid', 'fa6-brands', 'fa7-brands'],
};

/**
 * The icon sets that a style of Font Awesome may be in, as their packages are named: `fas` is in `fa6-solid`.
 *
 * @returns `undefined` if it is no style of Font Awesome
 */
export function fontAwesomeSets(style: string): readonly string[] | undefined {
  if (/^(?:fab|fa-brands|fa\d-brands)$/.test(style)) return sets['fab'];
  if (/^(?:far|fa-regular|fa\d-regular)$/.test(style)) return sets['far'];
  return /^(?:fa[sltdk]?|fa-(?:solid|light|thin|duotone)|fa\d-solid)$/.test(style)
    ? sets['fas']
    : undefined;
}
