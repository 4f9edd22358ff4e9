// Starts the Slack of the npm package "emulate" (0.12.2) on loopback: node slack_emulate.mjs FOLDER EVENTS_URL SECRET
// Prints its port. The package has no switch for where events go, so its own plugin is wrapped where it is registered.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, eventsUrl, secret] = process.argv.slice(2);
const dist = resolve(folder, "node_modules", "emulate", "dist");
const load = (name) => import(pathToFileURL(join(dist, name)).href);

const bundle = readdirSync(dist).find(
  (name) => name.startsWith("dist-") && name.endsWith(".js") && /\bslackPlugin\b/.test(readFileSync(join(dist, name), "utf8")),
);
const { slackPlugin } = await load(bundle);
const register = slackPlugin.register;
slackPlugin.register = function (app, store, webhooks, ...rest) {
  webhooks.register({ url: eventsUrl, events: ["*"], active: true, owner: "slack" });
  return register.call(this, app, store, webhooks, ...rest);
};

const { createEmulator } = await load("api.js");
const emulator = await createEmulator({
  service: "slack",
  port: 0,
  hostname: "127.0.0.1",
  seed: {
    slack: {
      signing_secret: secret,
      users: [{ name: "anna" }, { name: "article-bot" }],
      bots: [{ name: "article-bot" }],
      tokens: [
        { token: "xoxb-emulate", type: "bot", user: "article-bot", bot_id: "B000000009" },
        { token: "xoxp-anna", type: "user", user: "anna" },
      ],
    },
  },
});
console.log(new URL(emulator.url).port);
