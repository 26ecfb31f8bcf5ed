/**
 * Shows that the embedded servers start, keep what they promise and go away.
 */
@NullMarked
package io.kehu.platform.embedded;

import org.jspecify.annotations.NullMarked;
