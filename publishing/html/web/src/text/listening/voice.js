/** The voice that reads: one of the device's own, since any other would send the text away. */

/**
 * Picks the Chinese voice that suits best.
 *
 * @param {Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>[]} voices
 * @returns {any} One of them; nothing if the device has no Chinese voice of its own.
 */
export function pickVoice(voices) {
  /** @param {(typeof voices)[number]} voice */
  const rank = ({ lang, default: isDefault }) => {
    const tag = lang.toLowerCase().replaceAll('_', '-');
    if (!/^(zh|cmn)\b/.test(tag)) return 0;
    // Mandarin of the mainland, then of elsewhere, then whatever else reads Chinese.
    const suits = /\b(hk|mo|yue)\b/.test(tag) ? 1 : /\b(tw|hant)\b/.test(tag) ? 2 : 3;
    return suits + (isDefault ? 0.5 : 0);
  };
  return voices
    .filter((voice) => voice.localService && rank(voice))
    .sort((a, b) => rank(b) - rank(a))[0];
}
