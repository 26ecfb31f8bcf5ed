/**
 * Answers of repeated requests.
 */
@NullMarked
package io.kehu.platform.idempotency;

import org.jspecify.annotations.NullMarked;
