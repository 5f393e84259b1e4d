// Routes of imprint and privacy, and of the keeper, who writes them and looks after the server.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { transact } from '#kit/db.ts';
import { readForm, type Values } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { panelsAt } from '#kit/panels.ts';
import { version } from '#kit/version.ts';
import { notFound } from '#kit/web.ts';
import { isLanguage, type Lang } from '#kit/words.ts';
import { viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendCached, sendPage } from '#ui/send.ts';
import { operatorForm, textForm } from '../forms.ts';
import { keeperFacts } from '../keeper-facts.ts';
import { KeeperPage } from '../pages/keeper-page.tsx';
import { EditTextPage, TextsPage } from '../pages/keeper-texts.tsx';
import { TextPage } from '../pages/text-page.tsx';
import { sitePaths } from '../paths.ts';
import { type TextName, textNames } from '../tables.ts';
import { operatorOf, ownTexts, textAndOperator, writeOperator, writeText } from '../texts.ts';
import { words } from '../words.ts';

const anyone = { config: { door: 'anyone' } } as const;
const keeper = { config: { door: 'keeper' } } as const;
type ByText = { Params: { name: string; lang: string } };

export function keeperRoutes(app: FastifyInstance, ground: Ground): void {
  const { db, config } = ground;

  for (const name of textNames) {
    const path = sitePaths[name]();
    app.get(path, anyone, async (request, reply) => {
      const view = { ...viewOf(request, ground), path };
      return sendCached(request, reply, ground, `site.${name} ${view.lang}`, async () => {
        const { text, operator } = await textAndOperator(db, name, view.lang);
        return { page: <TextPage view={view} name={name} text={text} operator={operator} /> };
      });
    });
  }

  app.get(sitePaths.keeper(), keeper, async (request, reply) => {
    const server = {
      version: version(),
      own_database: config.databaseUrl === undefined,
      has_smtp: config.smtpUrl !== undefined,
      mail_per_hour: config.mailPerHour,
    };
    const view = viewOf(request, ground);
    const about = { backups: config.backupFolder === undefined ? null : config.backupKeep };
    const [facts, todo, panels] = await Promise.all([
      keeperFacts(db, ground.now()),
      panelsAt('site.keeper_todo', db, view, about),
      panelsAt('site.keeper', db, view, about),
    ]);
    return sendPage(reply, <KeeperPage view={view} facts={facts} server={server} todo={todo} panels={panels} />);
  });

  app.get(sitePaths.texts(), keeper, async (request, reply) => sendTexts(request, reply));

  app.post(sitePaths.texts(), keeper, async (request, reply) => {
    const read = readForm(operatorForm, request.body);
    const { lang } = viewOf(request, ground);
    if (!read.ok) return sendTexts(request, reply, { values: read.values, errors: fieldErrors(lang, read.errors) });
    await transact(db, (tx) => writeOperator(tx, read.value, ground.now()));
    flash(reply, words(lang)('texts.saved'));
    return reply.redirect(sitePaths.texts(), 303);
  });

  app.get<ByText>('/keeper/texts/:name/:lang', keeper, async (request, reply) => sendText(request, reply));

  app.post<ByText>('/keeper/texts/:name/:lang', keeper, async (request, reply) => {
    const { name, lang } = textOf(request.params);
    const read = readForm(textForm, request.body);
    const view = viewOf(request, ground);
    if (!read.ok) {
      return sendText(request, reply, {
        body: String(read.values.body ?? ''),
        error: fieldErrors(view.lang, read.errors).body,
      });
    }
    const { body } = read.value;
    const is_own = await transact(db, (tx) => writeText(tx, { name, lang, body }, ground.now()));
    flash(reply, words(view.lang)(is_own ? 'text.saved' : 'text.back'));
    return reply.redirect(sitePaths.text(name, lang), 303);
  });

  async function sendTexts(
    request: FastifyRequest,
    reply: FastifyReply,
    refused?: { values: Values; errors: Record<string, string> },
  ): Promise<FastifyReply> {
    const [own, operator] = await Promise.all([ownTexts(db), operatorOf(db)]);
    const values = refused?.values ?? operator ?? {};
    const page = <TextsPage view={viewOf(request, ground)} own={own} values={values} errors={refused?.errors} />;
    return sendPage(reply, page, { status: refused ? 422 : 200 });
  }

  async function sendText(
    request: FastifyRequest<ByText>,
    reply: FastifyReply,
    refused?: { body: string; error: string | undefined },
  ): Promise<FastifyReply> {
    const { name, lang } = textOf(request.params);
    const { text, operator } = await textAndOperator(db, name, lang);
    const { body, error } = refused ?? { ...text, error: undefined };
    const about = { name, lang, body, operator, error };
    return sendPage(reply, <EditTextPage view={viewOf(request, ground)} {...about} />, { status: refused ? 422 : 200 });
  }
}

/** The text a path names. Throws the 404. */
function textOf({ name, lang }: ByText['Params']): { name: TextName; lang: Lang } {
  const known = textNames.find((each) => each === name);
  if (!known || !isLanguage(lang)) throw notFound();
  return { name: known, lang };
}
