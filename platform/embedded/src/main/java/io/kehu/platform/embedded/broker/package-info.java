/**
 * The code that runs in the process of the broker.
 */
@NullMarked
package io.kehu.platform.embedded.broker;

import org.jspecify.annotations.NullMarked;
