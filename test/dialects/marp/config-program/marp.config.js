export default { themeSet: "./themes" };
