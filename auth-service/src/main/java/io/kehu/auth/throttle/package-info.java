/**
 * Slows down whoever guesses.
 */
@NullMarked
package io.kehu.auth.throttle;

import org.jspecify.annotations.NullMarked;
