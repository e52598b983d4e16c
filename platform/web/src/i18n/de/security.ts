import type { security as english } from '../en/security';
import type { Translated } from '../messages';

/** Words of the security page and the forced set-up of the second step, in German. */
export const security: Translated<typeof english> = {
  'security.title': 'Sicherheit',
  'security.lead': 'Wie Sie sich anmelden und was Ihre Organisation verlangt.',
  'mfa.title': 'Anmeldung in zwei Schritten',
  'mfa.on': 'Die Anmeldung in zwei Schritten ist ein.',
  'mfa.off':
    'Die Anmeldung in zwei Schritten ist aus. Ein gestohlenes Passwort würde genügen, um sich als Sie anzumelden.',
  'mfa.codesLeft_one': 'Noch {{count}} Wiederherstellungscode',
  'mfa.codesLeft_other': 'Noch {{count}} Wiederherstellungscodes',
  'mfa.setUp': 'Anmeldung in zwei Schritten einrichten',
  'mfa.turnOff': 'Ausschalten',
  'mfa.turnOffTitle': 'Anmeldung in zwei Schritten ausschalten?',
  'mfa.turnOffText':
    'Bestätigen Sie mit Ihrem Passwort. Ihre Wiederherstellungscodes gelten dann nicht mehr.',
  'mfa.turnedOff': 'Die Anmeldung in zwei Schritten wurde ausgeschaltet.',
  'mfa.newCodes': 'Neue Wiederherstellungscodes',
  'mfa.newCodesTitle': 'Neue Wiederherstellungscodes erstellen',
  'mfa.newCodesText':
    'Die alten Codes gelten dann nicht mehr. Geben Sie einen Code Ihrer Authenticator-App ein.',
  'mfa.createCodes': 'Codes erstellen',
  'mfa.scan':
    'Scannen Sie diesen QR-Code mit Ihrer Authenticator-App, oder tippen Sie den Schlüssel ein.',
  'mfa.qr': 'QR-Code für Ihre Authenticator-App',
  'mfa.secret': 'Einrichtungsschlüssel',
  'mfa.code': 'Bestätigungscode',
  'mfa.codeHint': 'Die sechs Ziffern, die Ihre App jetzt anzeigt.',
  'mfa.confirm': 'Einschalten',
  'mfa.codesTitle': 'Ihre Wiederherstellungscodes',
  'mfa.codesText':
    'Bewahren Sie diese Codes sicher auf. Jeder meldet Sie einmal ohne Ihre App an. Sie werden nur jetzt gezeigt.',
  'mfa.codesLabel': 'Wiederherstellungscodes',
  'mfa.copyCodes': 'Codes kopieren',
  'mfa.downloadCodes': 'Codes herunterladen',
  'mfa.codesSaved': 'Ich habe die Codes gespeichert',
  'mfaSetup.title': 'Anmeldung in zwei Schritten einrichten',
  'mfaSetup.lead':
    'Ihre Organisation verlangt einen zweiten Schritt bei der Anmeldung. Das dauert eine Minute.',
  'mfaPolicy.title': 'Wer sich in zwei Schritten anmelden muss',
  'mfaPolicy.text':
    'Wer muss und es nicht eingerichtet hat, wird bei der nächsten Anmeldung dorthin geführt.',
  'mfaPolicy.nobody': 'Niemand',
  'mfaPolicy.owner': 'Inhaberin oder Inhaber',
  'mfaPolicy.staff': 'Das ganze Personal',
  'mfaPolicy.everyone': 'Alle, auch Patientinnen und Patienten',
  'mfaPolicy.save': 'Richtlinie speichern',
  'mfaPolicy.saved': 'Die Richtlinie wurde gespeichert.',
  'changePassword.title': 'Passwort',
  'changePassword.text': 'Eine Änderung meldet Sie auf allen anderen Geräten ab.',
  'changePassword.current': 'Bisheriges Passwort',
  'changePassword.next': 'Neues Passwort',
  'changePassword.submit': 'Passwort ändern',
  'changePassword.done': 'Ihr Passwort wurde geändert.',
};
