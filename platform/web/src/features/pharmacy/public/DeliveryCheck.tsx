import { useState } from 'react';
import type { Country } from '../../../api/locations';
import { publicPharmacyApi, type Delivery, type PublicPharmacy } from '../../../api/publicPharmacy';
import { useT, type Texts } from '../../../i18n/useT';
import { Failure } from '../../../ui/Failure';
import { SubmitButton } from '../../../ui/SubmitButton';
import { TextField } from '../../../ui/TextField';
import { useForm } from '../../../ui/useForm';
import * as check from '../../../ui/validation';
import { moneyText } from '../money';
import { Part } from './Part';

interface Answer {
  readonly postcode: string;
  readonly delivery: Delivery;
}

/** Says whether the pharmacy delivers to a postcode, and for how much. */
export function DeliveryCheck({ pharmacy }: { readonly pharmacy: PublicPharmacy }) {
  const texts = useT();
  const { t } = texts;
  const [answer, setAnswer] = useState<Answer>();
  const form = useForm({
    initial: { postcode: '' },
    validate: ({ postcode }) => check.errorsOf({ postcode: check.required(postcode, t) }),
    submit: async (values) => {
      setAnswer(undefined);
      const postcode = values.postcode.trim();
      setAnswer({ postcode, delivery: await publicPharmacyApi.delivery(pharmacy.slug, postcode) });
    },
  });
  return (
    <Part title={t('public.delivery')} heading="h2">
      {pharmacy.deliveryZones.length === 0 ? (
        <p>{t('public.noDelivery')}</p>
      ) : (
        <form {...form.props} className="stack" aria-label={t('public.delivery')}>
          <TextField
            {...form.field('postcode')}
            label={t('public.postcode')}
            autoComplete="postal-code"
            maxLength={12}
          />
          <div className="buttons">
            <SubmitButton pending={form.pending}>{t('public.check')}</SubmitButton>
          </div>
          {form.failure && (
            <Failure error={form.failure} part={t('part.delivery')} onRetry={form.submitAgain} />
          )}
        </form>
      )}
      <div role="status">{answer && <p>{answerText(answer, pharmacy.country, texts)}</p>}</div>
    </Part>
  );
}

function answerText({ postcode, delivery }: Answer, country: Country, { t, language }: Texts): string {
  if (!delivery.delivers) return t('public.deliversNot', { postcode });
  const { fee, minimumOrder, minutes } = delivery;
  const money = (cents: number) => moneyText(cents, country, language);
  const price = fee === 0 ? t('public.free') : t('public.costs', { fee: money(fee) });
  const from = minimumOrder === 0 ? '' : t('public.minimum', { minimum: money(minimumOrder) });
  const time = t('public.time', { minutes });
  return [t('public.delivers', { postcode }), price, from, time].filter(Boolean).join(' ');
}
