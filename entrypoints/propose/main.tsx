// The wiring of the tab in which a local maker is proposed: what it begins with is read once, what is typed stays in the tab.
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { Propose } from '../../components/propose.tsx';
import '../../components/style.css';
import '../../components/page.css';
import '../../components/propose.css';
import { LANGS } from '../../utils/choices.ts';
import { attempt, copy, ownPage } from '../../utils/own-page.ts';
import { readBegun } from '../../utils/propose/begun.ts';
import { saveText } from '../../utils/save-text.ts';
import { writeLang } from '../../utils/settings.ts';
import { today } from '../../utils/today.ts';

const begun = await readBegun();

const draw = ownPage(async (ui, app) => {
  document.title = ui.t('propose.title');
  const { proposal, kind } = begun;
  render(
    <Propose
      {...{ ui, proposal, copy }}
      langs={LANGS}
      kindName={kind && (ui.lang === 'en' ? kind.english : kind.name)}
      day={today()}
      save={(name, text) => saveText(name, text, 'text/yaml')}
      speak={(lang) => attempt(writeLang(browser.storage.local, lang))}
    />,
    app,
  );
});
await draw();
