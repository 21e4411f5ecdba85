/** The prefixes of the sets of Iconify, longer ones first: Slidev has a component for each of their icons. */
export const iconSets: readonly string[] =
  `material-symbols-light cryptocurrency-color emojione-monotone fluent-emoji-flat heroicons-outline
  icon-park-outline icon-park-twotone simple-line-icons streamline-emojis flat-color-icons
  material-symbols heroicons-solid icon-park-solid cryptocurrency pepicons-print devicon-plain
  entypo-social grommet-icons pixelarticons system-uicons circle-flags fluent-emoji icomoon-free
  medical-icon pepicons-pop simple-icons svg-spinners vscode-icons academicons eos-icons flowbite picon fa6-regular fluent-mdl2
  healthicons humbleicons majesticons radix-icons skill-icons akar-icons ant-design fa-regular
  fa6-brands fa7-brands file-icons foundation game-icons lets-icons mono-icons streamline teenyicons
  arcticons dashicons fa-brands fa6-solid fa7-solid gridicons heroicons hugeicons icon-park lineicons
  meteocons websymbol zondicons bytesize emojione fa-solid flagpack fontisto mingcute nonicons
  openmoji proicons si-glyph clarity codicon devicon feather formkit iconoir line-md noto-v1 octicon
  pajamas raphael tdesign topcoat twemoji unicons carbon entypo fluent lucide nimbus subway tabler
  vaadin basil charm covid logos prime quill solar token typcn flag gala iwwa maki noto ooui weui bxl
  bxs cib cif cil eva fad geo gis ion jam map mdi uil uim uis uit uiw whh wpf bi bx ci ep et fa fe gg
  ic il la ls mi oi ph ps ri vs wi`.split(/\s+/);

/** Icons that Lucide has under the same name as other sets. */
const same = `rocket cloud user users home house search settings star heart mail phone calendar clock check x plus
  minus arrow-right arrow-left arrow-up arrow-down arrow-up-right chevron-right chevron-left
  chevron-up chevron-down code terminal database server github gitlab twitter linkedin youtube
  facebook instagram globe link external-link download upload file folder image video music play pause
  camera book book-open bookmark lightbulb alert-triangle triangle-alert info help-circle circle-help
  check-circle circle-check x-circle circle-x edit pencil trash copy share eye lock unlock key shield
  bug zap flame sun moon map map-pin flag tag bell message-circle message-square cpu monitor laptop
  smartphone tablet printer package box layers grid layout list menu filter chart-bar chart-line
  chart-pie bar-chart trending-up trending-down activity target award trophy gift coffee dollar-sign
  credit-card shopping-cart truck car plane train bike leaf tree-pine sprout brain bot wand sparkles
  puzzle palette brush pen-tool scissors hammer wrench cog git-branch git-commit git-merge
  git-pull-request rss wifi bluetooth battery hard-drive usb headphones mic volume-2 thumbs-up
  thumbs-down smile frown hand handshake graduation-cap school building factory microscope
  flask-conical atom dna stethoscope pill network workflow share-2 refresh-cw rotate-cw repeat undo
  redo save log-in log-out quote hash at-sign percent calculator ruler scale gauge timer hourglass
  history languages type bold italic`;

/** Names of icons in other sets, with similar ones of Lucide. */
const near: Readonly<Record<string, string>> = {
  'logo-github': 'github',
  'github-logo': 'github',
  'logo-twitter': 'twitter',
  'logo-x': 'twitter',
  'logo-linkedin': 'linkedin',
  'logo-youtube': 'youtube',
  'logo-facebook': 'facebook',
  'logo-instagram': 'instagram',
  'logo-gitlab': 'gitlab',
  email: 'mail',
  envelope: 'mail',
  at: 'at-sign',
  person: 'user',
  account: 'user',
  people: 'users',
  'account-group': 'users',
  'user-multiple': 'users',
  group: 'users',
  'home-outline': 'house',
  magnify: 'search',
  'magnifying-glass': 'search',
  gear: 'settings',
  gears: 'settings',
  setting: 'settings',
  favorite: 'heart',
  checkmark: 'check',
  tick: 'check',
  close: 'x',
  times: 'x',
  cross: 'x',
  add: 'plus',
  subtract: 'minus',
  document: 'file',
  doc: 'file',
  picture: 'image',
  photo: 'image',
  movie: 'video',
  idea: 'lightbulb',
  bulb: 'lightbulb',
  'light-bulb': 'lightbulb',
  warning: 'triangle-alert',
  'warning-alt': 'triangle-alert',
  alert: 'triangle-alert',
  'exclamation-triangle': 'triangle-alert',
  error: 'circle-x',
  information: 'info',
  help: 'circle-help',
  question: 'circle-help',
  'question-circle': 'circle-help',
  'checkmark-filled': 'circle-check',
  'checkmark-outline': 'circle-check',
  delete: 'trash',
  'trash-can': 'trash',
  view: 'eye',
  password: 'lock',
  security: 'shield',
  debug: 'bug',
  lightning: 'zap',
  bolt: 'zap',
  fire: 'flame',
  location: 'map-pin',
  'map-marker': 'map-pin',
  notification: 'bell',
  chat: 'message-circle',
  comment: 'message-square',
  comments: 'messages-square',
  chip: 'cpu',
  screen: 'monitor',
  desktop: 'monitor',
  computer: 'monitor',
  mobile: 'smartphone',
  chart: 'chart-bar',
  analytics: 'chart-line',
  growth: 'trending-up',
  goal: 'target',
  cup: 'coffee',
  money: 'banknote',
  'currency-dollar': 'dollar-sign',
  cart: 'shopping-cart',
  airplane: 'plane',
  robot: 'bot',
  'machine-learning': 'brain',
  ai: 'sparkles',
  'magic-wand': 'wand',
  'color-palette': 'palette',
  'paint-brush': 'brush',
  tools: 'wrench',
  branch: 'git-branch',
  microphone: 'mic',
  'thumb-up': 'thumbs-up',
  like: 'thumbs-up',
  education: 'graduation-cap',
  industry: 'factory',
  chemistry: 'flask-conical',
  flow: 'workflow',
  renew: 'refresh-cw',
  restart: 'rotate-cw',
  reset: 'rotate-ccw',
  login: 'log-in',
  logout: 'log-out',
  launch: 'external-link',
  'open-in-new': 'external-link',
  web: 'globe',
  earth: 'globe',
  world: 'globe',
  language: 'languages',
  translate: 'languages',
  time: 'clock',
  event: 'calendar',
  stopwatch: 'timer',
  right: 'arrow-right',
  left: 'arrow-left',
  'data-base': 'database',
  console: 'terminal',
  'command-line': 'terminal',
  script: 'scroll-text',
  number: 'hash',
  percentage: 'percent',
  meter: 'gauge',
  dashboard: 'layout-dashboard',
  cube: 'box',
  catalog: 'book',
  'play-circle': 'circle-play',
  'pause-circle': 'circle-pause',
  stop: 'square',
  api: 'webhook',
  connect: 'plug',
  certificate: 'award',
  'bar-chart': 'chart-bar',
};

/** Icons of Lucide by the names that other sets have for them. */
export const lucideNames: ReadonlyMap<string, string> = new Map([
  ...same.split(/\s+/).map((name) => [name, name] as const),
  ...Object.entries(near),
]);
