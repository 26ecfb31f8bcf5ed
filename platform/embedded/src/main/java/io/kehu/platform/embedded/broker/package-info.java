/**
 * What runs inside the broker's own process, and nowhere else.
 */
@NullMarked
package io.kehu.platform.embedded.broker;

import org.jspecify.annotations.NullMarked;
