/**
 * Tests of what slows down guessing.
 */
@NullMarked
package io.kehu.auth.throttle;

import org.jspecify.annotations.NullMarked;
