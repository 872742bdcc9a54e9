// Starts "soat lsp" and hands it the plain texts and Markdown files that are open.
"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const SCHEMES = ["file", "untitled"];
const LANGUAGES = ["plaintext", "markdown"];

let client;
let turn = Promise.resolve();

function settings() {
  const told = vscode.workspace.getConfiguration("soat");
  return { stage: told.get("stage"), lang: told.get("lang"), guesses: told.get("guesses") };
}

function makeClient() {
  const command = vscode.workspace.getConfiguration("soat").get("command") || "soat";
  const selector = SCHEMES.flatMap((scheme) =>
    LANGUAGES.map((language) => ({ scheme, language })),
  );
  return new LanguageClient(
    "soat",
    "Soát",
    { command, args: ["lsp"], options: { env: { ...process.env, PYTHONUTF8: "1" } } },
    {
      documentSelector: selector,
      initializationOptions: settings(),
      synchronize: { configurationSection: "soat" },
    },
  );
}

async function start() {
  client = makeClient();
  try {
    await client.start();
  } catch {
    client = undefined;
    void tellHowToInstall();
  }
}

async function tellHowToInstall() {
  const told =
    'Không chạy được Soát. Cài bằng lệnh: pip install "soat[lsp]", rồi ghi đường dẫn của soat vào ' +
    "cài đặt soat.command. (Soát does not start: install soat[lsp] and set soat.command.)";
  const open = "Mở cài đặt";
  if ((await vscode.window.showErrorMessage(told, open)) === open) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "soat.command");
  }
}

async function stop() {
  const running = client;
  client = undefined;
  if (running) {
    await running.dispose();
  }
}

// One after the other: a restart asked for twice must not leave two servers.
function inTurn(step) {
  turn = turn.then(step, step);
  return turn;
}

function restart() {
  return inTurn(async () => {
    await stop();
    await start();
  });
}

function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("soat.restart", restart),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("soat.command")) {
        void restart();
      }
    }),
  );
  void inTurn(start);
}

function deactivate() {
  return inTurn(stop);
}

module.exports = { activate, deactivate };
