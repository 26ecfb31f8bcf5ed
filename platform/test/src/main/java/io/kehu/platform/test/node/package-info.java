/**
 * Runs programs written for Node.js.
 */
@NullMarked
package io.kehu.platform.test.node;

import org.jspecify.annotations.NullMarked;
