/**
 * Shows that tests get what the annotations promise.
 */
@NullMarked
package io.kehu.platform.test.data;

import org.jspecify.annotations.NullMarked;
