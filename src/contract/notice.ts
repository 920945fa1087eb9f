/** What is announced after a commit: *that* something changed in a workspace, never *what*. */
export const noticeTopics = ['tasks', 'connections', 'views'] as const;
export type NoticeTopic = (typeof noticeTopics)[number];
export type Notice = { workspaceId: number; topic: NoticeTopic };
