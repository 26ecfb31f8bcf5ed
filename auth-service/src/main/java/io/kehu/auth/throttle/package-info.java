/**
 * Throttling of attempts to guess credentials.
 */
@NullMarked
package io.kehu.auth.throttle;

import org.jspecify.annotations.NullMarked;
