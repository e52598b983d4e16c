import { Component, type ReactNode } from 'react';
import { useT } from '../i18n/useT';

interface Props {
  readonly children: ReactNode;
}
interface State {
  readonly crashed: boolean;
}

/** Shows a page with a way out instead of a blank one when a component throws. */
export class CrashGuard extends Component<Props, State> {
  override state: State = { crashed: false };

  static getDerivedStateFromError(): State {
    return { crashed: true };
  }

  override render(): ReactNode {
    return this.state.crashed ? <Crash /> : this.props.children;
  }
}

function Crash() {
  const { t } = useT();
  return (
    <main className="public">
      <div className="notice error" role="alert">
        <h1>{t('crash.title')}</h1>
        <p>{t('crash.text')}</p>
        <button type="button" onClick={() => window.location.reload()}>
          {t('crash.reload')}
        </button>
      </div>
    </main>
  );
}
