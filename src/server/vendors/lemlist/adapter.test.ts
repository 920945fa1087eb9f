import { randomUUID } from 'node:crypto';

import { describe, expect, it, onTestFinished } from 'vitest';

import type { TaskDraft } from '#contract/new-task';
import type { Parent } from '#contract/parent';
import { createLemlistTeam } from '#sandbox/lemlist/team';
import type { LemlistTeam } from '#sandbox/lemlist/team';

import { describeConformance } from '../conformance';
import { practiceVendor } from '../conformance/practice-vendor';
import { sendTo } from '../conformance/vendor-under-test';
import type { VendorUnderTest } from '../conformance/vendor-under-test';
import { lemlistAdapter } from './adapter';

/** What the vendor can download from its own server. */
const files: Record<string, string> = {
  '/files/a.gif': 'GIF89a, an image',
  '/files/b.mp4': '\0\0\0\u0018ftypisom, a video',
};

const { clock, db, url, control, account } = practiceVendor('lemlist', '/api', files);

describeConformance({ name: 'lemlist', adapter: lemlistAdapter, startVendor });

describe('lemlist', () => {
  it('gives every record of a board its name, a hundred contacts at a time', async () => {
    const { send, team, companyId } = await start();
    const names = Array.from({ length: 120 }, (_, index) => `Person ${index}`);
    const contacts = await team.contacts.addAll(names.map((fullName) => ({ fullName })));
    const campaignId = await team.campaigns.add({});
    const contactId = await team.contacts.add({
      firstName: 'Lena',
      lastName: 'Ost',
      email: 'lena@ost.example',
      phone: '+49 30 1',
      jobTitle: 'Head of Sales',
      linkedinUrl: 'https://www.linkedin.com/in/lena-ost',
      companyId,
    });
    const leads = await team.leads.addAll([{ contactId, campaignId }]);
    const records = await lemlistAdapter.lookUpRecords(send, [
      ...[...contacts, contactId, 'ctc_unknown'].map((id) => ({ kind: 'contact' as const, id })),
      ...[...leads, 'lea_unknown'].map((id) => ({ kind: 'lead' as const, id })),
      { kind: 'company', id: companyId },
      { kind: 'company', id: 'cpn_unknown' },
    ]);
    const person = {
      name: 'Lena Ost',
      company: 'Weber Ltd',
      jobTitle: 'Head of Sales',
      email: 'lena@ost.example',
      phone: '+49 30 1',
      linkedin: 'https://www.linkedin.com/in/lena-ost',
    };
    expect(records).toHaveLength(123);
    expect(records.map((record) => record.name)).toEqual(expect.arrayContaining(names));
    expect(records).toContainEqual({ kind: 'contact', id: contactId, name: 'Lena Ost', person });
    expect(records).toContainEqual({ kind: 'lead', id: leads[0], name: 'Lena Ost', person });
    expect(records).toContainEqual(
      expect.objectContaining({ kind: 'company', id: companyId, name: 'Weber Ltd' }),
    );
  });

  it('finds people by name, companies by name and a lead by its email', async () => {
    const { send, team, companyId } = await start();
    const contactId = await team.contacts.add({
      firstName: 'Lena',
      lastName: 'Weber',
      email: 'lena@ost.example',
      companyId,
    });
    const leadId = await team.leads.add({ contactId, campaignId: await team.campaigns.add({}) });
    const byName = await lemlistAdapter.searchParents(send, 'weber');
    expect(byName.map(({ kind }) => kind)).toEqual(['contact', 'contact', 'company']);
    expect(byName).toContainEqual({
      kind: 'contact',
      id: contactId,
      name: 'Lena Weber',
      detail: 'Weber Ltd · lena@ost.example',
    });
    const byEmail = await lemlistAdapter.searchParents(send, 'lena@ost.example');
    expect(byEmail).toContainEqual(expect.objectContaining({ kind: 'lead', id: leadId, name: 'Lena Weber' }));
    await expect(lemlistAdapter.searchParents(send, 'nobody@nowhere.example')).resolves.toEqual([]);
  });

  it('lists all campaigns by name and state', async () => {
    const { send, team } = await start();
    const ids = await team.campaigns.addAll(
      Array.from({ length: 130 }, (_, index) => ({ name: `Campaign ${index}`, status: 'running' as const })),
    );
    const campaigns = await lemlistAdapter.listCampaigns(send);
    expect(campaigns.map((campaign) => campaign.id).toSorted()).toEqual(ids.toSorted());
    expect(campaigns).toContainEqual({ id: ids[7], name: 'Campaign 7', state: 'running' });
  });

  it('shows a task of a campaign under the contact first, and that completing it may send', async () => {
    const { send, team, newTask } = await start();
    const campaignId = await team.campaigns.add({});
    const contactId = await team.contacts.add({});
    const leadId = await team.leads.add({ contactId, campaignId });
    const userId = newTask.assigneeId ?? '';
    await team.tasks.add({ type: 'linkedinSend', userId, contactId, leadId, campaignId });
    for await (const { tasks } of lemlistAdapter.listTasks(send)) {
      expect(tasks).toMatchObject([
        {
          channel: 'linkedin',
          campaignId,
          outbound: true,
          parents: [
            { kind: 'contact', id: contactId },
            { kind: 'lead', id: leadId },
          ],
        },
      ]);
    }
  });

  it('creates tasks for a lead and for a company', async () => {
    const { send, team, newTask, companyId } = await start();
    const leadId = await team.leads.add({
      contactId: await team.contacts.add({}),
      campaignId: await team.campaigns.add({}),
    });
    for (const parent of [
      { kind: 'lead' as const, id: leadId, name: 'John Doe' },
      { kind: 'company' as const, id: companyId, name: 'Weber Ltd' },
    ]) {
      const created = await lemlistAdapter.createTask(send, { ...newTask, parents: [parent] });
      expect(created.parents).toContainEqual({ kind: parent.kind, id: parent.id });
    }
  });

  it('attaches, replaces and clears the files of a LinkedIn task', async () => {
    const { key, send, newTask } = await start();
    const image = { kind: 'image' as const, url: url('/files/a.gif') };
    const video = { kind: 'video' as const, url: url('/files/b.mp4') };
    const task: TaskDraft = { ...newTask, type: 'linkedin', media: [image, video] };
    const { vendorTaskId } = await lemlistAdapter.createTask(send, task);
    const counts = async () => {
      const { tasks } = (await control('GET', `/tasks?key=${key}`)) as {
        tasks: { images: []; videos: [] }[];
      };
      return tasks.map(({ images, videos }) => [images.length, videos.length]);
    };
    await expect(counts()).resolves.toEqual([[1, 1]]);
    await lemlistAdapter.editTask(send, vendorTaskId, { media: [image] });
    await expect(counts()).resolves.toEqual([[1, 0]]);
    await lemlistAdapter.editTask(send, vendorTaskId, { media: [] });
    await expect(counts()).resolves.toEqual([[0, 0]]);
  });
});

async function start() {
  const vendor = await startVendor();
  onTestFinished(() => vendor.close());
  return { ...vendor, send: sendTo(lemlistAdapter, vendor) };
}

async function startVendor(): Promise<VendorUnderTest & { team: LemlistTeam; companyId: string }> {
  const key = `key-${randomUUID()}`;
  const team = await createLemlistTeam(db(), { key, now: clock.now() });
  const [assigneeId, otherAssigneeId] = [
    await team.users.add({ name: 'Ada Rep' }),
    await team.users.add({ name: 'Ben Rep' }),
  ];
  const companyId = await team.companies.add({ name: 'Weber Ltd' });
  const contactId = await team.contacts.add({ firstName: 'Anna', lastName: 'Weber', companyId });
  const task = newTask(assigneeId, { kind: 'contact', id: contactId, name: 'Anna Weber' });
  const [budget] = lemlistAdapter.budgets(null);
  return {
    team,
    companyId,
    ...account(key, budget!),
    seedTasks: () =>
      team.tasks.addAll(
        Array.from({ length: 250 }, (_, index) => ({
          title: `Task ${index}`,
          userId: assigneeId,
          contactId,
        })),
      ),
    pendingIds: async () => {
      const { tasks } = (await control('GET', `/tasks?key=${key}`)) as {
        tasks: { _id: string; status: string }[];
      };
      return tasks.filter((task) => task.status === 'pending').map((task) => task._id);
    },
    newTask: task,
    otherAssigneeId,
    refusedChange: {
      task: { ...task, type: 'manual' },
      changes: { media: [{ kind: 'image', url: 'https://files.example/a.png' }] },
      path: 'media',
    },
  };
}

function newTask(assigneeId: string, parent: Parent): TaskDraft {
  return {
    vendor: 'lemlist',
    type: 'phone',
    title: 'Call Anna – “today”',
    text: 'Ask about\nthe pilot',
    priority: 'high',
    due: { kind: 'instant', at: '2026-03-11T08:30:00.250Z' },
    assigneeId,
    parents: [parent],
    media: [],
    progress: false,
    createdDate: null,
  };
}
