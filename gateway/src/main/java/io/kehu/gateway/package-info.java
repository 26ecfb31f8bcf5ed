/**
 * The single entry point: verifies tokens, chooses instances and forwards requests.
 */
@NullMarked
package io.kehu.gateway;

import org.jspecify.annotations.NullMarked;
