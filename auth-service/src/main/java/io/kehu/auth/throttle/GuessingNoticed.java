package io.kehu.auth.throttle;

/**
 * An alert that attempts are too frequent to be typing mistakes.
 *
 * @param guess what is guessed
 * @param subject the guessed subject as typed, which may not exist
 * @param attempts the number of attempts so far
 */
public record GuessingNoticed(Guess guess, String subject, int attempts) {
}
