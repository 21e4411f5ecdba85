/** A component's name in one form: `VClick` and `v-click` are `v-click`. */
export function componentName(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

/** Whether Vue reads a tag as that of a component: `<MyThing>`, `<my-thing>`. */
export function isComponent(name: string): boolean {
  return /^[A-Z]|-/.test(name);
}
