/**
 * What looks at a service from outside: its answers and its events.
 */
@NullMarked
package io.kehu.platform.test.probe;

import org.jspecify.annotations.NullMarked;
