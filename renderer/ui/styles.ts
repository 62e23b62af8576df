/** Every style sheet, in order: tokens first. */
import './theme/fonts.css';
import './theme/tokens.css';
import './theme/base.css';
import './page/page.css';
import './parts/parts.css';
import './states/states.css';
import './table/table.css';
import './form/form.css';
import './charts/charts.css';
