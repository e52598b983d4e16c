import type { auth as english } from '../en/auth';
import type { Translated } from '../messages';

/** Words of the pages before sign-in, in German. */
export const auth: Translated<typeof english> = {
  'signIn.title': 'Anmelden',
  'signIn.lead': 'Willkommen zurück in Ihrem Apothekennetz.',
  'signIn.submit': 'Anmelden',
  'signIn.pending': 'Anmeldung läuft …',
  'signIn.noAccount': 'Noch kein Konto?',
  'signIn.register': 'Organisation registrieren',
  'signIn.ended': 'Ihre Sitzung ist beendet. Bitte melden Sie sich erneut an.',
  'signIn.signedOut': 'Sie sind abgemeldet.',
  'secondStep.title': 'Bestätigen Sie, dass Sie es sind',
  'secondStep.lead': 'Öffnen Sie Ihre Authenticator-App und geben Sie den angezeigten Code ein.',
  'secondStep.leadRecovery':
    'Geben Sie einen Ihrer gespeicherten Wiederherstellungscodes ein. Jeder gilt einmal.',
  'secondStep.code': 'Bestätigungscode',
  'secondStep.recoveryCode': 'Wiederherstellungscode',
  'secondStep.submit': 'Bestätigen',
  'secondStep.useRecovery': 'Wiederherstellungscode verwenden',
  'secondStep.useCode': 'Authenticator-App verwenden',
  'secondStep.back': 'Zurück zur Anmeldung',
  'register.title': 'Organisation registrieren',
  'register.lead': 'Das neue Konto gehört Ihnen, und Sie können Ihr Team einladen.',
  'register.organisation': 'Organisation',
  'register.name': 'Ihr Name',
  'register.submit': 'Konto erstellen',
  'register.haveAccount': 'Schon registriert?',
  'invitation.title': 'Einladung annehmen',
  'invitation.lead': '{{organisation}} lädt Sie ein als: {{role}}.',
  'invitation.email': 'Sie melden sich an als {{email}}.',
  'invitation.submit': 'Einladung annehmen',
  'invitation.toSignIn': 'Zur Anmeldung',
  'policy.title': 'Ihr Passwort braucht',
  'policy.length': 'mindestens {{minLength}} Zeichen',
  'policy.upper': 'einen Grossbuchstaben',
  'policy.lower': 'einen Kleinbuchstaben',
  'policy.digit': 'eine Ziffer',
  'policy.not-email': 'nichts aus Ihrer E-Mail-Adresse',
  'policy.not-common': 'kein verbreitetes Passwort (wird beim Speichern geprüft)',
  'policy.met': 'erfüllt',
  'policy.open': 'noch nicht erfüllt',
  'policy.later': 'wird später geprüft',
  'problem.wrong-credentials': 'Die E-Mail-Adresse oder das Passwort ist falsch.',
  'problem.locked_one':
    'Zu viele Fehlversuche: Die Anmeldung ist gesperrt. Versuchen Sie es in {{count}} Minute erneut.',
  'problem.locked_other':
    'Zu viele Fehlversuche: Die Anmeldung ist gesperrt. Versuchen Sie es in {{count}} Minuten erneut.',
  'problem.deactivated':
    'Dieser Benutzer ist deaktiviert. Wenden Sie sich an die Inhaberin oder den Inhaber Ihrer Organisation.',
  'problem.wrong-code': 'Dieser Code ist falsch. Prüfen Sie ihn und versuchen Sie es erneut.',
  'problem.code-used': 'Dieser Code wurde schon verwendet. Warten Sie auf den nächsten.',
  'problem.challenge-expired':
    'Das dauerte zu lange oder brauchte zu viele Versuche. Bitte melden Sie sich erneut an.',
  'problem.email-taken': 'Diese E-Mail-Adresse wird schon verwendet.',
  'problem.weak-password': 'Dieses Passwort ist zu schwach. Beachten Sie die Regeln darunter.',
  'problem.weak-password.not-common':
    'Dieses Passwort ist weit verbreitet. Bitte wählen Sie ein anderes.',
  'problem.wrong-current-password': 'Das bisherige Passwort ist falsch.',
  'problem.invitation-unknown':
    'Diese Einladung gibt es nicht. Prüfen Sie den Link oder bitten Sie um einen neuen.',
  'problem.invitation-expired': 'Diese Einladung ist abgelaufen. Bitten Sie um eine neue.',
  'problem.invitation-used': 'Diese Einladung wurde schon angenommen. Sie können sich anmelden.',
  'problem.not-yourself': 'Das können Sie nicht mit sich selbst tun.',
  'problem.last-owner':
    'Ein Konto braucht seine Inhaberin oder seinen Inhaber; das ist daher nicht möglich.',
  'problem.owner-rights-fixed': 'Die Rechte der Inhaberin oder des Inhabers stehen fest.',
  'problem.mfa-required':
    'Ihre Organisation verlangt einen zweiten Schritt; er kann nicht ausgeschaltet werden.',
  'problem.mfa-enabled':
    'Die Anmeldung in zwei Schritten ist schon eingerichtet. Laden Sie die Seite neu.',
  'problem.mfa-not-enabled':
    'Die Anmeldung in zwei Schritten ist nicht eingerichtet. Laden Sie die Seite neu.',
  'problem.mfa-setup-required': 'Richten Sie zuerst die Anmeldung in zwei Schritten ein.',
  'problem.not-invited': 'Dieser Benutzer ist schon da und braucht keine Einladung.',
  'problem.missing-right': 'Sie haben nicht das Recht, dies zu tun.',
  'problem.too-many-requests':
    'Zu viele Anfragen. Warten Sie einen Moment und versuchen Sie es erneut.',
  'problem.unreachable':
    'Der Server hat nicht geantwortet. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  'problem.not-found': 'Das gibt es nicht mehr. Laden Sie die Seite neu.',
};
