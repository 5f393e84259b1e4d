// One PostgreSQL for the whole test run, with a migrated template that each test file clones.
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#kit/db.ts';
import { openJobs } from '#kit/jobs.ts';
import { migrate } from '#kit/migrate.ts';
import { startThrowAwayPostgres } from '#kit/postgres/for-tests.ts';
import { jobKinds } from '../../src/rooms.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

let running: Promise<{ url: string; stop: () => Promise<void> }> | undefined;
let users = 0;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  users++;
  running ??= start();
  const { url, stop } = await running;
  project.provide('postgresUrl', url);
  return async () => {
    users--;
    if (users === 0) {
      running = undefined;
      await stop();
    }
  };
}

async function start() {
  const server = await startThrowAwayPostgres();
  const admin = openDatabase(server.url, { max: 1 });
  await admin.pool.query('create database template_ugroup');
  await admin.close();
  const template = openDatabase(withDatabase(server.url, 'template_ugroup'), { max: 2 });
  await migrate(template.db);
  const jobs = await openJobs(template, jobKinds);
  await jobs.stop();
  await template.close();
  return server;
}

/** The same server, another database; works for socket and TCP forms alike. */
export function withDatabase(url: string, name: string): string {
  const socketForm = /^(socket:[^?]*\?)(.*)$/.exec(url);
  if (socketForm) return `${socketForm[1]}${(socketForm[2] ?? '').replace(/(^|&)db=[^&]*/, `$1db=${name}`)}`;
  return url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`);
}
