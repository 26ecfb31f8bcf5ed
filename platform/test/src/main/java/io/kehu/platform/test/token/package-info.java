/**
 * Access tokens for tests, accepted by the same verification as in production.
 */
@NullMarked
package io.kehu.platform.test.token;

import org.jspecify.annotations.NullMarked;
