/** Chooses a voice of the device itself; others would send the text to a server. */

/**
 * Chooses the most suitable Chinese voice.
 *
 * @param {Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>[]} voices
 * @returns {any} One of them; undefined if the device has no Chinese voice of its own.
 */
export function pickVoice(voices) {
  /** @param {(typeof voices)[number]} voice */
  const rank = ({ lang, default: isDefault }) => {
    const tag = lang.toLowerCase().replaceAll('_', '-');
    if (!/^(zh|cmn)\b/.test(tag)) return 0;
    // Mainland Mandarin, then other Mandarin, then other Chinese.
    const suits = /\b(hk|mo|yue)\b/.test(tag) ? 1 : /\b(tw|hant)\b/.test(tag) ? 2 : 3;
    return suits + (isDefault ? 0.5 : 0);
  };
  return voices
    .filter((voice) => voice.localService && rank(voice))
    .sort((a, b) => rank(b) - rank(a))[0];
}
