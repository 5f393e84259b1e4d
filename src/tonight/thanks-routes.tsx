// Routes of the mail that thanks everybody: type, look at it, send it once; links to slides are kept either way.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { eventPaths, morningRules, type ShownEvent, writeSlideLinks } from '#events';
import { backRoom, mayOrganise } from '#groups';
import { transact } from '#kit/db.ts';
import { singleValues } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { type Letter, mailProgress } from '#kit/mail/index.ts';
import { notFound } from '#kit/web.ts';
import { languageOf, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendPage } from '#ui/send.ts';
import type { View } from '#ui/view.ts';
import { type AtEvening, findTonight } from './find-tonight.ts';
import { readThanks } from './forms.ts';
import { thanksLetter } from './mails/thanks-letter.ts';
import { NotOverPage } from './pages/not-over-page.tsx';
import { ThanksPage } from './pages/thanks-page.tsx';
import { tonightPaths } from './paths.ts';
import { type ThanksFacts, thankGuests, thanksCampaign, thanksFacts } from './thanks.ts';
import { words } from './words.ts';

type Typed = { values: Record<string, string>; errors: Record<string, string>; refused?: string };

export function thanksRoutes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;

  app.get<AtEvening>('/g/:group/e/:event/thanks', backRoom, async (request, reply) => {
    const { shown } = await enter(request);
    if (isEarly(shown)) return tooEarly(request, reply, shown, 200);
    const facts = await factsOf(shown);
    return page(request, reply, shown, facts);
  });

  app.post<AtEvening>('/g/:group/e/:event/thanks', backRoom, async (request, reply) => {
    const { shown, actor } = await enter(request);
    if (isEarly(shown)) return tooEarly(request, reply, shown, 422);
    const facts = await factsOf(shown);
    const lang = languageOf(request);
    const t = words(lang);
    const read = readThanks(request.body, facts.talks);
    const values = singleValues(read.values);
    if (!read.ok) return page(request, reply, shown, facts, { values, errors: fieldErrors(lang, read.errors) });
    const { step, text, links } = read.value;
    const sent = await transact(db, async (tx) => {
      await writeSlideLinks(tx, shown.event, links);
      return step === 'send' ? thankGuests(tx, shown.event, actor, ground.now(), text) : null;
    });
    if (sent && 'refused' in sent) {
      return page(request, reply, shown, await factsOf(shown), { values, errors: {}, refused: t(sent.refused) });
    }
    if (step === 'look') return page(request, reply, shown, await factsOf(shown), { values, errors: {} });
    if (sent) ground.mailsQueued();
    flash(reply, sent ? t('thanks.sent', { n: sent.told }) : t('thanks.links.kept'));
    // Once it is out the evening is done: its page says what comes next.
    const [g, e] = [shown.group.slug, shown.event.slug];
    return reply.redirect(sent ? eventPaths.manage(g, e) : tonightPaths.thanks(g, e), 303);
  });

  async function enter(request: FastifyRequest) {
    const { shown, actor } = await findTonight(ground, request, mayOrganise);
    const refused = morningRules.refuse(shown.event, ground.now());
    if (refused !== null && refused !== 'events.not_over') throw notFound();
    return { shown, actor };
  }

  function isEarly({ event }: ShownEvent): boolean {
    return morningRules.refuse(event, ground.now()) === 'events.not_over';
  }

  function tooEarly(request: FastifyRequest, reply: FastifyReply, shown: ShownEvent, status: 200 | 422) {
    const page = <NotOverPage view={viewOf(request, ground)} shown={shown} what="thanks" />;
    return sendPage(reply, page, { status, accent: shown.group.color });
  }

  async function factsOf({ event }: ShownEvent): Promise<ThanksFacts> {
    const facts = await thanksFacts(db, event, ground.now());
    if (!facts) throw notFound();
    return facts;
  }

  async function page(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: ShownEvent,
    facts: ThanksFacts,
    typed?: Typed,
  ) {
    const view = viewOf(request, ground);
    const text = typed?.values.text ?? '';
    const isWrong = typed !== undefined && (Object.keys(typed.errors).length > 0 || typed.refused !== undefined);
    const looks = typed !== undefined && !isWrong && !facts.sent;
    const drawn = (
      <ThanksPage
        view={view}
        shown={shown}
        facts={facts}
        progress={facts.sent && (await mailProgress(db, thanksCampaign(shown.event)))}
        letter={looks ? previewOf(facts, text, view) : null}
        isOpen={morningRules.isAskedAbout(shown.event, ground.now())}
        typed={typed}
      />
    );
    return sendPage(reply, drawn, { status: isWrong ? 422 : 200, accent: shown.group.color });
  }
}

/** As whoever was there gets it, where that is known of anybody. */
function previewOf(facts: ThanksFacts, text: string, { lang, origin }: View): Letter {
  return thanksLetter(facts, text, facts.came > 0 ? 'came' : 'seat', { lang, origin });
}
