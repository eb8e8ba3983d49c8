// The popup: this page's verdict, and the permission and language of the extension.
import { render } from 'preact';

const app = document.getElementById('app');
if (app) render(<p>CekAsal</p>, app);
