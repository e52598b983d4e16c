/** Environment variable with the path of the running stack's state file. */
export const STATE_VARIABLE = 'GROUNDWORK_STATE';
