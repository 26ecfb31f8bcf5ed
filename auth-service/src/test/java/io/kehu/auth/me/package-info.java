/**
 * Tests of what callers learn about themselves.
 */
@NullMarked
package io.kehu.auth.me;

import org.jspecify.annotations.NullMarked;
