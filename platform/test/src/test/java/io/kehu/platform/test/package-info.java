/**
 * A tiny service, tested as real ones are.
 */
@NullMarked
package io.kehu.platform.test;

import org.jspecify.annotations.NullMarked;
