/** The key of the demo team, fixed and public. */
export const DEMO_KEY = 'sandbox-saleshandy-key';
