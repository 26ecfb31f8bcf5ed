/**
 * Tests of second factors.
 */
@NullMarked
package io.kehu.auth.factor;

import org.jspecify.annotations.NullMarked;
