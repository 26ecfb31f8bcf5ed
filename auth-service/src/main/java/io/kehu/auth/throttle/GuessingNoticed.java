package io.kehu.auth.throttle;

/**
 * Tells that somebody guesses so often that it is no mistake of typing any more.
 *
 * @param guess what is guessed at
 * @param subject whose it is, as it was typed: there may be nobody of this name
 * @param attempts how often so far
 */
public record GuessingNoticed(Guess guess, String subject, int attempts) {
}
