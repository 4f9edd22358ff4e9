// A Bot API server that is not ours: telegram-test-api 4.2.1 from npm, unmodified, and in front of it what it lacks for a
// current client library: is_bot in getMe; dates in seconds; updates that come again until they are confirmed, and a poll
// that waits; the secret with each update to a webhook; results where it answers null; methods that it does not know.
//
//     node telegram_test_api.mjs FOLDER      (FOLDER is where npm has installed the package)
//
// Prints the port that it listens on. Rule of this file: what the package does itself is left to it.

import { createRequire } from 'node:module';

const load = createRequire(`${process.argv[2]}/`);
const Server = load('telegram-test-api');
const express = createRequire(load.resolve('telegram-test-api'))('express');

const TICK = 20; // milliseconds between two looks of a poll that waits
const me = { id: 666, is_bot: true, first_name: 'Test', username: 'TestNameBot' };

class Mended extends Server {
  addBotMessage(raw, token) {
    const { message_id, date, text, chat, reply_markup } = super.addBotMessage(raw, token);
    const said = { message_id, date: Math.floor(date / 1000), text, chat, from: me };
    return reply_markup ? { ...said, reply_markup } : said;
  }

  async addUserUpdate(update) {
    const hook = this.webhooks[update.botToken];
    if (!hook?.secret_token) return super.addUserUpdate(update);
    this.updateId += 1;
    const headers = { 'Content-Type': 'application/json', 'X-Telegram-Bot-Api-Secret-Token': hook.secret_token };
    const answer = await fetch(hook.url, { method: 'POST', headers, body: JSON.stringify(Server.formatUpdate(update)) });
    if (!answer.ok) console.error(`the webhook answered ${answer.status}`);
  }
}

const server = new Mended({ host: '127.0.0.1', storeTimeout: 600 });
const front = express();
front.use(express.json(), express.urlencoded({ extended: true }));

const given = (request) => ({ ...request.query, ...request.body });
const answers = (method, result) =>
  front.all(`/bot:token/${method}`, async (request, response) => {
    response.json({ ok: true, result: await result(given(request), request.params.token) });
  });

answers('getMe', () => ({ ...me, can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: true }));

answers('getUpdates', async ({ offset = 0, limit = 100, timeout = 0 }, token) => {
  const mine = (update) => update.botToken === token;
  server.storage.userMessages = server.storage.userMessages.filter((u) => !mine(u) || u.updateId >= Number(offset));
  const end = Date.now() + Number(timeout) * 1000;
  const waiting = () => server.storage.userMessages.filter(mine).slice(0, Number(limit));
  while (!waiting().length && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, TICK));
  return waiting().map((update) => Server.formatUpdate(update));
});

answers('setWebhook', (hook, token) => {
  server.setWebhook(hook, token);
  return true;
});

answers('deleteWebhook', (_, token) => {
  server.deleteWebhook(token);
  return true;
});

answers('getWebhookInfo', (_, token) => {
  const url = server.webhooks[token]?.url ?? '';
  return { url, has_custom_certificate: false, pending_update_count: server.storage.userMessages.length };
});

answers('editMessageText', (edited) => {
  server.editMessageText(edited);
  const chat = { id: Number(edited.chat_id), type: 'private', first_name: 'Bot' };
  return { message_id: Number(edited.message_id), date: Math.floor(Date.now() / 1000), chat, from: me, text: edited.text };
});

const known = ['sendMessage', 'deleteMessage', 'editMessageReplyMarkup', 'answerCallbackQuery'];
front.all('/bot:token/:method', (request, response, next) => {
  if (known.includes(request.params.method)) next();
  else response.json({ ok: true, result: true });
});

front.use(server.webServer);
server.webServer = front;
server.config.port = 0;
await server.start();
console.log(server.server.address().port);
