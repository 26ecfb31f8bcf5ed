/**
 * Error responses as problem documents (RFC 9457).
 */
@NullMarked
package io.kehu.platform.problem;

import org.jspecify.annotations.NullMarked;
