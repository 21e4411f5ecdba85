/** A style sheet as text: it goes into the page as a whole. */
declare module '*.css' {
  const text: string;
  export default text;
}
