import type { security as english } from '../en/security';
import type { Translated } from '../messages';

/** Words of the security page and the forced set-up of the second step, in French. */
export const security: Translated<typeof english> = {
  'security.title': 'Sécurité',
  'security.lead': 'Comment vous vous connectez, et ce que votre organisation exige.',
  'mfa.title': 'Connexion en deux étapes',
  'mfa.on': 'La connexion en deux étapes est active.',
  'mfa.off':
    'La connexion en deux étapes est inactive. Un mot de passe volé suffirait pour se connecter à votre place.',
  'mfa.codesLeft_one': 'Encore {{count}} code de secours',
  'mfa.codesLeft_other': 'Encore {{count}} codes de secours',
  'mfa.setUp': 'Configurer la connexion en deux étapes',
  'mfa.turnOff': 'Désactiver',
  'mfa.turnOffTitle': 'Désactiver la connexion en deux étapes ?',
  'mfa.turnOffText':
    'Confirmez avec votre mot de passe. Vos codes de secours ne seront plus valables.',
  'mfa.turnedOff': 'La connexion en deux étapes a été désactivée.',
  'mfa.newCodes': 'Nouveaux codes de secours',
  'mfa.newCodesTitle': 'Créer de nouveaux codes de secours',
  'mfa.newCodesText':
    'Les anciens codes ne seront plus valables. Saisissez un code de votre application d’authentification.',
  'mfa.createCodes': 'Créer les codes',
  'mfa.scan': 'Scannez ce code QR avec votre application d’authentification, ou saisissez la clé.',
  'mfa.qr': 'Code QR pour votre application d’authentification',
  'mfa.secret': 'Clé de configuration',
  'mfa.code': 'Code d’authentification',
  'mfa.codeHint': 'Les six chiffres que votre application affiche maintenant.',
  'mfa.confirm': 'Activer',
  'mfa.codesTitle': 'Vos codes de secours',
  'mfa.codesText':
    'Gardez ces codes en lieu sûr. Chacun vous connecte une fois sans votre application. Ils ne sont affichés que maintenant.',
  'mfa.codesLabel': 'Codes de secours',
  'mfa.copyCodes': 'Copier les codes',
  'mfa.downloadCodes': 'Télécharger les codes',
  'mfa.codesSaved': 'J’ai enregistré les codes',
  'mfaSetup.title': 'Configurer la connexion en deux étapes',
  'mfaSetup.lead':
    'Votre organisation exige une deuxième étape à la connexion. Cela prend une minute.',
  'mfaPolicy.title': 'Qui doit se connecter en deux étapes',
  'mfaPolicy.text': 'Qui le doit et ne l’a pas configuré y est conduit à la prochaine connexion.',
  'mfaPolicy.nobody': 'Personne',
  'mfaPolicy.owner': 'Le propriétaire',
  'mfaPolicy.staff': 'Tout le personnel',
  'mfaPolicy.everyone': 'Tout le monde, patients compris',
  'mfaPolicy.save': 'Enregistrer la règle',
  'mfaPolicy.saved': 'La règle a été enregistrée.',
  'changePassword.title': 'Mot de passe',
  'changePassword.text': 'Le modifier vous déconnecte de tous les autres appareils.',
  'changePassword.current': 'Mot de passe actuel',
  'changePassword.next': 'Nouveau mot de passe',
  'changePassword.submit': 'Modifier le mot de passe',
  'changePassword.done': 'Votre mot de passe a été modifié.',
};
