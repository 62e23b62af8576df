/** A page that fails to draw does not take the window with it. */
import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { currentText } from '../client/i18n';
import { EmptyState } from '../ui';

interface Props {
  children: ReactNode;
  /** A new value gives the page another try. */
  place?: string;
}

export class ErrorBoundary extends Component<Props, { failed: boolean; place: string | undefined }> {
  override state = { failed: false, place: this.props.place };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  static getDerivedStateFromProps(props: Props, state: { failed: boolean; place: string | undefined }) {
    return props.place === state.place ? null : { failed: false, place: props.place };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    const t = currentText();
    return (
      <EmptyState
        icon={TriangleAlert}
        title={t('app.pageFailed')}
        primary={{ key: 'again', label: t('app.reopen'), onClick: () => this.setState({ failed: false }) }}
      >
        {t('app.pageFailedBody')}
      </EmptyState>
    );
  }
}
