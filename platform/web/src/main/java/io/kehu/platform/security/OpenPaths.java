package io.kehu.platform.security;

/**
 * The pattern of paths that a service serves without a token, since their addresses
 * cannot be guessed or their requests are signed. A service declares a bean for each.
 *
 * @param pattern the pattern, for example {@code /calendar-feeds/*}
 */
public record OpenPaths(String pattern) {
}
