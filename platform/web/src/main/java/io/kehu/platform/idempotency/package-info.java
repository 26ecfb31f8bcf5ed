/**
 * Idempotent requests and their stored responses.
 */
@NullMarked
package io.kehu.platform.idempotency;

import org.jspecify.annotations.NullMarked;
