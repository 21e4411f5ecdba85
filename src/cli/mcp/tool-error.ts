/** What a model that calls a tool can correct: the answer says it. */
export class ToolError extends Error {}
