// What the Vite plugin beside this file makes of an imported `.yml` file of words.
declare module '*.yml' {
  const words: Record<string, string>;
  export default words;
}
