/** The key of the demo workspace, fixed and public. */
export const DEMO_KEY = 'wbk_sandbox-leadlex-key';
