// What is worth checking, each with the rule or the count that it rests on, and its date.
import type { Notice } from '../utils/origin/assessment.ts';
import { noticeWords } from '../utils/reports/notices.ts';
import type { Ui } from './ui.ts';

export function Notices({ notices, ui }: { notices: readonly Notice[]; ui: Ui }) {
  return (
    <ul class="notices">
      {notices.map((notice) => {
        const { text, source } = noticeWords(notice, ui.lang, ui.t);
        return (
          <li key={notice.id}>
            <p>{text}</p>
            <p class="small">{source}</p>
          </li>
        );
      })}
    </ul>
  );
}
